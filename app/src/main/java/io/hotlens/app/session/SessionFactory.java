package io.hotlens.app.session;

import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetException;

import java.util.List;
import java.util.function.Function;

/// Finds targets and connects to them.
public final class SessionFactory {

    private final Function<JvmAddress, TargetConnection> connector;
    private final List<Skill> skills;

    /// @param connector opens a connection or throws a [io.hotlens.skills.target.TargetException]
    /// @param skills every skill there is, usable or not
    public SessionFactory(Function<JvmAddress, TargetConnection> connector, List<Skill> skills) {
        this.connector = connector;
        this.skills = List.copyOf(skills);
    }

    /// The JVMs of this host; takes up to a second.
    public List<JvmProcess> localJvms() {
        return List.of();
    }

    /// Connects, and starts to sample.
    ///
    /// @throws io.hotlens.skills.target.TargetException with the sentence for the user when no
    ///   connection can be made
    public Session open(JvmAddress address) {
        try (TargetConnection connection = connector.apply(address)) {
            throw new TargetException.Unsupported(
                    "not built yet: " + connection.info().name() + skills);
        }
    }
}
