package dev.backendadvisor.answer;

/// The only way to an [Answer]: lets a sentence pass when its spans support it.
public final class CitationCheck {
  private CitationCheck() {}
}
