package dev.backendadvisor.format;

/// Writes answers and their events as JSON.
public final class AnswerJson {
  private AnswerJson() {}
}
