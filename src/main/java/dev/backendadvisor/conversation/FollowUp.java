package dev.backendadvisor.conversation;

import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import dev.backendadvisor.question.QuestionReader.Earlier;
import dev.backendadvisor.question.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A turn that leans on those before it, and what somebody else proposes it asks, free of its
/// context. What is proposed may be anything: it is read like a visitor's words, and counts only
/// when it keeps what the turn says and brings nothing that neither the turn nor those before it
/// have.
///
/// @param reader reads questions
/// @param words the turn's own words
/// @param read the turn as it was read
/// @param earlier the questions before it, oldest first
record FollowUp(QuestionReader reader, String words, Question read, List<Earlier> earlier) {
  /// A turn read with less confidence may have been meant otherwise.
  static final double UNSURE = 0.5;

  private static final int LONGEST = 300;

  /// One sentence of letters, figures and the usual marks.
  private static final Pattern PLAIN =
      Pattern.compile("(?!.*[.] )[\\p{L}\\p{N}][\\p{L}\\p{N} ,;:.'’/+#%&()-]*\\?");

  private static final Pattern ADDRESS = Pattern.compile("(?i)://|www\\.|\\b(?:data|javascript):");

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");

  /// Whether it is worth asking what the turn asks.
  boolean isUnsure() {
    return !earlier.isEmpty()
        && asks(read)
        && read.reading().confidence() < UNSURE
        && reader.leansOn(read, earlier).isPresent();
  }

  private static boolean asks(Question question) {
    return !(question instanceof Question.Smalltalk
        || question instanceof Question.Compound
        || question instanceof Question.Unknowable
        || question instanceof Question.Claim);
  }

  /// The turn as the proposal has it; nothing when the proposal is odd.
  Optional<Question> as(String proposal) {
    if (proposal.length() > LONGEST
        || !PLAIN.matcher(proposal).matches()
        || ADDRESS.matcher(proposal).find()) {
      return Optional.empty();
    }
    Question proposed = reader.read(proposal, List.of());
    return asks(proposed) && keeps(proposed.reading()) && bringsNothing(proposed.reading())
        ? Optional.of(QuestionReader.meant(proposed, words, earlier.getLast().answer()))
        : Optional.empty();
  }

  /// Whether all that the turn names by itself is in the proposal, and the proposal is surer.
  private boolean keeps(Reading proposed) {
    Reading alone = reader.read(words, List.of()).reading();
    return proposed.technologies().containsAll(alone.technologies())
        && proposed.excluded().containsAll(alone.excluded())
        && criteria(proposed).containsAll(criteria(alone))
        && proposed.unknownNames().containsAll(alone.unknownNames())
        && proposed.confidence() > read.reading().confidence();
  }

  /// Whether every technology, name, criterion and figure stands in the turn or in one before it.
  private boolean bringsNothing(Reading proposed) {
    Set<String> technologies = new HashSet<>(read.reading().technologies());
    Set<String> others = new HashSet<>(read.reading().unknownNames());
    others.addAll(criteria(read.reading()));
    Set<String> figures = figures(words);
    for (Earlier one : earlier) {
      Reading before = one.question().reading();
      technologies.addAll(before.technologies());
      others.addAll(before.unknownNames());
      others.addAll(criteria(before));
      figures.addAll(figures(before.words()));
    }
    return technologies.containsAll(proposed.technologies())
        && technologies.containsAll(proposed.excluded())
        && others.containsAll(proposed.unknownNames())
        && others.containsAll(criteria(proposed))
        && figures.containsAll(figures(proposed.words()));
  }

  private static Set<String> criteria(Reading reading) {
    return reading.criteria().stream()
        .map(Reading.CriterionMention::criterion)
        .collect(Collectors.toSet());
  }

  private static Set<String> figures(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
