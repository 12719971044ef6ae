package dev.backendadvisor.conversation;

import dev.backendadvisor.question.Question;

/// One question and its answer, as sent.
///
/// @param answer the answer's id
/// @param conversation the conversation's id
/// @param words the visitor's words
/// @param question the question as read
/// @param json the answer's bytes as sent, UTF-8 JSON; never rebuilt
public record Turn(
    String answer, String conversation, String words, Question question, String json) {}
