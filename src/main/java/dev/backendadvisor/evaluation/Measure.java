package dev.backendadvisor.evaluation;

import java.util.Locale;

/// What is measured of answers, and whether more of it is better.
public enum Measure {
  /// The share of the expected facts that stand in the answer (Voorhees, "Overview of the TREC 2003
  /// question answering track").
  NUGGET_RECALL("expected facts that were said", true),
  /// The share of questions whose answer is of the expected kind.
  KIND_ACCURACY("answers of the expected kind", true),
  /// The share of fixed openings that were kept.
  OPENINGS("openings as fixed", true),
  /// The share of sentences with sources whose citations are exact and hold their figures.
  CITATION_SUPPORT("sentences their citations support", true),
  /// The share of the expected criteria among those whose evidence is cited.
  EVIDENCE_RECALL("expected criteria that were cited", true),
  /// The share of questions whose technologies were all understood.
  TECHNOLOGIES("technologies understood", true),
  /// The share of the expected criteria that were read in the question.
  CRITERIA("expected criteria understood", true),
  /// The share of questions read as being of the expected form.
  FORMS("questions read in their form", true),
  /// The share of claims judged as expected.
  FINDINGS("claims judged as expected", true),
  /// The share of answerable questions that were answered.
  COVERAGE("answerable questions answered", true),
  /// The share of wrong answers among the surest that make up 80 % of all answerable questions:
  /// they say what is forbidden, or answer what nobody can.
  WRONG_AT_COVERAGE_80("wrong answers at 80 % coverage", false),
  /// The share of unanswerable questions answered with citations.
  FALSE_ANSWERS("unanswerable questions answered", false),
  /// The share of declined questions that are unanswerable.
  ABSTENTION_PRECISION("declined rightly", true),
  /// The share of unanswerable questions declined.
  ABSTENTION_RECALL("unanswerable questions declined", true),
  /// The share of questions that find evidence on an expected criterion among the first 5 passages.
  RECALL_AT_5("evidence among the first 5 passages", true),
  /// nDCG over the first 10 passages, those with evidence on an expected criterion being relevant
  /// (Järvelin and Kekäläinen 2002).
  NDCG_AT_10("nDCG of the first 10 passages", true),
  /// The share of answers of at most 180 words.
  SHORT("answers of at most 180 words", true),
  /// The share of answers that open with their verdict.
  VERDICT_FIRST("answers that open with the verdict", true);

  private final String meaning;
  private final boolean moreIsBetter;

  Measure(String meaning, boolean moreIsBetter) {
    this.meaning = meaning;
    this.moreIsBetter = moreIsBetter;
  }

  /// Its name in files, as in `nugget_recall`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it is, in words.
  public String meaning() {
    return meaning;
  }

  /// Whether a value meets a bound.
  public boolean meets(double value, double bound) {
    return moreIsBetter ? value >= bound : value <= bound;
  }

  /// The bound as people read it: `≥ 0.90`.
  String bound(double bound) {
    return String.format(Locale.ROOT, "%s %.2f", moreIsBetter ? "≥" : "≤", bound);
  }
}
