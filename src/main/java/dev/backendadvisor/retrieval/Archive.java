package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.Document;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Keeps the files a generation was made from, so that it, and the superseded versions of its
/// documents, can be read when the corpus folder has moved on.
interface Archive extends AutoCloseable {
  /// Keeps a corpus's files and gives the name under which they are found again.
  String keep(Corpus corpus, List<CorpusFile> files) throws IOException;

  /// The files kept under a name; empty when one of them is gone or damaged.
  Optional<List<CorpusFile>> files(String name);

  /// A version of a document that some kept corpus held.
  Optional<Document> version(String id, String version);

  /// Throws away what is too old; called after the generation was committed.
  void tidy(String name) throws IOException;

  @Override
  void close() throws IOException;
}
