package io.hotlens.skills.target;

/// Opens connections.
public final class Connector {

    private Connector() {}

    /// Connects, which takes some ten milliseconds when all is well and at most about twenty
    /// seconds otherwise.
    ///
    /// @throws TargetException when the target cannot be reached; the message is one sentence with
    ///   the cause and what to do
    public static TargetConnection open(JvmAddress address) {
        Armour.install();
        return switch (address) {
            case JvmAddress.ThisJvm _ -> SelfOpening.open(address);
            case JvmAddress.LocalProcess(long pid) when pid == ProcessHandle.current().pid() ->
                    SelfOpening.open(address);
            case JvmAddress.LocalProcess(long pid) -> LocalOpening.open(address, pid);
            case JvmAddress.JmxUrl url -> RemoteOpening.open(url);
        };
    }
}
