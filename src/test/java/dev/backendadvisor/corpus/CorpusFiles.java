package dev.backendadvisor.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A corpus folder written down in a test.
final class CorpusFiles {
  private final List<CorpusFile> files = new ArrayList<>();

  /// A technology, a criterion, a source.
  static CorpusFiles withVocabulary() {
    return new CorpusFiles()
        .add(
            "technologies.yaml",
            """
            - id: nodejs
              name: Node.js
              aliases: [node, javascript]
              kind: runtime
            - id: python
              name: Python
              kind: language
            """)
        .add(
            "criteria.yaml",
            """
            - id: concurrency
              name: many connections at once
              words: [concurrency, connections]
              rubric: {1: one at a time, 3: thousands, 5: hundreds of thousands}
              half-life: 4
            """)
        .add(
            "sources.yaml",
            """
            - id: nodejs-guides
              title: The event loop
              publisher: OpenJS Foundation
              url: https://nodejs.org/en/learn
              date: 2026-08
              origin: nodejs
              read-from: primary
            """);
  }

  CorpusFiles add(String path, String text) {
    return add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  CorpusFiles add(String path, byte[] content) {
    files.add(new CorpusFile(path, "corpus/" + path, content));
    return this;
  }

  /// A file of a folder laid over the first.
  CorpusFiles over(String path, String text) {
    files.add(new CorpusFile(path, "ours/" + path, text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  List<CorpusFile> list() {
    return List.copyOf(files);
  }

  Corpus read() {
    return new CorpusReader().read(files);
  }
}
