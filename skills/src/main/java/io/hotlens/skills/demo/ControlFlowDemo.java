package io.hotlens.skills.demo;

/// Healthy: cells of a table are tried as numbers, and some eight each second are none. That is a
/// matter of taste, not a storm.
public final class ControlFlowDemo {

    private static final String[] CELLS = {"12", "n/a", "7", "1e", "44", "2024-01-01", "3", "9"};

    private ControlFlowDemo() {}

    public static void main(String[] args) {
        Stage.start("table-import", ControlFlowDemo::importCells);
        Stage.playUntilInputCloses();
    }

    private static void importCells() {
        int row = 0;
        while (!Thread.currentThread().isInterrupted()) {
            Garbage.sink = numberOrText(CELLS[row++ % CELLS.length]);
            Stage.pauseMillis(45);
        }
    }

    private static Object numberOrText(String cell) {
        try {
            return Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            return cell;
        }
    }
}
