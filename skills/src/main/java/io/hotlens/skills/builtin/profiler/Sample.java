package io.hotlens.skills.builtin.profiler;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent.Recorded;

import java.time.Instant;
import java.util.List;

/// One look at a running thread, or at one allocation.
///
/// @param source the event it was taken by
/// @param weight 1 for a look, bytes for an allocation
/// @param type class of the allocated object, empty for a look
/// @param frames innermost first
record Sample(
        Instant at, String source, String thread, double weight, String type, List<String> frames) {

    static final String CPU_TIME = "jdk.CPUTimeSample";

    Sample {
        frames = List.copyOf(frames);
    }

    static Sample of(Recorded event, Kind kind) {
        boolean allocation = kind == Kind.ALLOCATION;
        return new Sample(
                event.at(),
                event.type(),
                event.thread(),
                allocation && event.fields().get("weight") instanceof Data.Num(double bytes)
                        ? bytes
                        : 1,
                allocation && event.fields().get("objectClass") instanceof Data.Text(String type)
                        ? type
                        : "",
                event.stack().stream().map(Sample::method).toList());
    }

    /// Samples by CPU time where the target takes any, for they miss no thread; else all.
    static List<Sample> best(List<Sample> samples) {
        List<Sample> byTime =
                samples.stream().filter(one -> one.source().equals(CPU_TIME)).toList();
        return byTime.isEmpty() ? samples : byTime;
    }

    /// The frame without its line.
    private static String method(String frame) {
        int colon = frame.lastIndexOf(':');
        return colon > 0 ? frame.substring(0, colon) : frame;
    }

    /// What samples are taken of.
    enum Kind {
        CPU,
        ALLOCATION
    }
}
