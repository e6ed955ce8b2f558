package io.hotlens.app.sandbox;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.skills.data.Data;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What one script printed, found and asked for, and the functions by which it does so. Written by
/// the script's thread, read when that has ended or was given up.
final class LuaScript {

    private static final int MAX_LINES = 200;
    private static final int MAX_LINE = 2_000;
    private static final int MAX_FINDINGS = 50;
    private static final long LONGEST_PAUSE_MS = 60_000;
    private static final List<String> SEVERITIES = List.of("info", "warning", "critical");

    private final LuaBudget budget;
    private final List<String> printed = new ArrayList<>();
    private final List<Data.Fields> findings = new ArrayList<>();
    private long lookAgainMs = -1;

    LuaScript(LuaBudget budget) {
        this.budget = budget;
    }

    void install(Globals globals, LuaBridge bridge) {
        globals.set("print", LuaFunctions.of(this::print));
        globals.set("finding", LuaFunctions.of(this::finding));
        globals.set("look_again", LuaFunctions.of(this::lookAgain));
        for (String name : bridge.names()) {
            globals.set(name, LuaFunctions.of(arguments -> callback(bridge, name, arguments)));
        }
    }

    synchronized List<String> printed() {
        return List.copyOf(printed);
    }

    synchronized List<Data.Fields> findings() {
        return List.copyOf(findings);
    }

    synchronized OptionalLong lookAgainMs() {
        return lookAgainMs < 0 ? OptionalLong.empty() : OptionalLong.of(lookAgainMs);
    }

    private synchronized Varargs print(Varargs arguments) {
        var line = new StringBuilder();
        for (int i = 1; i <= arguments.narg() && line.length() < MAX_LINE; i++) {
            line.append(i == 1 ? "" : "\t").append(arguments.arg(i).tojstring());
        }
        if (printed.size() < MAX_LINES) {
            printed.add(
                    line.length() > MAX_LINE
                            ? line.substring(0, MAX_LINE) + "..."
                            : line.toString());
        } else if (printed.size() == MAX_LINES) {
            printed.add("truncated after %d lines".formatted(MAX_LINES));
        }
        return LuaValue.NONE;
    }

    private synchronized Varargs finding(Varargs arguments) {
        if (!(LuaValues.toData(arguments.arg1()) instanceof Data.Fields given)) {
            throw new LuaError("finding takes a table: finding{type = ..., observation = ...}");
        }
        if (findings.size() == MAX_FINDINGS) {
            throw new LuaError("more than %d findings".formatted(MAX_FINDINGS));
        }
        findings.add(checked(given));
        return LuaValue.NONE;
    }

    private static Data.Fields checked(Data.Fields given) {
        String severity = given.text("severity").orElse("warning");
        if (!SEVERITIES.contains(severity)) {
            throw new LuaError(
                    "finding: severity is info, warning or critical, not '%s'".formatted(severity));
        }
        var finding = new LinkedHashMap<String, Data>();
        finding.put("type", Data.of(required(given, "type")));
        finding.put("subject", Data.of(given.text("subject").orElse("")));
        finding.put("severity", Data.of(severity));
        finding.put("context", Data.of(given.text("context").orElse("")));
        finding.put("observation", Data.of(required(given, "observation")));
        given.text("hypothesis").ifPresent(text -> finding.put("hypothesis", Data.of(text)));
        given.get("evidence").ifPresent(evidence -> finding.put("evidence", evidence));
        boolean certain = given.get("certain").equals(Optional.of(Data.of(true)));
        finding.put("certain", Data.of(certain));
        return new Data.Fields(finding);
    }

    private static String required(Data.Fields given, String name) {
        return given.text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new LuaError("finding: '%s' is missing".formatted(name)));
    }

    private synchronized Varargs lookAgain(Varargs arguments) {
        double ms = arguments.checkdouble(1);
        lookAgainMs = Math.max(lookAgainMs, Math.clamp((long) ms, 100, LONGEST_PAUSE_MS));
        return LuaValue.NONE;
    }

    private Varargs callback(LuaBridge bridge, String name, Varargs arguments) {
        List<Data> given = LuaValues.list(arguments);
        budget.enterCallback();
        try {
            return switch (bridge.call().call(name, given)) {
                case CallAnswer.Answered(Data value) -> LuaValues.toLua(value);
                case CallAnswer.Refused(String why) -> throw new LuaError(why);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ScriptStopped("it was stopped");
        } finally {
            budget.leaveCallback();
        }
    }
}
