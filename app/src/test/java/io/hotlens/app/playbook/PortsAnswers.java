package io.hotlens.app.playbook;

import io.hotlens.skills.data.Data;

/// Answers of the callbacks that the playbook of ports asks, as the target gives them.
final class PortsAnswers {

    private PortsAnswers() {}

    static final String IDLE = process(10, 1, 1, 20);
    static final String FILES = group("file", "/data/*.csv", 60);
    static final String SOCKETS = group("socket", "to 10.0.0.5:8080", 60);

    static Playbook healthy() {
        return Playbook.of("ports")
                .answer("ports_growth", growth(20, 0, 0, 0, 0, ""))
                .answer("ports_list_inet", parties(0))
                .answer("ports_top", top("", IDLE))
                .answer("history ports.fd_used_pct", "{\"count\":9,\"last\":6}");
    }

    static Playbook leaking(String group) {
        return healthy().answer("ports_growth", growth(20, 180, 0.99, 60, 20, group));
    }

    static String growth(
            double windowS, double perMin, double r2, int added, int lately, String group) {
        return growth("1024", windowS, perMin, r2, added, lately, group);
    }

    static String growth(
            String limit,
            double windowS,
            double perMin,
            double r2,
            int added,
            int lately,
            String group) {
        return """
        {"open":200,"added":%d,"added_lately":%d,"slope_per_min":%s,"r2":%s,"limit":%s,
        "minutes_to_limit":%s,"window_s":%s,"count":20,"groups":[%s]}\
        """
                .formatted(
                        added,
                        lately,
                        perMin,
                        r2,
                        limit,
                        limit.equals("null") || perMin <= 0
                                ? "null"
                                : (Double.parseDouble(limit) - 200) / perMin,
                        windowS,
                        group);
    }

    static String group(String kind, String name, int added) {
        return """
        {"open":80,"added":%d,"added_lately":20,"slope_per_min":180,"r2":0.99,
        "kind":"%s","name":"%s"}\
        """
                .formatted(added, kind, name);
    }

    static String parties(int closeWait) {
        return """
        {"total":0,"showing":0,"items":[],"states":{},"parties":[
        {"party":"accepted on :443","sockets":90,"close_wait":0},
        {"party":"to 10.0.0.5:8080","sockets":60,"close_wait":%d}]}\
        """
                .formatted(closeWait);
    }

    static String top(String item, String process) {
        int count = item.isEmpty() ? 0 : 1;
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"process\":%s}"
                .formatted(count, count, item, process);
    }

    static String process(double windowS, double readMb, double writeMb, int calls) {
        return """
        {"window_s":%s,"read_mb_per_s":%s,"write_mb_per_s":%s,"read_calls_per_s":%d,
        "write_calls_per_s":0}\
        """
                .formatted(windowS, readMb, writeMb, calls);
    }

    static String moved(String peer, double mbPerS) {
        return "{\"name\":\"%s\",\"kind\":\"socket\",\"mb_per_s\":%s}".formatted(peer, mbPerS);
    }

    static String slowFile(String kind, String name, int count, double lostMsPerS) {
        return """
        {"kind":"%s","name":"%s","outgoing":false,"waits_for":"an answer","count":%d,
        "total_ms":6000,"longest_ms":90,"lost_ms_per_s":%s,"bytes":4096,"threads":2,
        "site":"com.shop.Journal.append:30"}\
        """
                .formatted(kind, name, count, lostMsPerS);
    }

    static String slowPeer(
            boolean outgoing, String waitsFor, int count, double eachMs, double lostMsPerS) {
        return """
        {"kind":"socket_read","name":"rates.example:8080","outgoing":%s,"waits_for":"%s",
        "count":%d,"total_ms":%s,"longest_ms":900,"lost_ms_per_s":%s,"bytes":4096,
        "threads":3,"site":"com.shop.Rates.fetch:51"}\
        """
                .formatted(outgoing, waitsFor, count, eachMs * count, lostMsPerS);
    }

    static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }
}
