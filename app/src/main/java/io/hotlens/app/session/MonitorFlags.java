package io.hotlens.app.session;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.monitor.MonitorSettings;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a target itself asks of its monitor, by options such as
/// `-Dhotlens.monitor.learning_duration_ms=60000`: a program that has warmed up after a minute
/// knows it best. They come before the user's settings.
final class MonitorFlags {

    private static final Logger LOG = System.getLogger(MonitorFlags.class.getName());
    private static final Pattern FLAG =
            Pattern.compile("-Dhotlens\\.monitor\\.([a-z_]{1,40})=([0-9.]{1,12})");

    private MonitorFlags() {}

    static MonitorSettings of(TargetConnection connection, MonitorSettings usual) {
        try {
            FieldsBuilder fields = Data.fields();
            usual.toData().values().forEach(fields::put);
            if (connection.beans().get("java.lang:type=Runtime", "InputArguments")
                    instanceof Data.Items(var arguments)) {
                arguments.forEach(argument -> put(argument, fields));
            }
            return MonitorSettings.of(fields.build());
        } catch (TargetException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, () -> "the target says nothing of its monitor: " + e.getMessage());
            return usual;
        }
    }

    private static void put(Data argument, FieldsBuilder fields) {
        if (argument instanceof Data.Text(String text)) {
            Matcher flag = FLAG.matcher(text);
            if (flag.matches()) {
                fields.put(flag.group(1), Double.parseDouble(flag.group(2)));
            }
        }
    }
}
