package dev.backendadvisor.llm;

import java.util.List;
import java.util.Optional;

/// Reads sentences out of what a model writes, each as soon as it has ended. What is no sentence is
/// passed over.
interface SentenceReader {
  /// What is longer, in characters, is no sentence.
  int LONGEST = 600;

  /// A sentence rests on no more grounds than this.
  int MOST_GROUNDS = 8;

  /// The sentences that end within some more text.
  List<LineReader.Line> read(String text);

  /// The sentence that ends here, because the model has finished.
  Optional<LineReader.Line> end();
}
