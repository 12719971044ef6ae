/// Keeps conversations, feedback, events and what models cost in a database. Start at [Storage].
@NullMarked
package dev.backendadvisor.storage;

import org.jspecify.annotations.NullMarked;
