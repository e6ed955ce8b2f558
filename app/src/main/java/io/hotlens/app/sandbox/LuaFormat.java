package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `string.format`: the conversions of Lua, widths and precisions of two digits at most.
final class LuaFormat {

    private static final Pattern SPEC =
            Pattern.compile("%([-+ #0]{0,5})(\\d{0,2})(?:\\.(\\d{0,2}))?([a-zA-Z%])");
    private static final int DEFAULT_PRECISION = 6;

    private LuaFormat() {}

    static Varargs format(Varargs arguments) {
        String template = arguments.checkjstring(1);
        LuaBudget budget = LuaBudget.current();
        var out = new StringBuilder();
        Matcher spec = SPEC.matcher(template);
        int at = 0;
        int argument = 1;
        while (at < template.length()) {
            int percent = template.indexOf('%', at);
            if (percent < 0) {
                break;
            }
            out.append(template, at, percent);
            if (!spec.find(percent) || spec.start() != percent) {
                throw new LuaError("invalid conversion in 'format': " + excerpt(template, percent));
            }
            if (spec.group(4).equals("%")) {
                out.append('%');
            } else {
                argument++;
                out.append(convert(spec, arguments, argument));
            }
            budget.string(out.length());
            at = spec.end();
        }
        out.append(template, at, template.length());
        budget.string(out.length());
        return LuaValue.valueOf(out.toString());
    }

    private static String excerpt(String template, int at) {
        return template.substring(at, Math.min(template.length(), at + 10));
    }

    private static String convert(Matcher spec, Varargs arguments, int index) {
        if (index > arguments.narg()) {
            throw new LuaError("bad argument #%d to 'format' (no value)".formatted(index));
        }
        String flags = spec.group(1);
        int precision =
                spec.group(3) == null
                        ? -1
                        : spec.group(3).isEmpty() ? 0 : Integer.parseInt(spec.group(3));
        char conversion = spec.group(4).charAt(0);
        String body =
                switch (conversion) {
                    case 'd', 'i' -> whole(arguments.checkdouble(index), flags);
                    case 'u' -> whole(Math.abs(arguments.checkdouble(index)), flags);
                    case 'c' -> String.valueOf((char) (arguments.checkint(index) & 0xff));
                    case 'x' -> Long.toHexString((long) arguments.checkdouble(index));
                    case 'X' ->
                            Long.toHexString((long) arguments.checkdouble(index))
                                    .toUpperCase(Locale.ROOT);
                    case 'o' -> Long.toOctalString((long) arguments.checkdouble(index));
                    case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' ->
                            floating(arguments.checkdouble(index), conversion, precision, flags);
                    case 's' -> text(arguments.arg(index), precision);
                    case 'q' -> quoted(arguments.checkstring(index));
                    default ->
                            throw new LuaError(
                                    "invalid conversion '%" + conversion + "' to 'format'");
                };
        return pad(body, flags, spec.group(2), conversion);
    }

    private static String whole(double value, String flags) {
        if (!Double.isFinite(value)) {
            throw new LuaError("number has no integer representation");
        }
        return sign(value, flags)
                + BigDecimal.valueOf(value).setScale(0, RoundingMode.DOWN).abs().toPlainString();
    }

    private static String sign(double value, String flags) {
        return value < 0 ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private static String floating(double value, char conversion, int wanted, String flags) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : sign(value, flags) + "inf";
        }
        int precision = wanted < 0 ? DEFAULT_PRECISION : wanted;
        String digits =
                switch (conversion) {
                    case 'f', 'F' ->
                            String.format(Locale.ROOT, "%." + precision + "f", Math.abs(value));
                    case 'e', 'E' ->
                            String.format(Locale.ROOT, "%." + precision + "e", Math.abs(value));
                    case 'a', 'A' -> Double.toHexString(Math.abs(value));
                    default -> shortest(Math.abs(value), Math.max(1, precision), flags);
                };
        String signed = sign(value, flags) + digits;
        return Character.isUpperCase(conversion) ? signed.toUpperCase(Locale.ROOT) : signed;
    }

    /// `%g`: the shorter of the two notations, without trailing zeros.
    private static String shortest(double value, int precision, String flags) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean scientific = exponent < -4 || exponent >= precision;
        int decimals = scientific ? precision - 1 : Math.max(0, precision - 1 - exponent);
        String text =
                String.format(Locale.ROOT, "%." + decimals + (scientific ? "e" : "f"), rounded);
        if (flags.contains("#") || !text.contains(".")) {
            return text;
        }
        int mantissa = scientific ? text.indexOf('e') : text.length();
        int end = mantissa;
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end) + text.substring(mantissa);
    }

    private static String text(LuaValue value, int precision) {
        LuaValue named = value.metatag(LuaValue.valueOf("__tostring"));
        String text = named.isnil() ? value.tojstring() : named.call(value).checkjstring();
        return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
    }

    private static String quoted(LuaString text) {
        var out = new StringBuilder("\"");
        for (char c : text.tojstring().toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\0' -> out.append("\\0");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String pad(String body, String flags, String width, char conversion) {
        int missing = (width.isEmpty() ? 0 : Integer.parseInt(width)) - body.length();
        if (missing <= 0) {
            return body;
        }
        if (flags.contains("-")) {
            return body + " ".repeat(missing);
        }
        boolean zeros = flags.contains("0") && "sqc".indexOf(conversion) < 0;
        if (!zeros) {
            return " ".repeat(missing) + body;
        }
        int after = !body.isEmpty() && "+- ".indexOf(body.charAt(0)) >= 0 ? 1 : 0;
        return body.substring(0, after) + "0".repeat(missing) + body.substring(after);
    }
}
