package dev.backendadvisor.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What left the gate and what did not.
///
/// @param kinds every kind of sentence, with each sentence of it
public record GateReport(List<Kind> kinds) {
  /// Copies the list.
  public GateReport {
    kinds = List.copyOf(kinds);
  }

  /// What sort of sentences, and how many of them may leave.
  public enum Group {
    /// Lies that can be seen without understanding: none may leave.
    STRUCTURAL("structural lies that left", 0),
    /// Lies that have to be understood: one in a hundred may leave.
    SEMANTIC("semantic lies that left", 0.01),
    /// Honest sentences: four in five have to leave.
    HONEST("honest paraphrases that left", 0.8);

    private final String title;
    private final double bound;

    Group(String title, double bound) {
      this.title = title;
      this.bound = bound;
    }

    private boolean meets(Share share) {
      return share.whole() == 0
          || (this == HONEST ? share.value() >= bound : share.value() <= bound);
    }
  }

  /// A sentence that was put to the gate.
  ///
  /// @param sentence what it says
  /// @param quotes what it claims to rest on
  /// @param left whether it left
  public record Judged(String sentence, List<String> quotes, boolean left) {
    /// Copies the list.
    public Judged {
      quotes = List.copyOf(quotes);
    }
  }

  /// Sentences of one kind.
  ///
  /// @param group the group it belongs to
  /// @param name its name
  /// @param sentences all of them
  public record Kind(Group group, String name, List<Judged> sentences) {
    /// Copies the list.
    public Kind {
      sentences = List.copyOf(sentences);
    }

    /// How many of them left.
    public Share left() {
      return new Share((int) sentences.stream().filter(Judged::left).count(), sentences.size());
    }
  }

  /// How many of a group left.
  public Share left(Group group) {
    return kinds.stream()
        .filter(one -> one.group() == group)
        .map(Kind::left)
        .reduce(new Share(0, 0), Share::plus);
  }

  /// What is beyond its bound, in words; none when all is well.
  public List<String> misses() {
    List<String> misses = new ArrayList<>();
    for (Group group : Group.values()) {
      Share left = left(group);
      if (!group.meets(left)) {
        misses.add(
            String.format(
                Locale.ROOT,
                "%s: %s, bound %s %.0f%%",
                group.title,
                left,
                group == Group.HONEST ? "≥" : "≤",
                100 * group.bound));
      }
    }
    return misses;
  }

  /// Some sentences of every kind, spread over all of it, for a person to judge whether they are
  /// what they are meant to be.
  ///
  /// @param some how many of each kind
  public String samples(int some) {
    var text = new StringBuilder();
    for (Kind kind : kinds) {
      text.append(String.format(Locale.ROOT, "%n%s%n", kind.name()));
      int size = kind.sentences().size();
      for (int i = 0; i < Math.min(some, size); i++) {
        Judged one = kind.sentences().get((int) ((long) i * size / Math.min(some, size)));
        text.append("  ").append(one.sentence()).append('\n');
        one.quotes().forEach(quote -> text.append("      ").append(quote).append('\n'));
      }
    }
    return text.toString();
  }

  /// The table for people: every kind, then the groups, then what left and should not have.
  ///
  /// @param refused whether to list the honest sentences that did not leave, too
  public String text(boolean refused) {
    var text = new StringBuilder();
    for (Group group : Group.values()) {
      List<Kind> own = kinds.stream().filter(one -> one.group() == group).toList();
      if (!own.isEmpty()) {
        text.append(String.format(Locale.ROOT, "%n%-46s %s%n", group.title, left(group)));
        own.forEach(
            one -> text.append(String.format(Locale.ROOT, "  %-44s %s%n", one.name(), one.left())));
      }
    }
    for (Kind kind : kinds) {
      boolean honest = kind.group() == Group.HONEST;
      for (Judged one : kind.sentences()) {
        if (one.left() != honest && (!honest || refused)) {
          text.append(
              String.format(
                  Locale.ROOT,
                  "%n%s %s: %s%n",
                  honest ? "refused" : "left",
                  kind.name(),
                  one.sentence()));
          one.quotes().forEach(quote -> text.append("    ").append(quote).append('\n'));
        }
      }
    }
    return text.toString();
  }
}
