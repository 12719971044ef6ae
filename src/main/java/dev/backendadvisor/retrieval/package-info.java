/// Finds the passages that bear on a question, by words and by meaning. Start at [PassageIndex].
@NullMarked
package dev.backendadvisor.retrieval;

import org.jspecify.annotations.NullMarked;
