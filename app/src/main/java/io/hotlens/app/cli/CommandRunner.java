package io.hotlens.app.cli;

import java.util.concurrent.Callable;

/// One subcommand; its result is the exit status.
interface CommandRunner extends Callable<Integer> {}
