/// Reads settings, news everything up by hand, starts the command asked for. Start at [Main].
@NullMarked
package dev.backendadvisor.app;

import org.jspecify.annotations.NullMarked;
