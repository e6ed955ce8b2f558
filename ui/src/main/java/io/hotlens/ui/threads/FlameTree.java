package io.hotlens.ui.threads;

import io.hotlens.skills.data.Data;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Equal stacks put together: each frame with the weight of all stacks that pass through it.
final class FlameTree {

    /// A method at one place of the call tree.
    static final class Frame {
        private final String name;
        private final Optional<Frame> caller;
        private final Map<String, Frame> callees = new LinkedHashMap<>();
        private double weight;

        private Frame(String name, Optional<Frame> caller) {
            this.name = name;
            this.caller = caller;
        }

        String name() {
            return name;
        }

        Optional<Frame> caller() {
            return caller;
        }

        /// How much of the samples found it on the stack.
        double weight() {
            return weight;
        }

        /// Called by it, heaviest first.
        List<Frame> callees() {
            return callees.values().stream()
                    .sorted(Comparator.comparingDouble(Frame::weight).reversed())
                    .toList();
        }

        int depth() {
            return caller.map(above -> above.depth() + 1).orElse(0);
        }

        private Frame callee(String called) {
            return callees.computeIfAbsent(called, n -> new Frame(n, Optional.of(this)));
        }
    }

    private FlameTree() {}

    /// The tree of lines such as `outer;inner 12`; what is not of this form is left out.
    ///
    /// @param all the name of the root, which stands for all samples
    static Frame of(List<Data> lines, String all) {
        var root = new Frame(all, Optional.empty());
        for (Data line : lines) {
            if (line instanceof Data.Text(String text)) {
                add(root, text.strip());
            }
        }
        return root;
    }

    private static void add(Frame root, String line) {
        int space = line.lastIndexOf(' ');
        double weight = space < 0 ? 0 : weight(line.substring(space + 1));
        if (weight <= 0) {
            return;
        }
        root.weight += weight;
        Frame frame = root;
        for (String name : line.substring(0, space).split(";", -1)) {
            frame = frame.callee(name);
            frame.weight += weight;
        }
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// The longest way from `root` down, in frames.
    static int height(Frame root) {
        return 1 + root.callees.values().stream().mapToInt(FlameTree::height).max().orElse(0);
    }
}
