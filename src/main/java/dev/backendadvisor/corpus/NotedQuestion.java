package dev.backendadvisor.corpus;

/// A question noted beside a sentence: one that the sentence answers, or one that looks alike and
/// is left open, by this sentence and by all others. What a visitor asks is nearer to a question
/// than to a sentence, which has other words (Nogueira et al., "Document expansion by query
/// prediction", arXiv 1904.08375; here people write the questions, not a model); and the nearest of
/// both sorts tells whether there is an answer at all.
///
/// @param question the question, as people ask it
/// @param sentence the sentence
/// @param answered whether the sentence answers it by itself
public record NotedQuestion(String question, Span sentence, boolean answered) {}
