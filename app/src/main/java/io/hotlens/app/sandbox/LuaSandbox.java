package io.hotlens.app.sandbox;

import io.hotlens.skills.data.Data;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs one script against callbacks, within limits that the script cannot get around. Each script
/// has fresh globals and a thread of its own with a bounded stack.
public final class LuaSandbox {

    private static final String CHUNK = "script";
    private static final Pattern PLACE =
            Pattern.compile("^(?:\\[string \")?script(?:\"])?:(\\d+):? ?");
    private static final int STACK_BYTES = 4 << 20;
    private static final int MAX_CODE = 256 << 10;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofMillis(500);

    private final LuaLimits limits;
    private final CompiledScripts compiled = new CompiledScripts();

    public LuaSandbox(LuaLimits limits) {
        this.limits = limits;
    }

    private record Ended(Data result, String error, int line) {}

    /// Runs the script and waits for its end.
    ///
    /// @throws InterruptedException when the caller is interrupted; the script is stopped
    public LuaOutcome run(String code, LuaBridge bridge) throws InterruptedException {
        long start = System.nanoTime();
        var budget = new LuaBudget(limits);
        var script = new LuaScript(budget);
        var ended = new AtomicReference<Ended>();
        var done = new CountDownLatch(1);
        Thread thread =
                Thread.ofPlatform()
                        .name("hotlens-lua")
                        .daemon(true)
                        .stackSize(STACK_BYTES)
                        .start(
                                () -> {
                                    budget.run(
                                            () -> ended.set(execute(code, bridge, budget, script)));
                                    done.countDown();
                                });
        String overdue = await(done, budget, thread);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Ended end = ended.get();
        if (end == null) {
            end = new Ended(Data.NOTHING, "the script was stopped: " + overdue, 0);
        }
        return end.error().isEmpty()
                ? new LuaOutcome.Value(
                        end.result(),
                        script.printed(),
                        script.findings(),
                        script.lookAgainMs(),
                        took)
                : new LuaOutcome.Failure(
                        end.error(), end.line(), script.printed(), script.findings(), took);
    }

    /// Waits for the script; one that is overdue is asked to stop and then given up.
    private static String await(CountDownLatch done, LuaBudget budget, Thread thread)
            throws InterruptedException {
        try {
            while (!done.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                String overdue = budget.overdue();
                if (!overdue.isEmpty()) {
                    budget.requestStop(overdue);
                    thread.interrupt();
                    if (!done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                        return overdue;
                    }
                }
            }
            return "";
        } catch (InterruptedException e) {
            budget.requestStop("it was cancelled");
            thread.interrupt();
            throw e;
        }
    }

    private Ended execute(String code, LuaBridge bridge, LuaBudget budget, LuaScript script) {
        if (code.length() > MAX_CODE) {
            return new Ended(
                    Data.NOTHING, "a script has at most %d KB".formatted(MAX_CODE >> 10), 0);
        }
        try {
            Globals globals = LuaGlobals.create(budget);
            script.install(globals, bridge);
            LuaValue chunk = globals.loader.load(compiled.of(code, CHUNK, globals), CHUNK, globals);
            return new Ended(LuaValues.toData(chunk.invoke()), "", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LuaError e) {
            return failure(String.valueOf(e.getMessage()).strip());
        } catch (ScriptStopped e) {
            return new Ended(Data.NOTHING, "the script was stopped: " + e.getMessage(), 0);
        } catch (StackOverflowError _) {
            return new Ended(Data.NOTHING, "the script recurses too deeply", 0);
        } catch (OutOfMemoryError _) {
            return new Ended(Data.NOTHING, "the script needs too much memory", 0);
        }
    }

    private static Ended failure(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? new Ended(
                        Data.NOTHING,
                        message.substring(place.end()),
                        Integer.parseInt(place.group(1)))
                : new Ended(Data.NOTHING, message, 0);
    }
}
