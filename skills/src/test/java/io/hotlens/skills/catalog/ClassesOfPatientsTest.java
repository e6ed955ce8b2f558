package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.classes.ClassesSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.skill.BadArguments;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;

@Tag("patient")
class ClassesOfPatientsTest {

    private static final String LOADER = "io.hotlens.skills.demo.WebApplication$WebAppLoader";

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    private static Optional<Data.Fields> course(Visit visit) {
        return visit.items("classes_loaders", 50).stream()
                .filter(one -> one.text("loader_type").equals(Optional.of(LOADER)))
                .findFirst();
    }

    private static double of(Visit visit, String field) {
        return course(visit).flatMap(one -> one.number(field)).orElse(0.0);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void copiesOfAnApplicationSurviveCollections(Jdk jdk) {
        try (Visit visit = Visit.local(new ClassesSkill(), Demo.CLASSLOADER_LEAK, jdk)) {
            visit.eventually(
                    "loaders survived a collection",
                    v ->
                            of(v, "added") >= 10
                                    && v.call("classes_loaders", 1)
                                                    .number("unloading_collections")
                                                    .orElse(0.0)
                                            >= 1);
            assertEquals(
                    8,
                    of(visit, "classes_per_loader"),
                    0.8,
                    "of ten copies one may just be deployed and have no class yet");
            Data.Fields leaks = visit.call("classes_leaks");
            assertTrue(
                    Visit.items(leaks, "duplicates").stream()
                            .anyMatch(
                                    one ->
                                            one.text("class_name")
                                                    .orElse("")
                                                    .endsWith("$CartService")),
                    leaks::toString);
            assertTrue(visit.value("loaded") > 500);
            assertTrue(visit.value("loaders") >= 3);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void copiesThatWereLetGoAreUnloaded(Jdk jdk) {
        try (Visit visit = Visit.local(new ClassesSkill(), Demo.REDEPLOY, jdk)) {
            visit.eventually(
                    "collections unload classes",
                    v ->
                            v.call("classes_loaders", 1).number("unloading_collections").orElse(0.0)
                                            >= 3
                                    && v.value("unloaded_per_min") > 0);
            assertTrue(of(visit, "added") < 20, () -> course(visit).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aClassIsFoundWithItsLoader(Jdk jdk) {
        try (Visit visit = Visit.local(new ClassesSkill(), Demo.IDLE, jdk)) {
            Data.Fields found = visit.items("classes_search", "idledemo").getFirst();
            assertTrue(
                    Visit.items(found, "loaded_by").stream()
                            .anyMatch(
                                    one ->
                                            one.text("loader_type")
                                                    .orElse("")
                                                    .endsWith("AppClassLoader")),
                    found::toString);
            assertThrows(BadArguments.class, () -> visit.call("classes_search", " "));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aRemoteTargetTellsTheSame(Jdk jdk) {
        try (Visit visit = Visit.remote(new ClassesSkill(), Demo.IDLE, jdk)) {
            assertTrue(visit.value("loaded") > 300);
            assertTrue(visit.value("loaders") >= 3);
            assertTrue(visit.items("classes_loaders", 50).size() >= 3);
        }
    }
}
