package io.hotlens.skills.builtin.ports;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One open file descriptor.
///
/// @param name a path as the target sees it, or what the kernel calls it
/// @param inode the kernel's number of a socket; empty for everything else
record Descriptor(int id, Kind kind, String name, OptionalLong inode) {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d{1,18})]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String DELETED = " (deleted)";

    /// What a descriptor stands for.
    enum Kind {
        FILE,
        /// A file without a name left in its folder: its space comes back when it is closed.
        DELETED_FILE,
        SOCKET,
        PIPE,
        DEVICE,
        /// Event queues, timers and other objects of the kernel.
        KERNEL;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Reads what `/proc/PID/fd/N` links to.
    static Descriptor of(int id, String link) {
        Matcher socket = SOCKET.matcher(link);
        return socket.matches()
                ? new Descriptor(
                        id, Kind.SOCKET, link, OptionalLong.of(Long.parseLong(socket.group(1))))
                : new Descriptor(id, kind(link), link, OptionalLong.empty());
    }

    private static Kind kind(String link) {
        if (link.startsWith("/dev/")) {
            return Kind.DEVICE;
        }
        if (link.startsWith("/")) {
            return link.endsWith(DELETED) ? Kind.DELETED_FILE : Kind.FILE;
        }
        return link.startsWith("pipe:") ? Kind.PIPE : Kind.KERNEL;
    }

    /// The name with the numbers behind its folder taken out, so that `part-1.csv` and `part-2.csv`
    /// count together.
    String pattern() {
        int file = name.lastIndexOf('/') + 1;
        return name.substring(0, file) + DIGITS.matcher(name.substring(file)).replaceAll("*");
    }
}
