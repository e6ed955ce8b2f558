package io.hotlens.app.session;

import io.hotlens.app.access.Audit;
import io.hotlens.app.access.CallbackGateway;
import io.hotlens.app.access.Consent;
import io.hotlens.app.access.Redactor;
import io.hotlens.app.custom.CustomSkills;
import io.hotlens.app.custom.Neighbours;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Models;
import io.hotlens.app.llm.egress.Egress;
import io.hotlens.app.monitor.BaselineStore;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.Workbench;
import io.hotlens.app.rules.RulesModel;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.DataFolder;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.ConnectionDoctor;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.Diagnosis;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.skills.target.TargetCatalog;
import io.hotlens.skills.target.TargetConnection;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds targets and connects to them.
public final class SessionFactory {

    private final Function<JvmAddress, TargetConnection> connector;
    private final SkillCatalog catalog;
    private final CustomSkills custom;
    private final TargetCatalog targets = new TargetCatalog();
    private final ConnectionDoctor doctor = new ConnectionDoctor();
    private final Redactor redactor;
    private final InstantSource clock;
    private final UserModels userModels;
    private final BaselineStore baselines;
    private final HistoryKeeper history;

    /// Real connections, the built-in skills and those of the user.
    public SessionFactory() {
        this(Connector::open, SkillCatalog.builtIn(), ConfigFolder.usual(), DataFolder.usual());
    }

    /// Keeps everything in one folder.
    ///
    /// @param connector opens a connection or throws a [io.hotlens.skills.target.TargetException]
    /// @param catalog the skills that ship, usable or not
    /// @param folder where the user's own skills are looked for at each connection
    public SessionFactory(
            Function<JvmAddress, TargetConnection> connector,
            SkillCatalog catalog,
            ConfigFolder folder) {
        this(connector, catalog, folder, new DataFolder(folder.path()));
    }

    private SessionFactory(
            Function<JvmAddress, TargetConnection> connector,
            SkillCatalog catalog,
            ConfigFolder folder,
            DataFolder data) {
        this.connector = connector;
        this.catalog = catalog;
        this.custom = new CustomSkills(folder);
        this.redactor = Redactor.usual();
        this.clock = InstantSource.system();
        this.userModels = new UserModels(folder, clock);
        this.baselines = new BaselineStore(folder.baselines());
        this.history = new HistoryKeeper(data.history(), userModels::history, clock);
    }

    /// The models that the user set up.
    public ModelAdmin models() {
        return new ModelAdmin(userModels);
    }

    /// Earlier investigations of all targets; those of a session are kept while it is followed by
    /// [HistoryKeeper#follow].
    public HistoryKeeper history() {
        return history;
    }

    /// The metrics of all skills there are, the user's own among them; reads files.
    public List<Metric> metrics() {
        return catalog.with(custom.find(catalog.ids(), new Neighbours())).skills().stream()
                .flatMap(skill -> skill.metrics().stream())
                .toList();
    }

    /// The JVMs of this host; takes up to a second.
    public List<JvmProcess> localJvms() {
        return targets.list();
    }

    /// Whether the address can be reached, why not, and what to do; takes up to twenty seconds.
    public Diagnosis diagnose(JvmAddress address) {
        return doctor.diagnose(address);
    }

    /// Connects, and starts to sample.
    ///
    /// @throws io.hotlens.skills.target.TargetException with the sentence for the user when no
    ///   connection can be made
    public Session open(JvmAddress address) {
        return open(address, Optional.empty());
    }

    /// Connects as [#open(JvmAddress)] does.
    ///
    /// @param database the way to the target's database, when the user gave one; it is asked only
    ///   by the callbacks that say so
    public Session open(JvmAddress address, Optional<DatabaseAccess> database) {
        var bus = new EventBus();
        var neighbours = new Neighbours();
        SkillCatalog all = catalog.with(custom.find(catalog.ids(), neighbours));
        TargetConnection connection = connector.apply(address);
        TargetKey key = TargetKey.of(connection.info());
        var choices = new MonitorWishes(userModels.settings());
        var plan =
                new MonitorPlan(
                        MonitorFlags.of(connection, choices.get().settings()),
                        () -> choices.get().alerts(),
                        baselines.read(key.value()));
        var link = new TargetLink(connection, all, database, plan, bus, clock);
        neighbours.connect(link.live());
        var consent = new Consent();
        var watch = new SessionEgress(key, userModels.policies());
        var egress =
                new Egress(
                        new Egress.Setup(
                                redactor, watch::policy, watch.consent(), watch.log(), clock));
        var gateway =
                new CallbackGateway(
                        link.live(),
                        consent,
                        redactor,
                        audit -> publish(bus, audit),
                        answer -> {
                            link.connection().attention().look();
                            egress.saw(answer);
                        });
        var causes = CausalModel.builtIn();
        var bench = new Workbench(gateway, new LuaSandbox(LuaLimits.DEFAULT), clock);
        var book =
                new NotificationBook(
                        (id, status) ->
                                bus.publishPatiently(
                                        new AppEvent.NotificationChanged(
                                                clock.instant(), id, status)));
        var engine =
                new Engine(
                        bench,
                        operators(link.live(), bench),
                        link.views(),
                        book,
                        new InsightReview(causes),
                        bus,
                        new FollowUps(clock),
                        new Models(userModels, rules(link.live(), causes), egress::guard)::of);
        return new LiveSession(
                link,
                engine,
                consent,
                watch,
                new MonitorDesk.Setup(choices, learned -> baselines.write(key.value(), learned)));
    }

    private void publish(EventBus bus, Audit audit) {
        bus.publish(
                new AppEvent.CallAudited(
                        clock.instant(),
                        audit.callback(),
                        audit.cost().impact(),
                        audit.cost().pause(),
                        audit.allowed(),
                        audit.why()));
    }

    private static ChatClient rules(List<LiveSkill> live, CausalModel causes) {
        Map<SkillId, String> playbooks = new LinkedHashMap<>();
        live.forEach(
                l -> l.skill().playbook().ifPresent(code -> playbooks.put(l.skill().id(), code)));
        return new RulesModel(playbooks, causes);
    }

    /// One for each skill that has something to look at; `base` only lends its callbacks.
    private static Map<SkillId, Operator> operators(List<LiveSkill> live, Workbench bench) {
        Map<SkillId, Operator> operators = new LinkedHashMap<>();
        for (LiveSkill one : live) {
            if (one.skill().playbook().isPresent() || !one.skill().metrics().isEmpty()) {
                operators.put(one.skill().id(), new Operator(one.skill(), bench));
            }
        }
        return operators;
    }
}
