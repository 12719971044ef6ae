package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Span;
import java.util.List;

/// A sentence that wants to be said, and what it claims to rest on. Nobody believes it yet.
///
/// @param before what separates it from the sentence before: `""`, `" "`, `"\n\n"` or `"\n- "`
/// @param text the sentence, without markers
/// @param part what it does in the answer
/// @param ground what it claims to rest on
public record DraftSentence(String before, String text, Part part, Ground ground) {
  /// What a sentence claims to rest on.
  public sealed interface Ground {
    /// The spans to be cited with it.
    List<Span> spans();

    /// The spans say it.
    ///
    /// @param spans where
    record Sourced(List<Span> spans) implements Ground {
      /// Copies the spans.
      public Sourced {
        spans = List.copyOf(spans);
      }
    }

    /// It follows from the evidence by calculation.
    ///
    /// @param result what was computed
    /// @param spans the evidence that decides it
    record Computed(Calculation result, List<Span> spans) implements Ground {
      /// Copies the spans.
      public Computed {
        spans = List.copyOf(spans);
      }
    }

    /// It states nothing about the world.
    record Nothing() implements Ground {
      @Override
      public List<Span> spans() {
        return List.of();
      }
    }
  }
}
