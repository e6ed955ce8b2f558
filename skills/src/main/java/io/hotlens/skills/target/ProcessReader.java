package io.hotlens.skills.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Linux tells in `/proc` about the process of a local target; reading it costs the target
/// nothing and works while the JVM hangs. Needs [Capability#PROCESS_FILES].
public interface ProcessReader {

    /// A text file of the entry, such as `status` or `net/tcp`; empty when it is gone or may not be
    /// read.
    Optional<String> text(String name);

    /// Open file descriptors with what they stand for: a path as the target sees it,
    /// `socket:[inode]`, `pipe:[inode]`, `anon_inode:[eventpoll]`. Empty when they may not be seen.
    Map<Integer, String> openFiles();

    /// Where a path of the target's own file system is reached from here, containers included.
    Path reachable(String path);

    /// The threads of the process as the kernel knows them, the JVM's own among them; empty when
    /// they may not be seen.
    List<NativeThread> nativeThreads();

    /// One of them.
    ///
    /// @param id the kernel's number, `nid` of a thread dump
    /// @param name at most 15 characters of the thread's name
    /// @param state R runs, S sleeps, D waits for a device, T is stopped
    /// @param cpuMs CPU time used since it began, in milliseconds
    /// @param queuedMs time that it was ready and waited for a processor, in milliseconds; 0 when
    ///   the kernel does not count it
    record NativeThread(long id, String name, char state, double cpuMs, double queuedMs) {}

    /// CPU time used by the whole process in milliseconds; negative when unknown.
    double cpuMs();
}
