package io.hotlens.ui.insight;

import io.hotlens.ui.insight.CorrelationGraph.Edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where everything of a correlation graph stands, in pixels from the upper left corner of the
/// drawing, before any zoom.
///
/// @param boxes of the nodes, by key
record GraphLayout(Map<String, Box> boxes, List<Route> routes, double width, double height) {

    private static final double ROUND = 8;
    private static final double TIP = 9;

    GraphLayout {
        boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        routes = List.copyOf(routes);
    }

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {

        double centerX() {
            return x + width / 2;
        }

        double centerY() {
            return y + height / 2;
        }

        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /// The way of an edge in straight lines, and the place of its label.
    ///
    /// @param points two at least
    /// @param label empty where there are too many edges to read one
    record Route(Edge edge, List<Point> points, Optional<Box> label) {

        Route {
            if (points.size() < 2) {
                throw new IllegalArgumentException("a line needs two points, not " + points);
            }
            points = List.copyOf(points);
        }

        /// As the path of an SVG, with rounded corners.
        String path() {
            var path = new StringBuilder();
            write(path, "M", points.getFirst());
            for (int i = 1; i < points.size() - 1; i++) {
                Point corner = points.get(i);
                write(path, "L", towards(corner, points.get(i - 1), ROUND));
                write(path, "Q", corner);
                write(path, "", towards(corner, points.get(i + 1), ROUND));
            }
            write(path, "L", points.getLast());
            return path.toString();
        }

        /// The head of its arrow: a triangle at the end, as the path of an SVG.
        String tip() {
            Point end = points.getLast();
            Point back = towards(end, points.get(points.size() - 2), TIP);
            double acrossX = (back.y() - end.y()) / 2;
            double acrossY = (end.x() - back.x()) / 2;
            var path = new StringBuilder();
            write(path, "M", end);
            write(path, "L", new Point(back.x() + acrossX, back.y() + acrossY));
            write(path, "L", new Point(back.x() - acrossX, back.y() - acrossY));
            return path.append("Z").toString();
        }

        /// The point `most` away from one on the way to another, but not beyond its middle.
        private static Point towards(Point from, Point to, double most) {
            double far = Math.hypot(to.x() - from.x(), to.y() - from.y());
            double share = far == 0 ? 0 : Math.min(0.5, most / far);
            return new Point(
                    from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
        }

        private static void write(StringBuilder path, String command, Point point) {
            path.append(command)
                    .append(String.format(Locale.ROOT, "%.1f %.1f ", point.x(), point.y()));
        }
    }

    /// Every box that must not be covered: those of nodes and labels.
    List<Box> solids() {
        var all = new ArrayList<>(boxes.values());
        routes.forEach(route -> route.label().ifPresent(all::add));
        return all;
    }
}
