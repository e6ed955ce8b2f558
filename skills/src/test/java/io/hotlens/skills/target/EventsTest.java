package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import jdk.management.jfr.FlightRecorderMXBean;
import jdk.management.jfr.RecordingInfo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.management.JMX;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;

@Tag("patient")
class EventsTest {

    private static final Duration LONG = Duration.ofSeconds(25);

    static Stream<Jdk> jdks() {
        return Jdk.supported().stream();
    }

    private static TargetConnection open(Patient patient) {
        return Connector.open(new JvmAddress.LocalProcess(patient.pid()));
    }

    /// The flight recorder and our own connection wait for locks too.
    private static boolean isOfTheDemo(TargetEvent.Recorded event) {
        return event.stack().stream().anyMatch(frame -> frame.contains("ContentionDemo"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void waitForALockArrivesWithStackAndThread(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.CONTENTION, jdk);
                TargetConnection connection = open(patient)) {
            var waits = new CopyOnWriteArrayList<TargetEvent.Recorded>();
            var loads = new CopyOnWriteArrayList<TargetEvent.Recorded>();
            Consumer<TargetEvent.Recorded> keep =
                    event -> {
                        if (isOfTheDemo(event)) {
                            waits.add(event);
                        }
                    };
            var wish = EventFeed.EventWish.of("jdk.JavaMonitorEnter").threshold(1).withStack();
            connection.events().subscribe(List.of(wish), keep);
            connection.events().subscribe(List.of(wish), keep);
            Eventually.within(LONG, "three waits", () -> waits.size() >= 3);
            List<TargetEvent.Recorded> told = List.copyOf(waits);
            assertEquals(told.size(), Set.copyOf(told).size(), "each is told once");
            TargetEvent.Recorded wait = waits.getFirst();
            assertEquals("jdk.JavaMonitorEnter", wait.type());
            assertTrue(wait.duration().toMillis() >= 1);
            assertFalse(wait.thread().isEmpty());
            assertTrue(wait.fields().containsKey("monitorClass"), wait.toString());

            Subscription more =
                    connection
                            .events()
                            .subscribe(
                                    List.of(EventFeed.EventWish.of("jdk.CPULoad").every(500)),
                                    loads::add);
            Eventually.within(LONG, "a load", () -> !loads.isEmpty());
            double total =
                    new io.hotlens.skills.data.Data.Fields(
                                    new java.util.LinkedHashMap<>(loads.getFirst().fields()))
                            .number("machineTotal")
                            .orElse(-1.0);
            assertTrue(total >= 0 && total <= 1, "machineTotal is " + total);
            more.close();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void collectionIsToldWithItsCauseAndWhatItLeft(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.EXPLICIT_GC, jdk);
                TargetConnection connection = open(patient)) {
            var collections = new CopyOnWriteArrayList<TargetEvent.Collection>();
            connection.listen(
                    event -> {
                        if (event instanceof TargetEvent.Collection one
                                && one.cause().equals("System.gc()")) {
                            collections.add(one);
                        }
                    });
            Eventually.within(LONG, "a collection", () -> !collections.isEmpty());
            TargetEvent.Collection one = collections.getFirst();
            assertTrue(one.major() && one.pause(), one.toString());
            assertTrue(one.heapAfterMb() > 0.1 && one.heapAfterMb() <= one.heapBeforeMb() + 1);
            assertTrue(one.oldAfterMb() <= one.heapAfterMb() + 0.01, one.toString());
            assertTrue(
                    Math.abs(Duration.between(one.at(), java.time.Instant.now()).toMillis())
                            < 60_000,
                    one.toString());
        }
    }

    @Test
    void recordingEndsWithTheConnectionAndOrphansAreClosed() throws Exception {
        Agent agent = Agent.open();
        try (Patient patient = Patient.start(Demo.CONTENTION, Jdk.find(25), agent.jvmOptions());
                JMXConnector outside = outside(agent)) {
            var recorder =
                    JMX.newMXBeanProxy(
                            outside.getMBeanServerConnection(),
                            new ObjectName(JfrRecordings.BEAN),
                            FlightRecorderMXBean.class);
            long foreign = recorder.newRecording();
            recorder.startRecording(foreign);
            long orphan = recorder.newRecording();
            recorder.setRecordingOptions(
                    orphan,
                    java.util.Map.of("name", "Hotlens 4194302@" + Description.thisHost() + "/old"));
            recorder.startRecording(orphan);
            TargetConnection connection = open(patient);
            Eventually.within(LONG, "the orphan closed", () -> find(recorder, orphan).isEmpty());
            var loads = new CopyOnWriteArrayList<TargetEvent.Recorded>();
            connection
                    .events()
                    .subscribe(
                            List.of(EventFeed.EventWish.of("jdk.CPULoad").every(500)), loads::add);
            Eventually.within(LONG, "an event", () -> !loads.isEmpty());
            assertEquals(1, ours(recorder), () -> names(recorder).toString());
            connection.close();
            Eventually.within(LONG, "our recording closed", () -> ours(recorder) == 0);
            assertTrue(find(recorder, foreign).isPresent(), "a foreign recording was closed");
        }
    }

    private static JMXConnector outside(Agent agent) throws Exception {
        Armour.install();
        var line = new RemoteLine(agent.address());
        Route route = line.route();
        return ScopedValue.where(Route.CURRENT, route)
                .call(() -> (RMIConnector) line.open(route).connector().orElseThrow());
    }

    private static Optional<RecordingInfo> find(FlightRecorderMXBean recorder, long id) {
        return recorder.getRecordings().stream().filter(one -> one.getId() == id).findFirst();
    }

    private static List<String> names(FlightRecorderMXBean recorder) {
        return recorder.getRecordings().stream().map(RecordingInfo::getName).toList();
    }

    private static long ours(FlightRecorderMXBean recorder) {
        return names(recorder).stream().filter(name -> name.startsWith("Hotlens ")).count();
    }
}
