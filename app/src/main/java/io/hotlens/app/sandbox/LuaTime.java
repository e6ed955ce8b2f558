package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// What is left of the library `os`: `time`, `date` and `clock`.
final class LuaTime {

    private static final int LONGEST_FORMAT = 200;
    private static final Map<Character, String> CONVERSIONS =
            Map.ofEntries(
                    Map.entry('a', "EEE"),
                    Map.entry('A', "EEEE"),
                    Map.entry('b', "MMM"),
                    Map.entry('B', "MMMM"),
                    Map.entry('c', "EEE MMM d HH:mm:ss yyyy"),
                    Map.entry('d', "dd"),
                    Map.entry('H', "HH"),
                    Map.entry('I', "hh"),
                    Map.entry('j', "DDD"),
                    Map.entry('m', "MM"),
                    Map.entry('M', "mm"),
                    Map.entry('p', "a"),
                    Map.entry('S', "ss"),
                    Map.entry('x', "MM/dd/yy"),
                    Map.entry('X', "HH:mm:ss"),
                    Map.entry('y', "yy"),
                    Map.entry('Y', "yyyy"));

    private LuaTime() {}

    static LuaTable library() {
        var table = new LuaTable();
        long started = System.nanoTime();
        table.set("time", LuaFunctions.of(LuaTime::time));
        table.set("date", LuaFunctions.of(LuaTime::date));
        table.set(
                "clock",
                LuaFunctions.of(_ -> LuaValue.valueOf((System.nanoTime() - started) / 1e9)));
        return table;
    }

    private static Varargs time(Varargs arguments) {
        if (arguments.isnoneornil(1)) {
            return LuaValue.valueOf((double) Instant.now().getEpochSecond());
        }
        LuaTable table = arguments.checktable(1);
        try {
            LocalDateTime at =
                    LocalDateTime.of(field(table, "year", -1), 1, 1, 0, 0)
                            .plusMonths(field(table, "month", -1) - 1L)
                            .plusDays(field(table, "day", -1) - 1L)
                            .plusHours(field(table, "hour", 12))
                            .plusMinutes(field(table, "min", 0))
                            .plusSeconds(field(table, "sec", 0));
            return LuaValue.valueOf((double) at.atZone(ZoneId.systemDefault()).toEpochSecond());
        } catch (DateTimeException e) {
            throw new LuaError("time: " + e.getMessage());
        }
    }

    private static int field(LuaTable table, String name, int fallback) {
        LuaValue value = table.get(name);
        if (value.isnil() && fallback < 0) {
            throw new LuaError("field '" + name + "' missing in date table");
        }
        return value.isnil() ? fallback : value.checkint();
    }

    private static Varargs date(Varargs arguments) {
        String format = arguments.optjstring(1, "%c");
        double seconds = arguments.optdouble(2, (double) Instant.now().getEpochSecond());
        if (format.length() > LONGEST_FORMAT) {
            throw new LuaError(
                    "date: a format has at most %d characters".formatted(LONGEST_FORMAT));
        }
        boolean utc = format.startsWith("!");
        ZonedDateTime at;
        try {
            at =
                    Instant.ofEpochSecond((long) seconds)
                            .atZone(utc ? ZoneOffset.UTC : ZoneId.systemDefault());
        } catch (DateTimeException e) {
            throw new LuaError("date: " + e.getMessage());
        }
        String rest = utc ? format.substring(1) : format;
        return rest.startsWith("*t") ? table(at) : LuaValue.valueOf(text(rest, at));
    }

    private static LuaTable table(ZonedDateTime at) {
        var table = new LuaTable();
        table.set("year", at.getYear());
        table.set("month", at.getMonthValue());
        table.set("day", at.getDayOfMonth());
        table.set("hour", at.getHour());
        table.set("min", at.getMinute());
        table.set("sec", at.getSecond());
        table.set("wday", at.getDayOfWeek().getValue() % 7 + 1);
        table.set("yday", at.getDayOfYear());
        table.set(
                "isdst",
                LuaValue.valueOf(at.getZone().getRules().isDaylightSavings(at.toInstant())));
        return table;
    }

    private static String text(String format, ZonedDateTime at) {
        var out = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i++);
            if (c != '%' || i == format.length()) {
                out.append(c);
                continue;
            }
            char conversion = format.charAt(i++);
            String pattern = CONVERSIONS.get(conversion);
            if (pattern != null) {
                out.append(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at));
            } else if (conversion == '%') {
                out.append('%');
            } else {
                throw new LuaError("date: invalid conversion '%" + conversion + "'");
            }
        }
        return out.toString();
    }
}
