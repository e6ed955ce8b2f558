package io.hotlens.app.operator;

import io.hotlens.app.access.CallbackGateway;
import io.hotlens.app.sandbox.LuaSandbox;

import java.time.InstantSource;

/// What every operator of a session works with.
public record Workbench(CallbackGateway gateway, LuaSandbox sandbox, InstantSource clock) {}
