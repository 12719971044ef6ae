package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers that state facts: one, or a list of them.
final class FactRules {
  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)\\W*(?:so |and |but"
              + " )?(?:why|how|what|when|where|who|which|do|does|did|is|are|was|can"
              + "|could|will|would|has|have)\\b");

  /// "Monolith or microservices?": a sentence on one of them alone answers nothing.
  private static final Pattern ALTERNATIVES =
      Pattern.compile(
          "(\\p{L}[\\p{L}-]*(?: [\\p{L}-]+)?) or (\\p{L}[\\p{L}-]*(?: [\\p{L}-]+)?)\\?*");

  /// "Is it overkill for two people?"
  private static final Pattern JUDGING =
      Pattern.compile("(?i)\\b(?:overkill|too|enough|worth|should|wise|sensible|mature|ready)\\b");

  /// A sentence this close to a question settles it.
  private static final double PLAINLY = 0.65;

  /// "Can it keep 30k clients?"
  private static final Pattern CAN = Pattern.compile("(?i)\\b(?:can|could|able to)\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;
  private final Abstention abstention;
  private final CellRules cells;

  FactRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
    this.abstention = new Abstention(brief, composition, findings);
    this.cells = new CellRules(brief, composition, findings);
  }

  /// One fact, with what bears on it.
  Draft answer(Question.Fact fact) {
    if (namesTheUnknown()) {
      return abstention.onUnknownNames();
    }
    Optional<Draft> release = new ReleaseRules(brief, composition, findings).answer();
    if (release.isPresent()) {
      return release.get();
    }
    Optional<Draft> stories = new StoryRules(brief, composition, findings).answer();
    if (stories.isPresent()) {
      return stories.get();
    }
    if (onlyCell().isEmpty() && new SentenceChoice(brief, findings).wasSoughtInVain()) {
      return abstention.inVain();
    }
    if (cells.asksHowItIs() && onlyCell().isPresent()) {
      return cells.suitability(onlyCell().get());
    }
    List<SentenceChoice.Scored> found = sentences();
    boolean weighs = fact.polar() && cells.asksHowWell();
    boolean strays =
        !fact.polar()
            && fact.reading().versions().isEmpty()
            && onlyCell().isPresent()
            && missesThePoint(found, findings.criteria().getFirst());
    boolean ofVersions = fact.reading().versions().size() > 1 && findings.criteria().isEmpty();
    if (!weighs
        && !strays
        && !ofVersions
        && found.stream().limit(1).anyMatch(this::answersByItself)) {
      return told(found);
    }
    Optional<Draft> support = new SupportRules(brief, composition, findings).answer();
    if (support.isPresent()) {
      return support.get();
    }
    List<String> technologies = findings.technologies();
    List<String> criteria = findings.criteria();
    Optional<Cell> cell = onlyCell();
    if (fact.polar() && cell.isPresent() && cells.asksHowWell() && !speaksOfItself(fact)) {
      return cells.suitability(cell.get());
    }
    if (cell.isPresent() && names().isEmpty() && missesThePoint(found, criteria.getFirst())) {
      return cells.recorded(cell.get());
    }
    boolean ofCell = fact.polar() || !new Aspect(brief).isForeign();
    boolean mere = fact.polar() && new Aspect(brief).isEmpty();
    if ((found.isEmpty() || mere) && cell.isPresent() && names().isEmpty() && ofCell) {
      return asksWhatIs() && !cells.asksHowWell()
          ? cells.recorded(cell.get())
          : cells.suitability(cell.get());
    }
    boolean ofItself =
        new Aspect(brief).isEmpty() && brief.question().reading().versions().isEmpty();
    if (fact.polar() && technologies.size() == 1 && criteria.isEmpty() && ofItself) {
      return new PortraitRules(brief, composition, findings)
          .strengths(new Question.ProsAndCons(fact.reading(), Question.ProsAndCons.Side.BOTH));
    }
    return told(found);
  }

  /// The cell of the one technology and the first criterion asked about.
  private Optional<Cell> onlyCell() {
    return findings.technologies().size() == 1
        ? findings.criteria().stream()
            .findFirst()
            .flatMap(one -> brief.matrix().cell(findings.technologies().getFirst(), one))
        : Optional.empty();
  }

  /// Whether a sentence answers whatever the rules would reckon. No opinion does, nor a version's
  /// end of support, which is weighed by today's date.
  private boolean answersByItself(SentenceChoice.Scored one) {
    return one.isDirect()
        && brief.corpus().evidenceIn(one.span()).stream()
            .noneMatch(
                record -> record.support().isPresent() || record.basis() == Evidence.Basis.OPINION);
  }

  /// Whether the best sentence is neither recorded on the criterion asked about nor has the words
  /// that meant it: "average salary" is no matter of averages.
  private boolean missesThePoint(List<SentenceChoice.Scored> found, String criterion) {
    if (found.isEmpty()) {
      return false;
    }
    SentenceChoice.Scored best = found.getFirst();
    boolean recorded =
        brief.corpus().evidenceIn(best.span()).stream()
            .anyMatch(one -> one.criterion().equals(criterion));
    boolean worded =
        brief.question().reading().criteria().stream()
            .filter(one -> one.criterion().equals(criterion))
            .flatMap(one -> Words.stems(one.from()).stream())
            .anyMatch(best.statement().telling()::contains);
    return !recorded && !worded;
  }

  /// What is on record of an organisation the question names.
  Optional<Draft> ofOrganisations() {
    Set<String> topics = new HashSet<>();
    findings.organisations().forEach(one -> topics.addAll(Words.stems(one)));
    List<SentenceChoice.Scored> found =
        topics.isEmpty() ? List.of() : new SentenceChoice(brief, findings).on(topics);
    return found.isEmpty() ? Optional.empty() : Optional.of(told(found));
  }

  /// What is on record of a use that is none of the criteria; there is no rating of it.
  Optional<Draft> ofUse() {
    Set<String> topics = new Scope(brief).topics();
    List<SentenceChoice.Scored> found =
        topics.isEmpty() ? List.of() : new SentenceChoice(brief, findings).on(topics);
    if (found.isEmpty() || isPartOfAName(found)) {
      return Optional.empty();
    }
    composition.verdict(
        wording.oneOf(
            "I have no rating for that, only single findings.",
            "Nothing I have read ranks anything for that; these findings bear on it.",
            "I cannot rank anything for that, but this is on record."),
        new DraftSentence.Ground.Nothing());
    List<SentenceChoice.Scored> told = new ArrayList<>();
    for (SentenceChoice.Scored one : found) {
      if (told.size() < 4 && told.stream().noneMatch(said -> said.repeats(one))) {
        told.add(one);
        composition.plainQuote("\n- ", Part.FACT, one.span(), one.text());
      }
    }
    return Optional.of(Drafts.recommended(List.of(), suggestions()));
  }

  /// Whether no sentence tells all that is named: one on bots says nothing of a trading bot.
  private boolean isPartOfAName(List<SentenceChoice.Scored> found) {
    List<String> named =
        brief.question().reading().open().stream()
            .flatMap(word -> Words.stems(word).stream())
            .toList();
    return found.stream().noneMatch(one -> one.statement().telling().containsAll(named));
  }

  /// Whether it is a question, and no statement such as "we need a live dashboard in Java".
  private boolean asksWhatIs() {
    return OPENING.matcher(brief.question().reading().standalone()).lookingAt();
  }

  /// What the question names besides technologies.
  private Set<String> names() {
    return new AskedNames(brief).stems();
  }

  /// Several facts of a kind.
  Draft list() {
    if (namesTheUnknown()) {
      return abstention.onUnknownNames();
    }
    return new SupportRules(brief, composition, findings)
        .answer()
        .or(() -> new StoryRules(brief, composition, findings).answer())
        .or(() -> new ListRules(brief, composition, findings).answer())
        .orElseGet(() -> listed(sentences()));
  }

  private Draft listed(List<SentenceChoice.Scored> found) {
    if (found.isEmpty()) {
      return abstention.onQuestion();
    }
    for (int i = 0; i < found.size() && i < 5; i++) {
      say(i == 0 ? "" : "\n- ", found.get(i));
    }
    return Drafts.answer(suggestions());
  }

  /// A yes-or-no question whose best sentence nearly repeats it is answered by that sentence, not
  /// by a rating.
  private boolean speaksOfItself(Question.Fact fact) {
    List<String> asked = Words.stems(fact.reading().standalone());
    return asked.size() >= 5
        && sentences().stream().limit(1).anyMatch(one -> one.coverage() >= 0.85);
  }

  private boolean namesTheUnknown() {
    Reading reading = brief.question().reading();
    boolean alternatives = reading.words().matches("(?is).*\\b(?:vs|versus|or)\\b.*");
    boolean told =
        sentences().stream().limit(1).anyMatch(one -> one.meaning() >= SentenceChoice.CLOSE);
    if (alternatives
        && reading.technologies().isEmpty()
        && !reading.unknownNames().isEmpty()
        && !told) {
      return true;
    }
    return !told
        && reading.unknownNames().stream()
            .anyMatch(
                name ->
                    Words.stems(name).stream().noneMatch(stem -> brief.vocabulary().knows(stem)));
  }

  private List<SentenceChoice.Scored> sentences() {
    Counted counted = Counted.in(brief.question().reading().standalone());
    List<SentenceChoice.Scored> best =
        new SentenceChoice(brief, findings)
            .best().stream()
                .filter(one -> counted.isTold(one.text()))
                .filter(
                    one -> counted.isNothing() || findings.criteria().isEmpty() || isOnPoint(one))
                .toList();
    Matcher alternatives = ALTERNATIVES.matcher(brief.question().reading().standalone().strip());
    if (!findings.technologies().isEmpty() || !alternatives.matches()) {
      return best;
    }
    return best.stream()
        .filter(one -> tells(one, alternatives.group(1)) && tells(one, alternatives.group(2)))
        .toList();
  }

  private static boolean tells(SentenceChoice.Scored one, String words) {
    return Words.stems(words).stream().anyMatch(one.statement().telling()::contains);
  }

  /// Whether a sentence is close and tells what is asked beside a version named in passing: "can
  /// the Security Manager be switched on again on JDK 25?"
  private boolean isAsideOfVersions(SentenceChoice.Scored one) {
    var aspect = new Aspect(brief);
    return one.meaning() >= SentenceChoice.CLOSE
        && !aspect.isEmpty()
        && aspect.coverage(Set.copyOf(one.statement().telling())) > 0
        && brief.corpus().evidenceIn(one.span()).stream()
            .noneMatch(record -> record.support().isPresent());
  }

  /// What some sentences say, the best first.
  Draft told(List<SentenceChoice.Scored> found) {
    List<Reading.VersionMention> versions = brief.question().reading().versions();
    boolean ofVersion =
        versions.isEmpty()
            || found.stream().limit(1).anyMatch(this::isAsideOfVersions)
            || found.stream()
                .anyMatch(
                    one ->
                        versions.stream()
                            .anyMatch(
                                version -> SentenceChoice.names(version.version(), one.text())));
    Optional<Draft> dates =
        ofVersion && !found.isEmpty()
            ? Optional.empty()
            : new SupportRules(brief, composition, findings).ofVersion();
    if (dates.isPresent()) {
      return dates.get();
    }
    if (!ofVersion) {
      Reading.VersionMention version = versions.getFirst();
      return abstention.onVersion(
          (version.technology().isEmpty() ? "version" : composition.name(version.technology()))
              + " "
              + version.version());
    }
    if (found.isEmpty()) {
      return abstention.onQuestion();
    }
    reached(found.getFirst());
    if (leavesOpen(found.getFirst())) {
      composition.verdict(
          wording.oneOf(
              "Nothing I have read settles that; this bears on it.",
              "I have no straight answer to that; this bears on it."),
          new DraftSentence.Ground.Nothing());
    }
    say(composition.isOnlyVerdict() ? " " : "", found.getFirst());
    boolean onPoint = isOnPoint(found.getFirst());
    List<SentenceChoice.Scored> told = new ArrayList<>(found.subList(0, 1));
    for (SentenceChoice.Scored one : found) {
      boolean close = one.score() >= found.getFirst().score() * 0.7 && (!onPoint || isOnPoint(one));
      if (close && told.size() < 3 && told.stream().noneMatch(said -> said.repeats(one))) {
        told.add(one);
        say(" ", one);
      }
    }
    return Drafts.answer(suggestions());
  }

  /// Whether a judgement is asked for, yes or no: what sentences tell of is what is, not what is
  /// too much.
  private boolean leavesOpen(SentenceChoice.Scored best) {
    return composition.isEmpty()
        && brief.question() instanceof Question.Fact fact
        && fact.polar()
        && JUDGING.matcher(fact.reading().standalone()).find()
        && best.meaning() < PLAINLY;
  }

  /// A plain yes to "can it keep 30k clients?" before a sentence that tells of as many.
  private void reached(SentenceChoice.Scored best) {
    boolean asks = CAN.matcher(brief.question().reading().standalone()).find();
    if (!asks || findings.technologies().size() != 1) {
      return;
    }
    String technology = findings.technologies().getFirst();
    for (long amount : Amount.in(brief.question().reading().standalone())) {
      brief.corpus().evidenceIn(best.span()).stream()
          .filter(one -> one.technology().equals(technology) && !Findings.isAgainst(one))
          .filter(one -> Amount.in(one.sentence()).contains(amount))
          .limit(1)
          .forEach(
              one ->
                  composition.verdict(
                      "Yes, " + composition.name(technology) + " has been shown to.",
                      Composition.computed(
                          new Calculation.Reached(technology, amount, one), List.of(one))));
    }
  }

  /// Whether a sentence is recorded on a criterion asked about.
  private boolean isOnPoint(SentenceChoice.Scored one) {
    return brief.corpus().evidenceIn(one.span()).stream()
        .anyMatch(record -> findings.criteria().contains(record.criterion()));
  }

  private void say(String before, SentenceChoice.Scored one) {
    composition.plainQuote(
        before, before.isEmpty() ? Part.VERDICT : Part.FACT, one.span(), one.text());
  }

  private List<String> suggestions() {
    return new Suggestions(brief, findings).afterFacts();
  }
}
