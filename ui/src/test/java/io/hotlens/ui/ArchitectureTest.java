package io.hotlens.ui;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The layers and choke points of docs/architecture.md.
@AnalyzeClasses(
        packages = "io.hotlens",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /// The patients come in a jar of their own, with the tests of their module.
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule MODULES_POINT_DOWN =
            noClasses()
                    .that()
                    .resideInAPackage("io.hotlens.skills..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.hotlens.app..", "io.hotlens.ui..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_WINDOW =
            noClasses()
                    .that()
                    .resideInAPackage("io.hotlens.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.hotlens.ui..", "javafx..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.hotlens.(*).(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_TARGET_PACKAGE_TOUCHES_A_JVM =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.hotlens.skills.target..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javax.management..", "java.rmi..", "com.sun.tools.attach..");

    /// Telemetry makes events of our own process.
    @ArchTest
    static final ArchRule ONLY_THE_TARGET_PACKAGE_AND_TELEMETRY_KNOW_THE_FLIGHT_RECORDER =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.hotlens.skills.target..", "io.hotlens.app.telemetry..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jdk.jfr..");

    @ArchTest
    static final ArchRule ONLY_TELEMETRY_KNOWS_OPENTELEMETRY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.hotlens.app.telemetry..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.opentelemetry..");

    /// The sandbox measures what its own thread allocates, a demo how ill it is.
    @ArchTest
    static final ArchRule ONLY_TARGETS_THE_SANDBOX_AND_DEMOS_MEASURE_A_JVM =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.hotlens.skills.target..",
                            "io.hotlens.app.sandbox..",
                            "io.hotlens.skills.demo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.management..");

    @ArchTest
    static final ArchRule ONLY_THE_SANDBOX_KNOWS_LUAJ =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.hotlens.app.sandbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.luaj..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_SQLITE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.hotlens.app.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.sqlite..");

    @ArchTest
    static final ArchRule ONLY_THE_LLM_PACKAGE_KNOWS_LANGCHAIN =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.hotlens.app.llm..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.langchain4j..");

    /// One place makes a client of a provider, and two ask there: `Opening`, which puts the gate
    /// before it, and `Models`, which asks once without anything of a target.
    @ArchTest
    static final ArchRule ONE_PLACE_MAKES_CLIENTS_OF_PROVIDERS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.hotlens.app.llm.Models$Setup")
                    .and()
                    .doNotHaveFullyQualifiedName("io.hotlens.app.llm.ProviderClients")
                    .should()
                    .callMethodWhere(
                            target(owner(name("io.hotlens.app.llm.ProviderClients")))
                                    .and(target(name("open"))));

    @ArchTest
    static final ArchRule CLIENTS_OF_PROVIDERS_GO_BEHIND_THE_GATE =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.hotlens.app.llm.Opening")
                    .and()
                    .doNotHaveFullyQualifiedName("io.hotlens.app.llm.Models")
                    .should()
                    .callMethodWhere(
                            target(owner(name("io.hotlens.app.llm.Models$Setup")))
                                    .and(target(name("provider"))));

    @ArchTest
    static final ArchRule ONE_HOP_TO_THE_FX_THREAD =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("FxThread")
                    .should()
                    .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule SKILLS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("io.hotlens.skills.builtin.(*)..").should().notDependOnEachOther();

    /// What may leave for a model, and what left, is shown to the user as it is.
    @ArchTest
    static final ArchRule THE_WINDOW_AND_THE_COMMAND_LINE_USE_THE_SESSION =
            noClasses()
                    .that()
                    .resideInAnyPackage("io.hotlens.ui..", "io.hotlens.app.cli..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "io.hotlens.app.loop..",
                                    "io.hotlens.app.llm",
                                    "io.hotlens.app.rules..",
                                    "io.hotlens.skills.builtin.."));

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_NODES =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule DEMOS_STAND_ALONE =
            classes()
                    .that()
                    .resideInAPackage("io.hotlens.skills.demo..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("io.hotlens.skills.demo..", "java..")
                                    .or(not(resideInAPackage("io.hotlens.."))));
}
