package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// Turns text into terms: technology names whole, synonyms as one term, other English words by
/// their stem (Krovetz, "Viewing Morphology as an Inference Process", 1993).
final class TechnicalAnalyzer extends Analyzer {
  /// Changes whenever the terms do, so that an index of other terms is not read.
  static final String ID = "technical-2";

  /// Longer terms are nonsense, and Lucene refuses those beyond 32,766 bytes.
  private static final int LONGEST_TERM = 256;

  private final Vocabulary vocabulary;

  TechnicalAnalyzer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var terms = new Terms(vocabulary);
    return new TokenStreamComponents(terms, new KStemFilter(terms));
  }

  /// The terms of a text in order, repeated as often as they occur.
  List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      var term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  /// Whether a term tells nothing of the subject.
  boolean isSilent(String term) {
    return vocabulary.isSilent(term);
  }

  /// Feeds the scanner's terms to Lucene.
  private static final class Terms extends Tokenizer {
    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute whole = addAttribute(KeywordAttribute.class);
    private final Vocabulary vocabulary;
    private Iterator<TermScanner.Term> terms = List.<TermScanner.Term>of().iterator();

    Terms(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      terms = TermScanner.scan(read(input), vocabulary).iterator();
    }

    private static String read(Reader reader) throws IOException {
      var read = new StringBuilder();
      char[] buffer = new char[4096];
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        read.append(buffer, 0, count);
      }
      return read.toString();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      while (terms.hasNext()) {
        var term = terms.next();
        if (term.text().length() <= LONGEST_TERM) {
          text.append(term.text());
          whole.setKeyword(term.whole());
          return true;
        }
      }
      return false;
    }
  }
}
