package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassesPlaybookTest {

    private static final String WEB_APP = "com.server.WebAppLoader";

    private static Playbook with(double windowS, int collections, String loaders) {
        return with(windowS, collections, loaders, "");
    }

    private static Playbook with(
            double windowS, int collections, String loaders, String duplicates) {
        int count = loaders.isEmpty() ? 0 : 1;
        return Playbook.of("classes")
                .answer(
                        "classes_loaders",
                        """
                        {"total":%d,"showing":%d,"items":[%s],"window_s":%s,
                        "unloading_collections":%d}\
                        """
                                .formatted(count, count, loaders, windowS, collections))
                .answer("classes_leaks", "{\"duplicates\":[%s]}".formatted(duplicates));
    }

    private static String loaders(String type, int added, int lately, double r2) {
        return loaders(type, 40, added, lately, r2, 5);
    }

    private static String loaders(
            String type, double perLoader, int added, int lately, double r2, int looks) {
        return """
        {"loader_type":"%s","loaders":20,"classes":800,"classes_per_loader":%s,"mb":9.5,
        "added":%d,"added_lately":%d,"slope_per_min":24,"r2":%s,"looks":%d}\
        """
                .formatted(type, perLoader, added, lately, r2, looks);
    }

    private static String copies(String name, String type) {
        return """
        {"class_name":"%s","copies":20,"loaded_by":[{"loader_type":"%s","loaders":20}]}\
        """
                .formatted(name, type);
    }

    @Test
    void loadersThatDoNotGrowInNumberAreHealthy() {
        with(14, 1, "").isSilent();
    }

    @Test
    void aShortWatchSaysNothing() {
        with(7.9, 1, "").looksAgain();
        with(8, 1, "").isSilent();
    }

    @Test
    void copiesOfAnApplicationThatSurviveLeak() {
        Data.Fields finding =
                with(
                                14,
                                2,
                                loaders(WEB_APP, 8, 2, 0.99),
                                copies("com.shop.Cart", WEB_APP)
                                        + ","
                                        + copies("com.other.Plugin", "com.other.Loader"))
                        .finds("classloader_leak");
        assertEquals(WEB_APP, finding.text("subject").orElse(""));
        assertTrue(finding.text("observation").orElse("").endsWith("its own copy of Cart"));
    }

    @Test
    void whereListingTheClassesWouldPauseTooLongTheLeakIsToldWithoutTheirNames() {
        Data.Fields finding =
                with(14, 2, loaders(WEB_APP, 8, 2, 0.99))
                        .refuse("classes_leaks", "it would pause the target for 204 ms")
                        .finds("classloader_leak");
        assertTrue(finding.text("observation").orElse("").endsWith("that unload classes"));
    }

    @Test
    void aTargetWithoutSuchLoadersIsNotStoppedToListItsClasses() {
        Playbook.of("classes")
                .answer(
                        "classes_loaders",
                        "{\"items\":[],\"window_s\":14,\"unloading_collections\":1}")
                .isSilent();
    }

    @Test
    void aLoaderForEachGeneratedClassFillsTheMetaspace() {
        Data.Fields finding =
                with(14, 1, loaders("com.script.Loader", 2.9, 8, 2, 0.99, 4))
                        .finds("metaspace_leak");
        assertTrue(finding.text("observation").orElse("").endsWith("that unload classes"));
    }

    @ParameterizedTest
    @CsvSource({"8, 1, 0.99", "20, 2, 0.99", "8, 0, 0.99", "8, 2, 0.84", "1, 1, 0.99"})
    void aRiseThatHasEndedOrIsUnevenOrOfOneIsNoLeak(int added, int lately, double r2) {
        with(40, 1, loaders(WEB_APP, added, lately, r2)).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"7, 20, 1, 5", "8, 13, 1, 5", "8, 14, 1, 3", "8, 14, 0, 5"})
    void fewLoadersOrSecondsOrLooksOrNoUnloadingAreWatchedForLonger(
            int added, double windowS, int collections, int looks) {
        with(windowS, collections, loaders(WEB_APP, 40, added, 2, 0.99, looks)).looksAgain();
    }

    @Test
    void whatGrowsTooSlowlyIsNotWaitedFor() {
        with(27, 1, loaders(WEB_APP, 7, 2, 0.99)).isSilent();
    }

    @Test
    void loadersOfReflectionAreTheJdks() {
        with(40, 1, loaders("jdk.internal.reflect.DelegatingClassLoader", 90, 30, 0.99)).isSilent();
    }
}
