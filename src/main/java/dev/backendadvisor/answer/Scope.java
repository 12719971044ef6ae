package dev.backendadvisor.answer;

import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import dev.backendadvisor.retrieval.Hit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a question is one for this corpus at all.
///
/// Any words can brush against a criterion: "dog food to feed my puppy" against feeds, "how do you
/// learn the violin" against learning. So a question that was read with little confidence is ours
/// only when it names nothing that is foreign to a choice of technology.
final class Scope {
  /// Below this the words are hardly about what the corpus compares; measured on everyday requests,
  /// all but a few of which lie below it, and on our own questions, all but a few of which lie
  /// above.
  private static final double SURE = 0.32;

  /// With a sentence this close in meaning the words are about what the corpus holds, and with none
  /// as close as this they are not; nineteen of twenty everyday requests lie below the first, as
  /// many of our own questions above it.
  private static final double CLOSE = 0.5;

  private static final double FAR = 0.2;

  /// An organisation named is no sign by itself: people call an Uber and shop at Amazon. Everyday
  /// requests that name one lie below this in meaning, our own questions above it; that they are
  /// like questions noted on the organisation says no more than the name.
  private static final double FAR_WITH_ORGANISATION = 0.42;

  /// The same of what the talk was brought to, which what was asked before is near to already.
  private static final double ON_TALK = 0.6;

  /// Words of an open question about the choice itself.
  private static final Set<String> CHOICE =
      Set.of(
          ("backend back-end tech technology stack languag framework platform choos choic pick"
                  + " recommend suggest advic advis best better us learn start project app team"
                  + " company startup good new next first right build need want web api server"
                  + " least most fewest use worth develop complet absolut total beginner")
              .split(" "));

  /// Words of a choice that name no use.
  private static final Set<String> FILLING =
      Set.of(
          ("option suit suitabl ideal idea help year old like know one thing someth go make take"
                  + " work write run program code develop softwar system servic applic")
              .split(" "));

  /// Words that ask for a choice.
  private static final Set<String> CHOOSING =
      Set.of("which", "choose", "pick", "learn", "use", "recommend", "best", "better", "needs");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");

  private final Brief brief;
  private final Reading reading;

  Scope(Brief brief) {
    this.brief = brief;
    this.reading = brief.question().reading();
  }

  /// Whether it is. A corpus that compares nothing takes any question.
  boolean holds() {
    return brief.corpus().technologies().isEmpty()
        || (reading.confidence() >= SURE && !isFar())
        || closeness(brief.hits()) >= CLOSE
        || closeness(brief.talk()) >= ON_TALK
        || leansOnOurs()
        || choosesAnew()
        || asksForAChoiceAlone();
  }

  /// How close the sentence closest to a question is; 0 when vectors were not asked.
  private static double closeness(List<Hit> hits) {
    return hits.stream()
        .flatMap(hit -> hit.sentences().stream())
        .mapToDouble(Hit.Sentence::closeness)
        .max()
        .orElse(0);
  }

  private boolean isFar() {
    boolean named = !new Findings(brief).organisations().isEmpty();
    double close = named ? brief.most(Hit.Sentence::meaning) : closeness(brief.hits());
    return close > 0
        && close < (named ? FAR_WITH_ORGANISATION : FAR)
        && reading.technologies().isEmpty();
  }

  /// Whether it asks anew for a choice of which something is known, on criteria of ours.
  private boolean choosesAnew() {
    return brief.question() instanceof Question.Recommendation
        && !brief.talk().isEmpty()
        && !reading.criteria().isEmpty()
        && !(brief.profile().needs().isEmpty() && brief.profile().constraints().isEmpty())
        && !isFar();
  }

  /// Whether it leans on a turn before it, and by more than that one's words, which may be foreign.
  private boolean leansOnOurs() {
    return !reading.carriedOver().isEmpty()
        && reading.carriedOver().stream()
            .noneMatch(one -> one.what().equals("topic") || one.what().equals("talk"));
  }

  /// Whether every word that tells something is one the corpus uses: "which GPU should I buy?" is
  /// not ours to answer.
  boolean namesNothingForeign() {
    return reading.unknownNames().isEmpty()
        && Words.stems(reading.standalone()).stream()
            .allMatch(stem -> brief.vocabulary().knows(stem) || CHOICE.contains(stem));
  }

  /// The stems of what a question names besides technologies and the choice itself, as far as the
  /// corpus uses them in few places: `iot`, `mobil`.
  Set<String> topics() {
    Set<String> topics = new HashSet<>();
    for (String stem : Words.stems(reading.standalone())) {
      if (!CHOICE.contains(stem)
          && !FILLING.contains(stem)
          && brief.vocabulary().isRare(stem)
          && brief.vocabulary().names().in(stem).isEmpty()) {
        topics.add(stem);
      }
    }
    return topics;
  }

  private boolean asksForAChoiceAlone() {
    Set<String> criteria = new HashSet<>();
    reading.criteria().forEach(one -> criteria.addAll(Words.stems(one.from())));
    return List.of(SENTENCE_END.split(reading.standalone())).stream()
        .anyMatch(
            sentence ->
                Words.of(sentence).stream().anyMatch(CHOOSING::contains)
                    && Words.stems(sentence).stream()
                        .allMatch(stem -> CHOICE.contains(stem) || criteria.contains(stem)));
  }
}
