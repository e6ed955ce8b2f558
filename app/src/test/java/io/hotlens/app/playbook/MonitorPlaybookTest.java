package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class MonitorPlaybookTest {

    private static Playbook watching(String... anomalies) {
        return Playbook.of("monitor")
                .answer("monitor_get_state", "{\"state\":\"active\"}")
                .answer(
                        "monitor_get_anomalies",
                        "{\"total\":%d,\"items\":[%s]}"
                                .formatted(anomalies.length, String.join(",", anomalies)));
    }

    private static String anomaly(String metric, String of, String unit, int ageS) {
        return """
        {"metric":"%s","of":"%s","unit":"%s","value":512,"expected_low":80,"expected_high":96.5,
        "z":4.2,"age_s":%d}\
        """
                .formatted(metric, of, unit, ageS);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void nothingOddIsNothing() {
        watching().isSilent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    latest  | MB | gc.old was 512 MB, expected 80 to 96.5 MB
                    average | %  | the average of gc.old was 512 %, expected 80 to 96.5 %
                    step    | ms | the step between values of gc.old was 512 ms, expected 80 to 96.5 ms
                    lowest  | '' | the lowest of gc.old was 512, expected 80 to 96.5
                    """)
    void whatIsOddIsToldInItsUnit(String of, String unit, String words) {
        assertEquals(
                words,
                observation(watching(anomaly("gc.old", of, unit, 5)).finds("metric_anomaly")));
    }

    @Test
    void whatWasOddLongAgoIsPast() {
        watching(anomaly("gc.old", "latest", "MB", 601)).isSilent();
    }

    @Test
    void aMetricIsToldOnceAndFiveAreEnough() {
        watching(anomaly("gc.old", "latest", "MB", 5), anomaly("gc.old", "average", "MB", 9))
                .finds("metric_anomaly");
        List<String> many =
                IntStream.range(0, 7).mapToObj(i -> anomaly("gc.m" + i, "step", "", 5)).toList();
        assertEquals(
                Collections.nCopies(5, "metric_anomaly"),
                watching(many.toArray(String[]::new)).run().findings().stream()
                        .map(one -> one.text("type").orElse(""))
                        .toList());
    }

    @Test
    void whileItLearnsNothingIsTold() {
        watching(anomaly("gc.old", "latest", "MB", 5))
                .answer("monitor_get_state", "{\"state\":\"learning\"}")
                .isSilent();
    }
}
