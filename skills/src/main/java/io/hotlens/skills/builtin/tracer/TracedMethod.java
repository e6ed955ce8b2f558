package io.hotlens.skills.builtin.tracer;

import io.hotlens.skills.skill.BadArguments;

import java.util.List;
import java.util.regex.Pattern;

/// A method that may be traced: one concrete method of one class, not of the JDK.
///
/// @param type the binary class name, such as `com.shop.Cart$Item`
/// @param name the method's name, `<init>` for constructors
record TracedMethod(String type, String name) {

    private static final Pattern FORM =
            Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$.]*)::([\\p{L}_$][\\p{L}\\p{N}_$]*|<init>)");
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /// Reads `Class::method`.
    ///
    /// @throws BadArguments when it is something else, or a method of the JDK
    static TracedMethod of(String filter) {
        var form = FORM.matcher(filter.strip());
        if (!form.matches()) {
            throw new BadArguments(
                    "method_filter must name one method as package.Class::method, not '%s'"
                            .formatted(filter));
        }
        var method = new TracedMethod(form.group(1), form.group(2));
        if (JDK.stream().anyMatch(method.type()::startsWith)) {
            throw new BadArguments(
                    "'%s' belongs to the JDK, whose methods are too hot to trace; name the method of"
                                    .formatted(method.filter())
                            + " the application that calls it");
        }
        return method;
    }

    /// As the flight recorder takes it.
    String filter() {
        return type + "::" + name;
    }

    /// Whether a frame such as `com.shop.Cart.add:17` is of this method.
    boolean isFrame(String frame) {
        String called = type + "." + name;
        return frame.equals(called) || frame.startsWith(called + ":");
    }
}
