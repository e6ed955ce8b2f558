package io.hotlens.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of the window: `messages.properties` is English, beside it lies one file for each
/// other [Language].
public final class Messages {

    private static volatile ResourceBundle bundle = bundle(Language.ENGLISH);

    private Messages() {}

    /// Texts are in `language` from now on; those that are on the screen stay as they are.
    public static void speak(Language language) {
        bundle = bundle(language);
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "io.hotlens.ui.messages",
                language.locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /// What numbers are written by.
    static Locale locale() {
        return bundle.getLocale();
    }

    /// The text of `key`, its `{0}`, `{1}` filled with `values`, in which nothing is interpreted.
    ///
    /// @throws java.util.MissingResourceException when there is no such key
    public static String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(values);
    }
}
