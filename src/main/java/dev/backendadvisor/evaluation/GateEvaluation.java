package dev.backendadvisor.evaluation;

import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitationCheck;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.Likeness;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.answer.Vocabulary;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.question.QuestionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures the gate that a language model's sentences pass through: how many lies leave it, and
/// how many honest sentences.
public final class GateEvaluation {
  private static final long SEED = 7;

  private final Corpus corpus;
  private final Likeness likeness;
  private final Brief brief;

  /// Measures on a corpus.
  ///
  /// @param corpus what the sentences are about
  /// @param today the day the evidence is looked at
  /// @param likeness speaks against sentences that are about something else
  public GateEvaluation(Corpus corpus, LocalDate today, Likeness likeness) {
    this.corpus = corpus;
    this.likeness = likeness;
    this.brief =
        new Brief(
            new QuestionReader(corpus).read("What do the sources say?", List.of()),
            corpus,
            new Vocabulary(corpus),
            Matrix.of(corpus, today),
            List.of(),
            today);
  }

  /// Puts hostile sentences and honest ones to the gate.
  ///
  /// @param paraphrases files of honest sentences, a line of JSON each
  /// @param every of the hostile sentences of a kind, only each so many-th; 1 for all
  /// @throws IOException when a file cannot be read; its message says where and why
  public GateReport run(List<Path> paraphrases, int every) throws IOException {
    var author = new HostileAuthor(corpus, SEED);
    List<GateReport.Kind> kinds = new ArrayList<>();
    for (Malice malice : Malice.values()) {
      List<WordedCase> all = author.write(malice);
      List<WordedCase> some = new ArrayList<>();
      for (int i = 0; i < all.size(); i += every) {
        some.add(all.get(i));
      }
      GateReport.Group group =
          malice.isStructural() ? GateReport.Group.STRUCTURAL : GateReport.Group.SEMANTIC;
      kinds.add(kind(group, malice.title(), some));
    }
    for (Path file : paraphrases) {
      var read = Paraphrases.read(file, corpus);
      Map<String, List<WordedCase>> byKind = new LinkedHashMap<>();
      read.sentences()
          .forEach(one -> byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
      byKind.forEach(
          (kind, some) ->
              kinds.add(kind(GateReport.Group.HONEST, read.name() + ": " + kind, some)));
    }
    return new GateReport(kinds);
  }

  private GateReport.Kind kind(GateReport.Group group, String name, List<WordedCase> sentences) {
    List<GateReport.Judged> judged = new ArrayList<>();
    for (WordedCase one : sentences) {
      var check = new CitationCheck(brief, event -> {});
      boolean left =
          check.say(
              new DraftSentence(
                  "", one.sentence(), Part.FACT, new DraftSentence.Ground.Sourced(one.spans())));
      List<String> quotes =
          one.spans().stream().map(span -> corpus.quote(span).orElse("")).toList();
      boolean far = left && likeness.isFar(one.sentence(), quotes);
      judged.add(new GateReport.Judged(one.sentence(), quotes, left && !far));
    }
    return new GateReport.Kind(group, name, judged);
  }
}
