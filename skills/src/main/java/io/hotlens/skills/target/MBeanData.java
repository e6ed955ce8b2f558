package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/// Values of MBean attributes as [Data]. Values named like a secret are replaced, in composite data
/// and in options such as `-Ddb.password=x` too.
final class MBeanData {

    private static final Pattern SECRET =
            Pattern.compile("password|passwd|credential|secret|token", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_OPTION =
            Pattern.compile(
                    "(-D[^=\\s]*(?:password|passwd|credential|secret|token)[^=\\s]*=)\\S*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern JDBC_USER = Pattern.compile("//[^/@\\s]*@");
    private static final Pattern JDBC_PARAMETERS = Pattern.compile("[?;].*");
    private static final String HIDDEN = "***";
    private static final int LONGEST_LIST = 50_000;
    private static final int DEEPEST = 20;

    private MBeanData() {}

    /// Whether a value of this name must not be shown.
    static boolean isSecret(String name) {
        return SECRET.matcher(name).find();
    }

    /// The value of the attribute `name`.
    static Data of(String name, @Nullable Object value) {
        return isSecret(name) && value != null ? Data.of(HIDDEN) : of(value, 0);
    }

    private static Data of(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return Data.of("...");
        }
        return switch (value) {
            case null -> Data.NOTHING;
            case String text -> Data.of(clean(text));
            case Boolean bool -> Data.of(bool);
            case Number number -> Data.of(number.doubleValue());
            case Date date -> Data.of(date.toInstant().toString());
            case ObjectName name -> Data.of(name.getCanonicalName());
            case CompositeData composite -> ofComposite(composite, depth);
            case TabularData table -> ofCollection(table.values(), depth);
            case Collection<?> items -> ofCollection(items, depth);
            case Map<?, ?> map -> ofMap(map, depth);
            case Object array when array.getClass().isArray() -> ofArray(array, depth);
            default -> Data.of(clean(String.valueOf(value)));
        };
    }

    private static Data ofComposite(CompositeData composite, int depth) {
        var fields = new LinkedHashMap<String, Data>();
        for (String key : composite.getCompositeType().keySet()) {
            boolean hidden =
                    isSecret(key)
                            || (key.equals("value")
                                    && composite.containsKey("key")
                                    && isSecret(String.valueOf(composite.get("key"))));
            fields.put(key, hidden ? Data.of(HIDDEN) : of(composite.get(key), depth + 1));
        }
        return new Data.Fields(fields);
    }

    private static Data ofMap(Map<?, ?> map, int depth) {
        var fields = new LinkedHashMap<String, Data>();
        map.forEach(
                (key, value) -> {
                    String name = String.valueOf(key);
                    fields.put(name, isSecret(name) ? Data.of(HIDDEN) : of(value, depth + 1));
                });
        return new Data.Fields(fields);
    }

    private static Data ofCollection(Collection<?> items, int depth) {
        List<Data> values =
                items.stream().limit(LONGEST_LIST).map(item -> of(item, depth + 1)).toList();
        return new Data.Items(values);
    }

    private static Data ofArray(Object array, int depth) {
        int length = Math.min(Array.getLength(array), LONGEST_LIST);
        var values = new ArrayList<Data>(length);
        for (int i = 0; i < length; i++) {
            values.add(of(Array.get(array, i), depth + 1));
        }
        return new Data.Items(values);
    }

    /// `text` without the values of secret options, and without user and parameters of a JDBC URL.
    static String clean(String text) {
        String plain = SECRET_OPTION.matcher(text).replaceAll("$1" + HIDDEN);
        if (plain.startsWith("jdbc:")) {
            plain = JDBC_USER.matcher(plain).replaceFirst("//");
            plain = JDBC_PARAMETERS.matcher(plain).replaceFirst("");
        }
        return plain;
    }
}
