package io.hotlens.skills.builtin.ports;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells input and output: how much, and what waited for it.
final class IoAnswers {

    /// Ports above it are given out by operating systems to whoever connects.
    private static final int EPHEMERAL = 32_768;

    private static final double MEGABYTE = 1 << 20;

    private final PortsReader reader;

    IoAnswers(PortsReader reader) {
        this.reader = reader;
    }

    Data top(int limit, String by) {
        List<Data> items = by.equals("latency") ? slowest() : busiest(by.equals("input"));
        return Page.of(items, limit).fields().put("process", process()).build();
    }

    private Data process() {
        return reader.ioRates()
                .map(
                        rates ->
                                (Data)
                                        Data.fields()
                                                .put("window_s", rounded(rates.windowS()))
                                                .put("read_mb_per_s", rounded(rates.readMbPerS()))
                                                .put("write_mb_per_s", rounded(rates.writeMbPerS()))
                                                .put(
                                                        "read_calls_per_s",
                                                        rounded(rates.readCallsPerS()))
                                                .put(
                                                        "write_calls_per_s",
                                                        rounded(rates.writeCallsPerS()))
                                                .build())
                .orElseGet(
                        () ->
                                Reading.unavailable(
                                                "needs two looks at /proc/PID/io, which only the"
                                                        + " same user on the same host may read")
                                        .toData());
    }

    private List<Data> slowest() {
        return reader.slowIo().places().stream().map(this::place).toList();
    }

    private record Busy(String name, String kind, double mbPerS) {}

    private List<Data> busiest(boolean input) {
        var found = new ArrayList<Busy>();
        reader.moved().stream()
                .filter(one -> input ? one.forReading() : one.forWriting())
                .forEach(one -> found.add(new Busy(one.name(), "file", one.mbPerS())));
        SlowIo slow = reader.slowIo();
        slow.places().stream()
                .filter(one -> one.kind().isSocket() && one.kind().isInput() == input)
                .forEach(
                        one ->
                                found.add(
                                        new Busy(
                                                one.name(),
                                                "socket",
                                                one.bytes() / MEGABYTE / slow.seconds())));
        return found.stream()
                .sorted(Comparator.comparingDouble(Busy::mbPerS).reversed())
                .map(
                        one ->
                                (Data)
                                        Data.fields()
                                                .put("name", one.name())
                                                .put("kind", one.kind())
                                                .put("mb_per_s", rounded(one.mbPerS()))
                                                .build())
                .toList();
    }

    Data slow(int limit) {
        SlowIo slow = reader.slowIo();
        List<Data> newest =
                slow.operations().stream().limit(limit).map(IoAnswers::operation).toList();
        List<Data> places = slow.places().stream().map(this::place).toList();
        return Page.of(places, limit)
                .fields()
                .put("window_s", rounded(slow.seconds()))
                .put("recent", newest)
                .build();
    }

    private Data place(SlowIo.Place place) {
        return Data.fields()
                .put("kind", place.kind().word())
                .put("name", place.name())
                .put("outgoing", place.kind().isSocket() && outgoing(place.name()))
                .put("waits_for", place.waiting() ? "messages" : "an answer")
                .put("count", place.count())
                .put("total_ms", rounded(place.totalMs()))
                .put("longest_ms", rounded(place.longestMs()))
                .put("lost_ms_per_s", rounded(place.lostMsPerS()))
                .put("bytes", place.bytes())
                .put("threads", place.threads().size())
                .put("site", place.site())
                .build();
    }

    /// Whether we opened the connection: by the kernel's table while it lasts, else by the port.
    private boolean outgoing(String peer) {
        int port = Integer.parseInt(peer.substring(peer.lastIndexOf(':') + 1));
        return reader.census()
                .flatMap(
                        census ->
                                census.sockets().values().stream()
                                        .filter(one -> one.remote().port() == port)
                                        .findFirst()
                                        .map(one -> !census.ports().contains(one.local().port())))
                .orElse(port < EPHEMERAL);
    }

    private static Data operation(Operation one) {
        FieldsBuilder answer = Data.fields().putTime("at", one.at());
        return answer.put("kind", one.kind().word())
                .put("name", one.name())
                .put("ms", rounded(one.ms()))
                .put("bytes", one.bytes())
                .put("thread", one.thread())
                .put("stack", one.stack().stream().limit(12).map(Data::of).toList())
                .build();
    }
}
