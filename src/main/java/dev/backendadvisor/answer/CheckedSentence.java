package dev.backendadvisor.answer;

import java.util.List;

/// A sentence that passed the [CitationCheck], which alone can make one.
public final class CheckedSentence {
  private final String before;
  private final String text;
  private final List<Integer> citations;
  private final Part part;
  private final Basis basis;

  CheckedSentence(String before, String text, List<Integer> citations, Part part, Basis basis) {
    this.before = before;
    this.text = text;
    this.citations = List.copyOf(citations);
    this.part = part;
    this.basis = basis;
  }

  /// What separates it from the sentence before: `""`, `" "`, `"\n\n"` or `"\n- "`.
  public String before() {
    return before;
  }

  /// The sentence, without markers.
  public String text() {
    return text;
  }

  /// The numbers of the citations it rests on.
  public List<Integer> citations() {
    return citations;
  }

  /// What it does in the answer.
  public Part part() {
    return part;
  }

  /// What it rests on.
  public Basis basis() {
    return basis;
  }
}
