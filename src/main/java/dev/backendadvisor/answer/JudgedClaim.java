package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.question.Assertion;
import java.util.List;
import java.util.stream.Stream;

/// A claim somebody makes, and how it stands beside the evidence.
///
/// @param text the claim in the visitor's words
/// @param finding how it stands
/// @param spans what was said for and against it
public record JudgedClaim(String text, Finding finding, List<Span> spans) {
  /// Copies the spans.
  public JudgedClaim {
    spans = List.copyOf(spans);
  }

  static JudgedClaim of(Assertion claim, Judgement judgement) {
    List<Span> spans =
        Stream.of(judgement.pro(), judgement.contra(), judgement.within())
            .flatMap(List::stream)
            .map(Evidence::span)
            .distinct()
            .toList();
    return new JudgedClaim(claim.text(), judgement.finding(), spans);
  }
}
