package io.hotlens.skills.builtin.ports;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Floor;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the answers of the ports skill together.
final class PortsAnswers {

    private static final String UNSEEN =
            "the open files of the process may not be seen: Hotlens runs as another user";

    private final PortsReader reader;

    PortsAnswers(PortsReader reader) {
        this.reader = reader;
    }

    private Census census() {
        return reader.census().orElseThrow(() -> new TargetException.Unsupported(UNSEEN));
    }

    Reading usedPct() {
        return switch (reader.openFds()) {
            case Reading.Known(double open)
                    when reader.limit() instanceof Reading.Known(double limit) && limit > 0 ->
                    Reading.of(open / limit * 100);
            case Reading.Known _ -> Reading.unavailable("the target does not tell its limit");
            case Reading.Unavailable why -> why;
        };
    }

    Reading sockets() {
        return reader.census()
                .map(one -> Reading.of(one.count(Descriptor.Kind.SOCKET)))
                .orElseGet(PortsAnswers::localOnly);
    }

    Reading listening() {
        return reader.census()
                .map(one -> Reading.of(one.listening()))
                .orElseGet(PortsAnswers::localOnly);
    }

    private static Reading localOnly() {
        return Reading.unavailable("needs the process's entry in /proc on the same host");
    }

    Data list(int limit) {
        Census census = census();
        var kinds = new TreeMap<String, Data>();
        for (Descriptor.Kind kind : Descriptor.Kind.values()) {
            kinds.put(kind.word(), Data.of(census.count(kind)));
        }
        List<Data> items =
                census.groups().entrySet().stream()
                        .sorted(
                                Map.Entry.<Census.Group, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(one -> one.getKey().name()))
                        .map(one -> group(census, one.getKey(), one.getValue()))
                        .toList();
        return Page.of(items, limit).fields().put("kinds", Data.fields(kinds)).build();
    }

    private static Data group(Census census, Census.Group group, int open) {
        List<Data> ids =
                census.descriptors().stream()
                        .filter(one -> census.group(one).equals(group))
                        .limit(5)
                        .map(one -> Data.of(one.id()))
                        .toList();
        return Data.fields()
                .put("kind", group.kind().word())
                .put("name", group.name())
                .put("open", open)
                .put("ids", ids)
                .build();
    }

    Data info(int id) {
        Census census = census();
        Descriptor found =
                census.descriptors().stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BadArguments(
                                                "no descriptor %d is open; ports_list gives those"
                                                                .formatted(id)
                                                        + " that are"));
        FieldsBuilder answer =
                Data.fields()
                        .put("id", id)
                        .put("kind", found.kind().word())
                        .put("name", found.name());
        census.socket(found)
                .ifPresent(socket -> answer.put("socket", SocketAnswers.socket(census, socket)));
        reader.fdinfo(id)
                .map(text -> FilePositions.Position.of(found.name(), text))
                .ifPresent(
                        at ->
                                answer.put("offset", at.offset())
                                        .put("for_reading", at.forReading())
                                        .put("for_writing", at.forWriting()));
        return answer.build();
    }

    Data inet(int limit) {
        Census census = census();
        List<InternetSocket> sockets =
                census.sockets().values().stream()
                        .sorted(
                                Comparator.comparing(InternetSocket::state)
                                        .thenComparing(one -> one.remote().toString())
                                        .thenComparingLong(InternetSocket::inode))
                        .toList();
        var states = new TreeMap<String, Data>();
        for (InternetSocket.State state : InternetSocket.State.values()) {
            long count = sockets.stream().filter(one -> one.state() == state).count();
            if (count > 0) {
                states.put(state.word(), Data.of(count));
            }
        }
        List<Data> items = sockets.stream().map(one -> SocketAnswers.socket(census, one)).toList();
        return Page.of(items, limit)
                .fields()
                .put("states", Data.fields(states))
                .put("parties", SocketAnswers.parties(census))
                .build();
    }

    Data growth(double minutes) {
        Duration window = Duration.ofMillis((long) (Math.max(minutes, 0.1) * 60_000));
        List<FdGrowth.Count> counts = reader.counts(window);
        FdGrowth growth = FdGrowth.of(counts);
        double limit = reader.limit() instanceof Reading.Known(double value) ? value : Double.NaN;
        List<Data> groups =
                growth.groups().stream()
                        .map(
                                one ->
                                        (Data)
                                                course(one.floor())
                                                        .put("kind", one.group().kind().word())
                                                        .put("name", one.group().name())
                                                        .build())
                        .toList();
        return course(growth.total())
                .put("limit", limit)
                .put("minutes_to_limit", rounded(growth.total().line().minutesTo(limit)))
                .put("window_s", rounded(growth.total().line().span().toMillis() / 1000.0))
                .put("count", counts.size())
                .put("groups", Page.of(groups, Page.DEFAULT_LIMIT).items())
                .build();
    }

    private static FieldsBuilder course(Floor floor) {
        return Data.fields()
                .put("open", floor.newest())
                .put("added", floor.added())
                .put("added_lately", floor.addedLately())
                .put("slope_per_min", rounded(floor.line().perMinute()))
                .put("r2", rounded(floor.line().r2()));
    }
}
