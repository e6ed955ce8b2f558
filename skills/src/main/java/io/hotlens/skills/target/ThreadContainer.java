package io.hotlens.skills.target;

import java.util.List;

/// An executor, scope or other owner of threads, as the JVM's JSON thread dump shows it.
///
/// @param parent name of the container it was opened in, empty for the root
/// @param owner id of the thread that owns it; negative when nobody does
public record ThreadContainer(String name, String parent, long owner, List<Member> threads) {

    public ThreadContainer {
        threads = List.copyOf(threads);
    }

    /// One thread of a container.
    ///
    /// @param blockedOn the lock it is blocked on as `Class@hash`, empty when none or unknown
    public record Member(
            long id,
            String name,
            boolean virtual,
            String state,
            List<String> stack,
            String blockedOn) {
        public Member {
            stack = List.copyOf(stack);
        }
    }
}
