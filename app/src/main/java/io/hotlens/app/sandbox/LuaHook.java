package io.hotlens.app.sandbox;

import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.DebugLib;

import java.util.ArrayDeque;
import java.util.Deque;

/// Counts every instruction and weighs every `..` before it runs. It is never loaded as a library,
/// so that scripts cannot reach it.
final class LuaHook extends DebugLib {

    /// A closure under way with its registers.
    private static final class Frame {
        final Prototype code;
        final LuaValue[] stack;

        Frame(Prototype code, LuaValue[] stack) {
            this.code = code;
            this.stack = stack;
        }
    }

    /// `pcall` and `xpcall` announce themselves, but run no instructions of their own.
    private static final Frame NATIVE = new Frame(new Prototype(), new LuaValue[0]);

    private static final int NUMBER_LENGTH = 24;
    private static final int MAX_DEPTH = 2_000;

    private final LuaBudget budget;
    private final Deque<Frame> frames = new ArrayDeque<>();

    LuaHook(LuaBudget budget) {
        this.budget = budget;
    }

    @Override
    public void onCall(LuaFunction function) {
        frames.push(NATIVE);
        budget.instruction();
    }

    @Override
    public void onCall(LuaClosure closure, Varargs arguments, LuaValue[] stack) {
        if (frames.size() >= MAX_DEPTH) {
            throw new ScriptStopped(
                    "its functions call each other more than %d deep".formatted(MAX_DEPTH));
        }
        frames.push(new Frame(closure.p, stack));
    }

    @Override
    public void onReturn() {
        frames.poll();
    }

    @Override
    public void onInstruction(int pc, Varargs varargs, int top) {
        budget.instruction();
        Frame frame = frames.peek();
        if (frame != null) {
            int code = frame.code.code[pc];
            if (Lua.GET_OPCODE(code) == Lua.OP_CONCAT) {
                budget.string(length(frame.stack, Lua.GETARG_B(code), Lua.GETARG_C(code)));
            }
        }
    }

    private static long length(LuaValue[] stack, int from, int to) {
        long length = 0;
        for (int i = from; i <= to; i++) {
            length += stack[i].type() == LuaValue.TSTRING ? stack[i].rawlen() : NUMBER_LENGTH;
        }
        return length;
    }

    @Override
    public String traceback(int level) {
        return "";
    }
}
