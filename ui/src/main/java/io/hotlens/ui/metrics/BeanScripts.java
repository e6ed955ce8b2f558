package io.hotlens.ui.metrics;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.metrics.Pin.OfAttribute;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The Lua by which MBeans are asked for; the callbacks only read.
final class BeanScripts {

    private static final int MOST = 50;

    private BeanScripts() {}

    static String domains() {
        return "return mbeans_domains(%d)".formatted(MOST);
    }

    static String find(String pattern) {
        return "return mbeans_find(%s, %d)".formatted(quoted(pattern), MOST);
    }

    static String values(String bean) {
        return "return mbeans_values(%s)".formatted(quoted(bean));
    }

    /// Answers `{value}` or `{problem}` for each, in their order.
    static String read(Collection<OfAttribute> attributes) {
        return attributes.stream()
                .map(one -> "read(%s, %s)".formatted(quoted(one.bean()), quoted(one.attribute())))
                .collect(
                        Collectors.joining(
                                ",\n  ",
                                """
                                local function read(bean, attribute)
                                  local ok, answer = pcall(mbeans_get, bean, attribute)
                                  if ok then return { value = answer.value } end
                                  return { problem = tostring(answer) }
                                end
                                return {
                                  \
                                """,
                                "\n}"));
    }

    /// The part of a value that a path leads to; nothing when it leads nowhere.
    static Data at(Data value, List<String> path) {
        Data here = value;
        for (String name : path) {
            here =
                    switch (here) {
                        case Data.Fields fields -> fields.get(name).orElse(Data.NOTHING);
                        case Data.Items(List<Data> items) -> item(items, name);
                        case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> Data.NOTHING;
                    };
        }
        return here;
    }

    private static Data item(List<Data> items, String number) {
        boolean plain = !number.isEmpty() && number.length() < 9 && digits(number);
        int index = plain ? Integer.parseInt(number) - 1 : -1;
        return index >= 0 && index < items.size() ? items.get(index) : Data.NOTHING;
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A text as Lua writes it.
    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\0", "\\0")
                + '"';
    }
}
