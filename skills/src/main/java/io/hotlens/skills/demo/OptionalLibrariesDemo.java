package io.hotlens.skills.demo;

/// Healthy: an application finds out while it starts which optional libraries there are, and gets a
/// NoClassDefFoundError for each of the four that are not.
public final class OptionalLibrariesDemo {

    private static final String[] OPTIONAL = {"json", "metrics", "tracing", "compression"};

    private OptionalLibrariesDemo() {}

    public static void main(String[] args) {
        Stage.start("feature-detection", OptionalLibrariesDemo::detect);
        Stage.playUntilInputCloses();
    }

    private static void detect() {
        for (String library : OPTIONAL) {
            try {
                load(library);
            } catch (NoClassDefFoundError e) {
                Garbage.sink = "does without " + library;
            }
            Stage.pauseMillis(4_000);
        }
        Garbage.makeForEver(5);
    }

    private static void load(String library) {
        throw new NoClassDefFoundError("com/example/optional/" + library);
    }
}
