package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the monitor's detector over series in the layout of the Numenta Anomaly Benchmark: `mvn
/// -Pnab verify -Dnab.data=DIR`. Writes the scores of every CSV below `DIR/data`, and prints the
/// three profiles when `DIR/labels` is there.
class NabRun {

    private static final Path ROOT = Path.of(System.getProperty("nab.root", "."));

    @Test
    void detectorOverEverySeries() throws IOException {
        Path nab = ROOT.resolve(System.getProperty("nab.data", ""));
        List<NabFile> files = files(nab.resolve("data"));
        assertFalse(files.isEmpty(), "no CSV below the folder 'data' of -Dnab.data=DIR");
        Path results = ROOT.resolve("target").resolve("nab").resolve("results");
        var scores = new ArrayList<double[]>();
        for (NabFile file : files) {
            double[] ofFile = file.scores();
            scores.add(ofFile);
            write(results.resolve(file.category()).resolve("hotlens_" + file.file()), file, ofFile);
        }
        System.out.printf("%d series scored, results in %s%n", files.size(), results);
        Path labels = nab.resolve("labels").resolve("combined_windows.json");
        if (Files.exists(labels)) {
            print(files, scores, windows(labels));
        }
    }

    private static List<NabFile> files(Path data) throws IOException {
        var files = new ArrayList<NabFile>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                files.add(NabFile.read(data, file));
            }
        }
        return files;
    }

    private static void write(Path to, NabFile file, double[] scores) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("timestamp,value,anomaly_score");
        for (int i = 0; i < scores.length; i++) {
            NabFile.Row row = file.rows().get(i);
            lines.add(row.timestamp() + "," + row.text() + "," + scores[i]);
        }
        Files.createDirectories(to.getParent());
        Files.write(to, lines);
    }

    private static Map<String, List<NabScore.Window>> windows(Path labels) throws IOException {
        Data.Fields byFile = (Data.Fields) Json.parse(Files.readString(labels));
        return byFile.values().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e ->
                                        ((Data.Items) e.getValue())
                                                .values().stream().map(NabRun::window).toList()));
    }

    private static NabScore.Window window(Data pair) {
        List<Data> ends = ((Data.Items) pair).values();
        return new NabScore.Window(second(ends.getFirst()), second(ends.getLast()));
    }

    private static String second(Data timestamp) {
        return NabFile.second(((Data.Text) timestamp).value());
    }

    private static void print(
            List<NabFile> files,
            List<double[]> scores,
            Map<String, List<NabScore.Window>> windows) {
        for (NabScore.Profile profile : NabScore.Profile.values()) {
            var scorer = new NabScore(profile);
            for (int i = 0; i < files.size(); i++) {
                List<NabScore.Window> labels = windows.get(files.get(i).name());
                if (labels != null) {
                    List<String> seconds =
                            files.get(i).rows().stream()
                                    .map(row -> NabFile.second(row.timestamp()))
                                    .toList();
                    scorer.add(seconds, scores.get(i), labels);
                }
            }
            NabScore.Result result = scorer.result();
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %6.2f   threshold %.4f, alarms inside windows %d, outside %d%n",
                    profile.name().toLowerCase(Locale.ROOT),
                    result.score(),
                    result.threshold(),
                    result.alarmsInside(),
                    result.alarmsOutside());
        }
    }
}
