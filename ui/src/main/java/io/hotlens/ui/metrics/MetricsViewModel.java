package io.hotlens.ui.metrics;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.control.ChartTime;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.metrics.Pin.OfMetric;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The metrics of a target, the one that was chosen, and the board. Belongs to the JavaFX thread.
public final class MetricsViewModel {

    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final TargetModel model;
    private final Supplier<List<TargetModel>> targets;
    private final Board board;
    private final BeansViewModel beans;
    private final AttributeWatch watch;
    private final ChartTime time = new ChartTime(USUAL, LONGEST);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty compared = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Metric>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Metric> rows = FXCollections.observableArrayList();
    private List<Metric> known = List.of();

    /// What a chart shows.
    ///
    /// @param about one sentence about it
    /// @param lines empty when this target does not have it
    /// @param normal what the monitor knows of the only line
    record Plotted(
            String title,
            String about,
            Unit unit,
            List<ChartLine> lines,
            Optional<Normality.Row> normal) {}

    /// @param targets all that are open
    /// @param watch reads attributes of this target
    public MetricsViewModel(
            TargetModel model,
            Supplier<List<TargetModel>> targets,
            Board board,
            BeansViewModel beans,
            AttributeWatch watch) {
        this.model = model;
        this.targets = targets;
        this.board = board;
        this.beans = beans;
        this.watch = watch;
        filter.subscribe(_ -> list());
        beans.charted().subscribe(this::want);
    }

    ReadOnlyObjectProperty<Vitals> vitals() {
        return model.vitals();
    }

    BeansViewModel beans() {
        return beans;
    }

    Board board() {
        return board;
    }

    /// What all charts show.
    ChartTime time() {
        return time;
    }

    /// Words that a metric's name, unit, meaning or skill must have.
    StringProperty filter() {
        return filter;
    }

    /// The metrics that have the words of the filter, by skill and name.
    ObservableList<Metric> rows() {
        return rows;
    }

    ObjectProperty<Optional<Metric>> chosen() {
        return chosen;
    }

    /// Whether the chosen metric is shown of all open targets.
    BooleanProperty compared() {
        return compared;
    }

    /// The metrics that the target has now.
    void refresh() {
        List<Metric> now =
                vitals().get().byId().values().stream()
                        .map(Vital::metric)
                        .sorted(Comparator.comparing(Metric::id))
                        .toList();
        if (!now.equals(known)) {
            known = now;
            list();
        }
    }

    private void list() {
        List<String> words =
                SPACE.splitAsStream(filter.get().strip().toLowerCase(Locale.ROOT)).toList();
        rows.setAll(
                known.stream()
                        .filter(metric -> words.stream().allMatch(text(metric)::contains))
                        .toList());
    }

    private String text(Metric metric) {
        return String.join(
                        " ", metric.id(), metric.unit().symbol(), skill(metric), metric.meaning())
                .toLowerCase(Locale.ROOT);
    }

    String skill(Metric metric) {
        return model.title(new SkillId(metric.skill()));
    }

    /// One sentence: how many there are, and how many are on the board.
    String sentence() {
        return board.pins().get().isEmpty()
                ? Messages.text("metric.none_pinned", known.size())
                : Messages.text("metric.pinned", known.size(), board.pins().get().size());
    }

    /// What the chart of a metric or an attribute shows now.
    Plotted plotted(Pin pin) {
        return switch (pin) {
            case OfMetric(String id, boolean all) -> all ? compared(id) : own(id);
            case OfAttribute attribute -> attribute(attribute);
        };
    }

    private Plotted own(String id) {
        Vitals now = vitals().get();
        Optional<Vital> vital = now.vital(id);
        Optional<Normality.Row> normal = vital.flatMap(one -> now.normality().row(one.metric()));
        return new Plotted(
                id,
                vital.map(one -> Normality.meaning(one.metric(), normal)).orElse(""),
                vital.map(Vital::unit).orElse(Unit.COUNT),
                vital.map(one -> List.of(new ChartLine("", one.series(LONGEST)))).orElse(List.of()),
                normal);
    }

    private Plotted compared(String id) {
        List<TargetModel> open = targets.get();
        List<TargetModel> having =
                open.stream().filter(one -> one.vitals().get().vital(id).isPresent()).toList();
        Optional<Vital> any =
                having.stream().flatMap(one -> one.vitals().get().vital(id).stream()).findFirst();
        return new Plotted(
                id,
                any.map(vital -> vital.metric().meaning()).orElse(""),
                any.map(Vital::unit).orElse(Unit.COUNT),
                having.stream()
                        .map(
                                one ->
                                        new ChartLine(
                                                name(one, open),
                                                one.vitals()
                                                        .get()
                                                        .vital(id)
                                                        .orElseThrow()
                                                        .series(LONGEST)))
                        .toList(),
                Optional.empty());
    }

    /// With what tells it from others of the same name.
    private static String name(TargetModel target, List<TargetModel> open) {
        String name = target.info().name();
        boolean alone = open.stream().filter(one -> one.info().name().equals(name)).count() < 2;
        return alone
                ? name
                : Messages.text("metric.target", name, String.valueOf(target.info().address()));
    }

    private Plotted attribute(OfAttribute one) {
        String problem = watch.problem(one);
        return new Plotted(
                one.name(),
                problem.isEmpty() ? one.bean() : Messages.text("bean.unread", one.bean(), problem),
                Unit.COUNT,
                List.of(new ChartLine("", watch.series(one))),
                Optional.empty());
    }

    /// Reads the attributes that are charted or on the board, and no others.
    void want() {
        Set<OfAttribute> all = new HashSet<>();
        Stream.concat(board.pins().get().stream(), beans.charted().get().stream())
                .forEach(
                        pin -> {
                            if (pin instanceof OfAttribute attribute) {
                                all.add(attribute);
                            }
                        });
        watch.want(all);
    }
}
