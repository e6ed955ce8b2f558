package io.hotlens.app.sandbox;

import org.luaj.vm2.Buffer;
import org.luaj.vm2.LuaString;

/// Text that grows piece by piece; its length is paid for as it grows.
final class LuaOutput {

    private static final int STEP = 16 << 10;

    private final Buffer buffer = new Buffer(256);
    private final LuaBudget budget;
    private long length;
    private long paid;

    LuaOutput(LuaBudget budget) {
        this.budget = budget;
    }

    void append(byte one) {
        grow(1);
        buffer.append(one);
    }

    void append(LuaString text) {
        grow(text.m_length);
        buffer.append(text);
    }

    private void grow(int by) {
        length += by;
        if (length > paid) {
            long step = length - paid + STEP;
            paid += step;
            budget.growing(paid, step);
        }
    }

    LuaString toLua() {
        return buffer.tostring();
    }
}
