package io.hotlens.app.store;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetInfo;

import java.util.OptionalLong;

/// A target as it is kept: where it was and what it was, without what unlocks it.
final class TargetData {

    private TargetData() {}

    static Data write(TargetInfo target) {
        FieldsBuilder fields =
                Data.fields()
                        .put("address", address(target.address()))
                        .put("name", target.name())
                        .put("host", target.host())
                        .put("user", target.user())
                        .put("jvm", target.jvmName())
                        .put("vendor", target.vendor())
                        .put("version", target.version())
                        .put("feature", target.feature())
                        .put("started_at", target.startedAt().toString())
                        .put("processors", target.processors())
                        .put("os", target.os())
                        .put("same_host", target.sameHost());
        target.pid().ifPresent(pid -> fields.put("pid", (double) pid));
        return fields.build();
    }

    private static Data address(JvmAddress address) {
        return switch (address) {
            case JvmAddress.LocalProcess(long pid) ->
                    Data.fields().put("kind", "local").put("pid", (double) pid).build();
            case JvmAddress.ThisJvm _ -> Data.fields().put("kind", "this").build();
            case JvmAddress.JmxUrl url ->
                    Data.fields()
                            .put("kind", "jmx")
                            .put("host", url.host())
                            .put("port", url.port())
                            .put("name", url.name())
                            .build();
        };
    }

    static TargetInfo read(Part part) {
        return new TargetInfo(
                address(part.part("address")),
                part.text("name"),
                part.fields()
                        .number("pid")
                        .map(pid -> OptionalLong.of(pid.longValue()))
                        .orElse(OptionalLong.empty()),
                part.text("host"),
                part.text("user"),
                part.text("jvm"),
                part.text("vendor"),
                part.text("version"),
                part.whole("feature"),
                part.time("started_at"),
                part.whole("processors"),
                part.text("os"),
                part.truth("same_host"));
    }

    private static JvmAddress address(Part part) {
        return switch (part.text("kind")) {
            case "local" -> new JvmAddress.LocalProcess((long) part.number("pid"));
            case "this" -> new JvmAddress.ThisJvm();
            case "jmx" -> jmx(part);
            default -> throw new IllegalArgumentException("no address is " + part.fields());
        };
    }

    private static JvmAddress jmx(Part part) {
        var usual = JvmAddress.JmxUrl.of(part.text("host"), part.whole("port"));
        return new JvmAddress.JmxUrl(
                usual.host(),
                usual.port(),
                part.text("name"),
                usual.credentials(),
                usual.tls(),
                usual.followRedirects());
    }
}
