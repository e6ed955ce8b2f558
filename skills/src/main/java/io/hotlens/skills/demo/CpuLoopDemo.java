package io.hotlens.skills.demo;

/// One thread searches in a loop that never finds what it looks for.
public final class CpuLoopDemo {

    private static volatile long wanted = -1;

    private CpuLoopDemo() {}

    public static void main(String[] args) {
        Stage.start("invoice-matcher", CpuLoopDemo::match);
        Stage.playUntilInputCloses();
    }

    private static void match() {
        long candidate = 0;
        while (candidate != wanted) {
            candidate = (candidate * 31 + 7) & 0xffff_ffffL;
        }
    }
}
