package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;

import java.util.List;
import java.util.Optional;

/// Files, sockets, and slow input and output.
public final class PortsSkill implements Skill {

    private static final String PROC = "/proc/PID/fd and /proc/PID/net, read by Hotlens";

    private static final Callback LIST =
            Callback.of(
                            "ports_list",
                            "What is open, by kind and name: files whose names differ only in"
                                    + " numbers count together, sockets by whom they lead to.",
                            "{total, showing, items = [{kind, name, open, ids}], kinds}",
                            PROC)
                    .with(Parameter.limit())
                    .needing(Capability.PROCESS_FILES);
    private static final Callback INFO =
            Callback.of(
                            "ports_info",
                            "One open file descriptor: what it stands for, a socket's state, where"
                                    + " in a file it stands.",
                            "{id, kind, name, socket = {protocol, state, local_address,"
                                    + " remote_address, party, send_queue, receive_queue}, offset,"
                                    + " for_reading, for_writing}",
                            PROC + " and /proc/PID/fdinfo")
                    .with(Parameter.number("id", 0, "number of the descriptor"))
                    .needing(Capability.PROCESS_FILES);
    private static final Callback TOP =
            Callback.of(
                            "ports_top",
                            "Files and peers with most input or output between the last two looks,"
                                    + " or with most time lost in operations of 20 ms and more over"
                                    + " the last minute; beside them what the whole process did"
                                    + " over the last ten seconds, page cache included.",
                            "{total, showing, items = [{name, kind, mb_per_s}] or as ports_slow_io,"
                                    + " process = {window_s, read_mb_per_s, write_mb_per_s,"
                                    + " read_calls_per_s, write_calls_per_s}}",
                            "/proc/PID/io and /proc/PID/fdinfo each 2 s; jdk.SocketRead,"
                                    + " jdk.SocketWrite, jdk.FileRead, jdk.FileWrite,"
                                    + " jdk.FileForce")
                    .with(
                            Parameter.limit(),
                            Parameter.choice(
                                    "by",
                                    List.of("input", "output", "latency"),
                                    "what to sort by"));
    private static final Callback INET =
            Callback.of(
                            "ports_list_inet",
                            "Internet sockets with their state, and how many lead to each party."
                                    + " In close_wait the peer has closed and the application has"
                                    + " not.",
                            "{total, showing, items = [{protocol, state, local_address,"
                                    + " remote_address, party, send_queue, receive_queue}], states,"
                                    + " parties = [{party, sockets, close_wait}]}",
                            PROC)
                    .with(Parameter.limit())
                    .needing(Capability.PROCESS_FILES);
    private static final Callback SLOW =
            Callback.of(
                            "ports_slow_io",
                            "Reads, writes and forces of the last minute that took 20 ms or more,"
                                    + " by file or peer, most time lost first; and the newest with"
                                    + " their stacks. lost_ms_per_s counts all threads together.",
                            "{total, showing, window_s, items = [{kind, name, outgoing, waits_for,"
                                    + " count, total_ms, longest_ms, lost_ms_per_s, bytes, threads,"
                                    + " site}], recent = [{at, unix_ms, kind, name, ms, bytes,"
                                    + " thread, stack}]}",
                            "jdk.SocketRead, jdk.SocketWrite, jdk.FileRead, jdk.FileWrite,"
                                    + " jdk.FileForce")
                    .with(Parameter.limit())
                    .needing(Capability.EVENT_STREAM);
    private static final Callback GROWTH =
            Callback.of(
                            "ports_growth",
                            "Where the number of open descriptors is heading. It follows the floor:"
                                    + " at each look the least that any later one had, so that what"
                                    + " is opened and closed again does not count. added_lately is"
                                    + " the rise in the last third of the window.",
                            "{open, added, added_lately, slope_per_min, r2, limit,"
                                    + " minutes_to_limit, window_s, count, groups = [{kind, name,"
                                    + " open, added, added_lately, slope_per_min, r2}]}",
                            "/proc/PID/fd each 2 s, else OperatingSystem MXBean each 5 s")
                    .with(Parameter.number("minutes", 10, "how far back"));

    @Override
    public SkillId id() {
        return new SkillId("ports");
    }

    @Override
    public String title() {
        return "Files and sockets";
    }

    @Override
    public String description() {
        return "Open files and sockets and their growth, and reads and writes that take long.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("ports");
    }

    @Override
    public List<Metric> metrics() {
        return PortsMetrics.ALL;
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(LIST, INFO, TOP, INET, SLOW, GROWTH);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("ports");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new PortsReader(context);
        var answers = new PortsAnswers(reader);
        var io = new IoAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(PortsMetrics.OPEN_FDS, reader::openFds)
                .metric(PortsMetrics.FD_LIMIT, reader::limit)
                .metric(PortsMetrics.FD_USED, answers::usedPct)
                .metric(PortsMetrics.SOCKETS, answers::sockets)
                .metric(PortsMetrics.LISTENING, answers::listening)
                .bind(LIST, a -> answers.list(a.count("limit")))
                .bind(INFO, a -> answers.info(a.count("id")))
                .bind(TOP, a -> io.top(a.count("limit"), a.text("by")))
                .bind(INET, a -> answers.inet(a.count("limit")))
                .bind(SLOW, a -> io.slow(a.count("limit")))
                .bind(GROWTH, a -> answers.growth(a.number("minutes")))
                .owning(reader.subscribe())
                .owning(context.sampler().every(PortsReader.LOOK, reader::look))
                .build();
    }
}
