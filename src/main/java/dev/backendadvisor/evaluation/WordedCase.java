package dev.backendadvisor.evaluation;

import dev.backendadvisor.corpus.Span;
import java.util.List;

/// A sentence to put to the gate.
///
/// @param kind what was done to it, or what kind of paraphrase it is
/// @param spans what it claims to rest on
/// @param sentence what it says
record WordedCase(String kind, List<Span> spans, String sentence) {
  WordedCase {
    spans = List.copyOf(spans);
  }
}
