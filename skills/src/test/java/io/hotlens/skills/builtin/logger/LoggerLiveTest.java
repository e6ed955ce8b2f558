package io.hotlens.skills.builtin.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.examination.Examination;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class LoggerLiveTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    private static final String LOGBACK =
            """
            <configuration>
              <appender name="F" class="ch.qos.logback.core.rolling.RollingFileAppender">
                <file>FOLDER/app.log</file>
                <rollingPolicy class="ch.qos.logback.core.rolling.FixedWindowRollingPolicy">
                  <fileNamePattern>FOLDER/app.%i.log</fileNamePattern>
                  <minIndex>1</minIndex><maxIndex>3</maxIndex>
                </rollingPolicy>
                <triggeringPolicy class="ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy">
                  <maxFileSize>16KB</maxFileSize>
                  <checkIncrement>1 second</checkIncrement>
                </triggeringPolicy>
                <encoder><pattern>%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} -%kvp- %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="F"/></root>
            </configuration>
            """;
    private static final String LOG4J =
            """
            <Configuration>
              <Appenders><File name="F" fileName="FOLDER/app.log">
                <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c] (%t) %m%n"/>
              </File></Appenders>
              <Loggers><Root level="info"><AppenderRef ref="F"/></Root></Loggers>
            </Configuration>
            """;
    private static final String JUL =
            """
            handlers=java.util.logging.FileHandler
            java.util.logging.FileHandler.pattern=FOLDER/app.log
            java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
            """;

    @TempDir Path folder;

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    /// A child JVM that logs with a framework into the test's folder.
    private Process start(String framework) throws IOException {
        String text =
                switch (framework) {
                    case "logback" -> LOGBACK;
                    case "log4j2" -> LOG4J;
                    default -> JUL;
                };
        String option =
                switch (framework) {
                    case "logback" -> "-Dlogback.configurationFile=";
                    case "log4j2" -> "-Dlog4j2.configurationFile=";
                    default -> "-Djava.util.logging.config.file=";
                };
        Path config =
                Files.writeString(
                        folder.resolve(framework + ".xml"),
                        text.replace("FOLDER", folder.toString()));
        Process child =
                new ProcessBuilder(
                                Jdk.find(25).java(),
                                option + config,
                                "-cp",
                                System.getProperty("java.class.path"),
                                LogWriters.class.getName(),
                                framework)
                        .redirectErrorStream(true)
                        .start();
        var out = new BufferedReader(child.inputReader());
        String line = out.readLine();
        while (line != null && !line.equals("ready")) {
            line = out.readLine();
        }
        assertEquals("ready", line);
        return child;
    }

    @ParameterizedTest
    @CsvSource({"logback", "log4j2", "jul"})
    void theFilesOfRealFrameworksAreFoundAndRead(String framework) throws IOException {
        Process child = start(framework);
        try (Examination exam =
                Examination.of(new LoggerSkill(), new JvmAddress.LocalProcess(child.pid()))) {
            Eventually.within(
                    LONG,
                    "three errors, counted over some seconds",
                    () ->
                            exam.call("logger_errors", 10).number("total").orElse(0.0) >= 3
                                    && exam.call("logger_stats").number("watched_s").orElse(0.0)
                                            > 3);
            Data.Fields error = Examination.first(exam.call("logger_errors", 10), "items");
            assertEquals("com.shop.Orders", error.text("logger").orElseThrow(), error::toString);
            assertTrue(error.text("message").orElse("").matches("order \\d+0 failed"));
            assertTrue(Json.write(error).contains("IOException: warehouse"), error::toString);
            String recent = Json.write(exam.call("logger_recent", 50, "info"));
            assertTrue(recent.contains("accepted"), recent);
            assertFalse(recent.contains("hunter2"), recent);
            Data.Fields loud = Examination.first(exam.call("logger_by_logger", "", 5), "items");
            assertEquals("com.shop.Orders", loud.text("logger").orElseThrow());
            Data.Fields minute =
                    (Data.Fields) exam.call("logger_stats").get("last_minute").orElseThrow();
            double share = minute.number("error_rate_pct").orElse(0.0);
            assertTrue(share > 2 && share < 25, minute::toString);
        } finally {
            child.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aStormIsMeasuredOverItsRotations(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.LOG_STORM, jdk);
                Examination exam = Examination.of(new LoggerSkill(), patient)) {
            Eventually.within(
                    LONG,
                    "some seconds of it",
                    () -> exam.call("logger_stats").number("watched_s").orElse(0.0) > 6);
            Data.Fields minute =
                    (Data.Fields) exam.call("logger_stats").get("last_minute").orElseThrow();
            double rate = minute.number("records_per_s").orElse(0.0);
            assertTrue(rate > 500 && rate < 3_000, minute::toString);
            assertTrue(
                    exam.call("logger_search", "heartbeat \\d+ of device 7 ", 5)
                                    .number("total")
                                    .orElse(0.0)
                            > 10);
            assertThrows(BadArguments.class, () -> exam.call("logger_search", "(", 5));
        }
    }

    @Test
    void aTargetWithoutALogSaysSoAndWhatToDo() throws IOException {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(17));
                Examination exam = Examination.of(new LoggerSkill(), patient)) {
            Eventually.within(
                    LONG,
                    "a reason",
                    () -> exam.call("logger_stats").text("unavailable").isPresent());
            String why = exam.call("logger_stats").text("unavailable").orElseThrow();
            assertTrue(why.contains("standard output goes to another process"), why);
            assertTrue(why.contains("logger_follow(path)"), why);
            assertTrue(exam.reading("log_count_1m") instanceof Reading.Unavailable);
            assertThrows(BadArguments.class, () -> exam.call("logger_follow", "/etc/shadow"));
            Path named = folder.resolve("named.log");
            Files.writeString(named, "08:25:23 ERROR a.B - seen\n");
            exam.call("logger_follow", named.toString());
            assertEquals(1, exam.call("logger_errors", 5).number("total").orElseThrow());
            assertTrue(exam.call("logger_stats").text("unavailable").isEmpty());
        }
    }
}
