package io.hotlens.skills.demo;

/// A document that contains itself is read again and again; each reading ends with a
/// StackOverflowError, which somebody catches and forgets.
public final class StackOverflowDemo {

    private StackOverflowDemo() {}

    /// A part of a document that refers to another one.
    private static final class Section {
        private Section next = this;
        private int length = 1;
        private boolean last;

        int lengthOfAll() {
            return last ? length : length + next.lengthOfAll();
        }
    }

    public static void main(String[] args) {
        Stage.start("document-reader", StackOverflowDemo::readForEver);
        Stage.playUntilInputCloses();
    }

    private static void readForEver() {
        Section document = new Section();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Garbage.sink = document.lengthOfAll();
            } catch (StackOverflowError e) {
                document.length++;
                document.last = document.length < 0;
            }
            Stage.pauseMillis(300);
        }
    }
}
