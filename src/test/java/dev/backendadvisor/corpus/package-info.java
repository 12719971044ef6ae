/// Tests of the corpus.
@NullMarked
package dev.backendadvisor.corpus;

import org.jspecify.annotations.NullMarked;
