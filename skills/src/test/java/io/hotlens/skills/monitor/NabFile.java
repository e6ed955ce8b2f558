package io.hotlens.skills.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// One labelled series of the Numenta Anomaly Benchmark.
///
/// @param name category and file, such as `realTraffic/speed_6005.csv`
record NabFile(String name, List<Row> rows) {

    /// @param timestamp as it stands in the file
    /// @param text the value as it stands in the file
    record Row(String timestamp, String text) {

        Instant at() {
            return LocalDateTime.parse(second(timestamp).replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC);
        }

        double value() {
            return Double.parseDouble(text);
        }
    }

    /// A timestamp without fractions of a second.
    static String second(String timestamp) {
        String bare = timestamp.strip();
        return bare.length() > 19 ? bare.substring(0, 19) : bare;
    }

    static NabFile read(Path data, Path file) throws IOException {
        var rows = new ArrayList<Row>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            if (cells.length >= 2) {
                rows.add(new Row(cells[0], cells[1].strip()));
            }
        }
        return new NabFile(data.relativize(file).toString().replace('\\', '/'), rows);
    }

    String category() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    String file() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// The anomaly score of each row, 0 to 1, by what stands above it.
    double[] scores() {
        var model = new MetricModel(Floors.NONE);
        double[] scores = new double[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            double onset = model.judge(rows.get(i).at(), rows.get(i).value()).onset();
            scores[i] = onset / (onset + 5);
        }
        return scores;
    }
}
