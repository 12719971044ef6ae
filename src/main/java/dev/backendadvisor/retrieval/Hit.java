package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Passage;

/// A passage that was found.
///
/// @param passage the passage
/// @param document the document it stands in
/// @param score the fused score, 0 to 1, by which hits are ordered
/// @param words the BM25 score; 0 when no word matched
/// @param meaning the cosine of question and passage; 0 when vectors were not asked
public record Hit(Passage passage, Document document, double score, double words, double meaning) {}
