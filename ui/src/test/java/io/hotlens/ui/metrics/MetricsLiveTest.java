package io.hotlens.ui.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.ui.metrics.BeanDetails.Attribute;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.support.Inline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the screen of metrics is told by real targets.
@Tag("patient")
final class MetricsLiveTest {

    private static Function<String, LuaOutcome> scripts(Session session) {
        return code -> session.lua(Optional.empty(), code);
    }

    @ParameterizedTest
    @MethodSource("io.hotlens.skills.patient.Jdk#supported")
    void aPartOfAnAttributeIsFoundAndFollowedWithoutSecrets(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.IDLE, jdk, "-Ddb.password=hunter2");
                Session session =
                        new SessionFactory().open(new JvmAddress.LocalProcess(patient.pid()))) {
            var model =
                    new BeansViewModel(Inline.tasks(), scripts(session), InstantSource.system());
            model.begin();
            assertTrue(
                    model.rows().stream()
                            .anyMatch(
                                    row ->
                                            row instanceof BeanRow.Domain(String name, int beans)
                                                    && name.equals("java.lang")
                                                    && beans > 8),
                    () -> model.rows().toString());
            model.query().set("type=memory");
            model.choose(new BeanRow.Bean("java.lang:type=Memory"));
            assertEquals("", model.details().get().problem());
            Attribute heap = attribute(model, "HeapMemoryUsage");
            model.follow(heap, List.of("used"));
            OfAttribute used = model.charted().get().orElseThrow();
            var wrong = new OfAttribute("no.such:type=\"Bean\"", "A", List.of());
            var watch = new AttributeWatch(scripts(session), InstantSource.system());
            watch.want(Set.of(used, wrong));
            watch.read();
            watch.read();
            assertEquals(2, watch.series(used).points().size());
            assertTrue(watch.series(used).points().getLast().value() > 100_000);
            assertTrue(watch.series(wrong).isEmpty());
            assertTrue(watch.problem(wrong).contains("no.such"), watch.problem(wrong));
            model.choose(new BeanRow.Bean("java.lang:type=Runtime"));
            String options = attribute(model, "InputArguments").value().toString();
            assertTrue(options.contains("db.password"), options);
            assertTrue(!options.contains("hunter2"), options);
        }
    }

    private static Attribute attribute(BeansViewModel model, String name) {
        return model.details().get().attributes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(model.details().get().toString()));
    }
}
