package io.hotlens.app.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.skill.Skill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

/// A Java archive with a skill, compiled and packed by the test.
final class PluginArchive {

    private static final String TILL =
            """
            package till;

            import io.hotlens.skills.data.Data;
            import io.hotlens.skills.metric.Metric;
            import io.hotlens.skills.skill.*;
            import java.util.List;
            import java.util.Optional;

            public final class Till implements Skill {
                private static final Callback OPEN =
                        Callback.of("till_open", "Whether it is open.", "true or false", "nowhere");
                public SkillId id() { return new SkillId("till"); }
                public String title() { return "Till"; }
                public String description() { return "A till."; }
                public String prompt() { return ""; }
                public List<Metric> metrics() { return List.of(); }
                public List<Callback> callbacks() { return List.of(OPEN); }
                public Optional<String> playbook() { return Optional.empty(); }
                public LiveSkill open(SkillContext context) {
                    return BoundSkill.of(this, context).bind(OPEN, a -> Data.of(true)).build();
                }
            }
            """;

    private PluginArchive() {}

    /// Writes an archive to the plug-ins of a configuration folder.
    ///
    /// @param service the class that it offers as a skill; empty for none
    /// @param withClasses whether the class is in it
    static void write(Path config, String name, String service, boolean withClasses)
            throws IOException {
        Path classes = Files.createTempDirectory(config, "classes");
        if (withClasses) {
            Path source = Files.writeString(classes.resolve("Till.java"), TILL);
            String path = System.getProperty("java.class.path");
            int status =
                    ToolProvider.getSystemJavaCompiler()
                            .run(
                                    null,
                                    null,
                                    null,
                                    "-proc:none",
                                    "-cp",
                                    path,
                                    "-d",
                                    classes.toString(),
                                    source.toString());
            assertEquals(0, status);
        }
        Files.createDirectories(config.resolve("plugins"));
        try (var jar =
                        new JarOutputStream(
                                Files.newOutputStream(config.resolve("plugins").resolve(name)));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
            }
            if (!service.isEmpty()) {
                jar.putNextEntry(new JarEntry("META-INF/services/" + Skill.class.getName()));
                jar.write(service.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }
}
