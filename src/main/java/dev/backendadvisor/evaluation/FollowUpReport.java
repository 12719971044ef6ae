package dev.backendadvisor.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How well turns were made free of their context.
///
/// @param turns as read
public record FollowUpReport(List<Read> turns) {
  /// Copies the list.
  public FollowUpReport {
    turns = List.copyOf(turns);
  }

  /// A turn as a person made it free of its context, and as the reader did.
  ///
  /// @param id its name
  /// @param question the turn as asked
  /// @param rewrite by a person
  /// @param standalone by the reader
  /// @param opens whether it opens its conversation
  public record Read(String id, String question, String rewrite, String standalone, boolean opens) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /// Words that mean nothing by themselves.
    private static final Set<String> EMPTY =
        Set.of(
            ("a an the this that these those it its they them their there he him his she her i you"
                 + " we us my your our and or but nor so if as at by for from in into of off on"
                 + " onto out over to up with without about between among against through during"
                 + " than then not no be is are was were been being am do does did have has had can"
                 + " could will would shall should may might must what which who whom whose when"
                 + " where why how other others another around besides both t s re ve ll d m")
                .split(" "));

    /// The words of the rewrite that the turn lacks.
    public Set<String> missing() {
      return without(words(rewrite), words(question));
    }

    /// The words the reader added.
    public Set<String> added() {
      return without(words(standalone), words(question));
    }

    /// The missing words among those added.
    public Set<String> recovered() {
      Set<String> recovered = new LinkedHashSet<>(missing());
      recovered.retainAll(added());
      return recovered;
    }

    /// Whether it adds what is missing and nothing else.
    boolean isRight() {
      return added().equals(missing());
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
      Set<String> rest = new LinkedHashSet<>(words);
      rest.removeAll(others);
      return rest;
    }

    /// The words of a text that mean something, in lower case, without the `s` of the possessive
    /// and of the plural.
    private static Set<String> words(String text) {
      Set<String> words = new LinkedHashSet<>();
      Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT).replaceAll("['’]s\\b", ""));
      while (word.find()) {
        if (!EMPTY.contains(word.group())) {
          words.add(word.group().replaceAll("(?<=\\p{L}{3})(?<!s)s$", ""));
        }
      }
      return words;
    }
  }

  /// The share of the missing words that were recovered, over all turns.
  public double recall() {
    return share(turn -> turn.recovered().size(), turn -> turn.missing().size());
  }

  /// The share of the added words that were missing, over all turns.
  public double precision() {
    return share(turn -> turn.recovered().size(), turn -> turn.added().size());
  }

  private double share(ToIntFunction<Read> part, ToIntFunction<Read> whole) {
    int all = turns.stream().mapToInt(whole).sum();
    return all == 0 ? 1 : turns.stream().mapToInt(part).sum() / (double) all;
  }

  /// The table for people: the measures, then every turn that was not made quite what a person made
  /// of it.
  public String text() {
    var text = new StringBuilder();
    Estimate each =
        Estimate.of(
            turns.stream()
                .filter(turn -> !turn.missing().isEmpty())
                .map(turn -> turn.recovered().size() / (double) turn.missing().size())
                .toList());
    Predicate<Read> whole = turn -> turn.missing().isEmpty();
    text.append(
        String.format(
            Locale.ROOT,
            "%d turns, %d of which lean on those before them%n"
                + "words recovered          %.3f of %d (a turn: %s)%n"
                + "precision of those added %.3f of %d%n"
                + "whole turns left alone   %d of %d, %d of %d that open a conversation%n",
            turns.size(),
            count(whole.negate()),
            recall(),
            turns.stream().mapToInt(turn -> turn.missing().size()).sum(),
            each,
            precision(),
            turns.stream().mapToInt(turn -> turn.added().size()).sum(),
            count(whole.and(turn -> turn.added().isEmpty())),
            count(whole),
            count(whole.and(Read::opens).and(turn -> turn.added().isEmpty())),
            count(whole.and(Read::opens))));
    List<Read> failures = turns.stream().filter(turn -> !turn.isRight()).toList();
    text.append(String.format(Locale.ROOT, "%n%d turns that differ:%n", failures.size()));
    for (Read turn : failures) {
      Set<String> lacking = new LinkedHashSet<>(turn.missing());
      lacking.removeAll(turn.added());
      Set<String> wrong = new LinkedHashSet<>(turn.added());
      wrong.removeAll(turn.missing());
      text.append(
          String.format(
              Locale.ROOT,
              "%s  lacks: %s; wrong: %s%n    asked  %s%n    person %s%n    reader %s%n",
              turn.id(),
              list(lacking),
              list(wrong),
              turn.question().strip(),
              turn.rewrite().strip(),
              turn.standalone().strip()));
    }
    return text.toString();
  }

  private long count(Predicate<Read> wanted) {
    return turns.stream().filter(wanted).count();
  }

  private static String list(Set<String> words) {
    return words.isEmpty() ? "nothing" : String.join(" ", words);
  }
}
