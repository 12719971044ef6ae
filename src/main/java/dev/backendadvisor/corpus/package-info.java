/// What the advisor has read: documents, passages, evidence. Start at [Corpus].
@NullMarked
package dev.backendadvisor.corpus;

import org.jspecify.annotations.NullMarked;
