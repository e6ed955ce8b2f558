package io.hotlens.skills.demo;

/// A quiet service that allocates a little; what is wrong with it, if anything, are its options.
public final class ServiceDemo {

    private ServiceDemo() {}

    public static void main(String[] args) {
        Stage.start("request-handler", () -> Garbage.makeForEver(8));
        Stage.playUntilInputCloses();
    }
}
