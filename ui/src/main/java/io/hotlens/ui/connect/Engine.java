package io.hotlens.ui.connect;

import io.hotlens.app.session.Session;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmProcess;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the connect screen needs of the engine; both calls block.
///
/// @param localJvms the JVMs of this host, ours included
/// @param open connects, or throws a [io.hotlens.skills.target.TargetException] whose message is
///   the sentence for the user
public record Engine(Supplier<List<JvmProcess>> localJvms, Function<JvmAddress, Session> open) {}
