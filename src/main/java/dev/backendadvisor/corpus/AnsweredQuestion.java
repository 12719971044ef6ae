package dev.backendadvisor.corpus;

/// A question that a sentence answers by itself, as people ask it. What a visitor asks is nearer to
/// it than to the sentence, which has other words (Nogueira et al., "Document expansion by query
/// prediction", arXiv 1904.08375; here people write the questions, not a model).
///
/// @param question the question
/// @param sentence the sentence
public record AnsweredQuestion(String question, Span sentence) {}
