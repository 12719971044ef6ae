/// Keeps conversations, and the events taken on, in a database. Start at [Storage].
@NullMarked
package dev.backendadvisor.storage;

import org.jspecify.annotations.NullMarked;
