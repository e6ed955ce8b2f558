package io.hotlens.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of `messages.properties`.
public final class Messages {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("io.hotlens.ui.messages", Locale.ROOT);

    private Messages() {}

    /// The text of `key`, its `{0}`, `{1}` filled with `values`, in which nothing is interpreted.
    ///
    /// @throws java.util.MissingResourceException when there is no such key
    public static String text(String key, Object... values) {
        String pattern = BUNDLE.getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT).format(values);
    }
}
