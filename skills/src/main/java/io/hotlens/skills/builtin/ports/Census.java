package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.InternetSocket.State;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was open at one moment.
///
/// @param sockets by inode, those of the target only
/// @param ports on which the target accepts connections
record Census(
        Instant at,
        List<Descriptor> descriptors,
        Map<Long, InternetSocket> sockets,
        Set<Integer> ports) {

    /// Descriptors that count together: files by the pattern of their names, sockets by whom they
    /// lead to.
    record Group(Descriptor.Kind kind, String name) {}

    Census {
        descriptors = List.copyOf(descriptors);
        sockets = Map.copyOf(sockets);
        ports = Set.copyOf(ports);
    }

    /// Keeps of the tables what belongs to the descriptors.
    static Census of(Instant at, List<Descriptor> descriptors, List<InternetSocket> tables) {
        var own = new HashMap<Long, InternetSocket>();
        var ports = new HashSet<Integer>();
        var inodes = new HashSet<Long>();
        descriptors.forEach(one -> one.inode().ifPresent(inodes::add));
        for (InternetSocket socket : tables) {
            if (inodes.contains(socket.inode())) {
                own.put(socket.inode(), socket);
                if (socket.state() == State.LISTEN) {
                    ports.add(socket.local().port());
                }
            }
        }
        return new Census(at, descriptors, own, ports);
    }

    Optional<InternetSocket> socket(Descriptor descriptor) {
        return descriptor.inode().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(sockets.get(descriptor.inode().getAsLong()));
    }

    long count(Descriptor.Kind kind) {
        return descriptors.stream().filter(one -> one.kind() == kind).count();
    }

    long listening() {
        return sockets.values().stream().filter(one -> one.state() == State.LISTEN).count();
    }

    Group group(Descriptor descriptor) {
        return new Group(
                descriptor.kind(),
                descriptor.kind() == Descriptor.Kind.SOCKET
                        ? socket(descriptor).map(this::party).orElse("not connected")
                        : descriptor.pattern());
    }

    /// Whom a socket leads to: the remote end of one we opened, our port for one that we accepted.
    String party(InternetSocket socket) {
        if (socket.state() == State.LISTEN) {
            return "listening on " + socket.local();
        }
        return ports.contains(socket.local().port())
                ? "accepted on :" + socket.local().port()
                : "to " + socket.remote();
    }

    Map<Group, Integer> groups() {
        var counts = new HashMap<Group, Integer>();
        descriptors.forEach(one -> counts.merge(group(one), 1, Integer::sum));
        return counts;
    }
}
