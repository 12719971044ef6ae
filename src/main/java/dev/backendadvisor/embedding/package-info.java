/// Turns text into vectors of meaning. Start at [Embedder].
@NullMarked
package dev.backendadvisor.embedding;

import org.jspecify.annotations.NullMarked;
