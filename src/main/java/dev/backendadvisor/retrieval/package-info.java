/// Finds the passages that bear on a question, by words and by meaning. Start at [PassageIndex].
///
/// nDCG@10 by words, meaning and both (`advisor evaluate retrieval`): Cranfield .379, .391, .433;
/// `corpus/golden/retrieval.jsonl` .844, .946, .941. The larger bge-small was no better and four
/// times slower.
@NullMarked
package dev.backendadvisor.retrieval;

import org.jspecify.annotations.NullMarked;
