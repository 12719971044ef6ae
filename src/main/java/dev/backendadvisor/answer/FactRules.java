package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers that state facts: one, or a list of them.
final class FactRules {
  /// Words by which a yes-or-no question asks whether a technology does well.
  private static final Set<String> PRAISING =
      Set.of(
          ("good great suitable suited fit ok okay fine handle cope scale scales enough well fast"
                  + " quick easy strong ready worth viable right capable reliable decent popular"
                  + " common cheap safe secure stable mature")
              .split(" "));

  /// Words by which it asks whether it does badly.
  private static final Set<String> BLAMING =
      Set.of(
          "bad slow hard weak poor heavy hungry hog bloated expensive dead dying declining outdated"
              .split(" "));

  /// Words by which it asks how well without a side.
  private static final Set<String> WEIGHING = Set.of("much", "lots", "need");

  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)\\W*(?:so |and |but"
              + " )?(?:why|how|what|when|where|who|which|do|does|did|is|are|was|can"
              + "|could|will|would|has|have)\\b");

  /// "Did anyone leave it?", "which companies moved away from it?"
  private static final Pattern LEAVING =
      Pattern.compile(
          "(?i)\\b(?:anyone|anybody|someone|somebody|who|companies|company|teams?)\\b.*"
              + "\\b(?:leave|leaves|left|leaving|abandon(?:ed|ing)?|drop(?:ped|ping)?"
              + "|ditch(?:ed|ing)?|replac(?:e|ed|ing)|regret(?:s|ted)?|(?:move[ds]?|moving"
              + "|migrat(?:e|ed|ing)|switch(?:ed|ing)?) (?:away|off|from))\\b");

  /// "Monolith or microservices?": a sentence on one of them alone answers nothing.
  private static final Pattern ALTERNATIVES =
      Pattern.compile(
          "(\\p{L}[\\p{L}-]*(?: [\\p{L}-]+)?) or (\\p{L}[\\p{L}-]*(?: [\\p{L}-]+)?)\\?*");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;
  private final Abstention abstention;

  FactRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
    this.abstention = new Abstention(brief, composition, findings);
  }

  /// One fact, with what bears on it.
  Draft answer(Question.Fact fact) {
    if (namesTheUnknown()) {
      return abstention.onUnknownNames();
    }
    List<SentenceChoice.Scored> found = sentences();
    boolean weighs = fact.polar() && (asksHowWell() || new Aspect(brief).isEmpty());
    if (!weighs && found.stream().limit(1).anyMatch(this::answersByItself)) {
      return told(found);
    }
    Optional<Draft> support = new SupportRules(brief, composition, findings).answer();
    if (support.isPresent()) {
      return support.get();
    }
    Optional<Draft> stories = stories();
    if (stories.isPresent()) {
      return stories.get();
    }
    List<String> technologies = findings.technologies();
    List<String> criteria = findings.criteria();
    Optional<Cell> cell =
        technologies.size() == 1 && !criteria.isEmpty()
            ? brief.matrix().cell(technologies.getFirst(), criteria.getFirst())
            : Optional.empty();
    if (fact.polar() && cell.isPresent() && asksHowWell() && !speaksOfItself(fact)) {
      return suitability(cell.get());
    }
    if (cell.isPresent() && names().isEmpty() && missesThePoint(found, criteria.getFirst())) {
      return recorded(cell.get());
    }
    boolean ofCell = fact.polar() || !new Aspect(brief).isForeign();
    boolean mere = fact.polar() && new Aspect(brief).isEmpty();
    if ((found.isEmpty() || mere) && cell.isPresent() && names().isEmpty() && ofCell) {
      return asksWhatIs() && !asksHowWell() ? recorded(cell.get()) : suitability(cell.get());
    }
    boolean ofItself =
        new Aspect(brief).isEmpty() && brief.question().reading().versions().isEmpty();
    if (fact.polar() && technologies.size() == 1 && criteria.isEmpty() && ofItself) {
      return new PortraitRules(brief, composition, findings)
          .strengths(new Question.ProsAndCons(fact.reading(), Question.ProsAndCons.Side.BOTH));
    }
    return told(found);
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
    if (found.isEmpty()) {
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

  /// "Did anyone leave Python because …?" asks for cases: those that speak against it, and one that
  /// speaks for it.
  private Optional<Draft> stories() {
    List<String> technologies =
        findings.technologies().isEmpty()
            ? brief.question().reading().excluded()
            : findings.technologies();
    if (technologies.size() != 1
        || !LEAVING.matcher(brief.question().reading().standalone()).find()) {
      return Optional.empty();
    }
    List<String> asked = findings.criteria();
    List<Evidence> cases =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(technologies.getFirst()))
            .filter(one -> one.basis() == Evidence.Basis.CASE_STUDY && one.rating().isPresent())
            .sorted(
                Comparator.comparing((Evidence one) -> !asked.contains(one.criterion()))
                    .thenComparing(Comparator.comparing(Evidence::asOf).reversed()))
            .toList();
    List<Evidence> left = one(cases.stream().filter(Findings::isAgainst).toList(), 3);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    composition.quote("", Part.VERDICT, "", left.getFirst());
    left.stream().skip(1).forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    cases.stream()
        .filter(one -> !Findings.isAgainst(one) && left.stream().noneMatch(said -> same(said, one)))
        .limit(1)
        .forEach(
            one -> composition.quote("\n- ", Part.CONDITION, wording.oneOf(LeadIns.AGAINST), one));
    return Optional.of(Drafts.answer(suggestions()));
  }

  /// The first few, one an origin.
  private static List<Evidence> one(List<Evidence> records, int most) {
    Set<String> origins = new HashSet<>();
    return records.stream()
        .filter(record -> origins.add(record.source().origin()))
        .limit(most)
        .toList();
  }

  private static boolean same(Evidence one, Evidence other) {
    return one.source().origin().equals(other.source().origin());
  }

  /// Whether it is a question, and no statement such as "we need a live dashboard in Java".
  private boolean asksWhatIs() {
    return OPENING.matcher(brief.question().reading().standalone()).lookingAt();
  }

  /// What the question names besides technologies.
  private Set<String> names() {
    return new SentenceChoice(brief, findings).otherNames();
  }

  /// What is recorded in a cell at first hand, where no sentence answers the very words: facts
  /// rather than a rating nobody asked for.
  private Draft recorded(Cell cell) {
    List<Evidence> facts =
        cell.evidence().stream()
            .sorted(Comparator.comparing(one -> !Findings.isFirstHand(one)))
            .limit(2)
            .toList();
    composition.quote("", Part.VERDICT, "", facts.getFirst());
    facts.stream().skip(1).forEach(fact -> composition.quote(" ", Part.FACT, "", fact));
    return Drafts.answer(suggestions());
  }

  /// Several facts of a kind.
  Draft list() {
    if (namesTheUnknown()) {
      return abstention.onUnknownNames();
    }
    Optional<Draft> support = new SupportRules(brief, composition, findings).answer();
    if (support.isPresent()) {
      return support.get();
    }
    Optional<Draft> stories = stories();
    if (stories.isPresent()) {
      return stories.get();
    }
    Optional<Draft> frameworks = asksForTheMost() ? Optional.empty() : frameworks();
    if (frameworks.isPresent()) {
      return frameworks.get();
    }
    List<Evidence> recorded = asksForTheMost() ? List.of() : recorded();
    if (recorded.size() > 1 && (!asksHowMany() || findings.isWorded(recorded.getFirst()))) {
      composition.quote("", Part.VERDICT, "", recorded.getFirst());
      recorded.stream()
          .skip(1)
          .limit(5)
          .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
      return Drafts.answer(suggestions());
    }
    List<SentenceChoice.Scored> found = sentences();
    if (found.isEmpty()) {
      return abstention.onQuestion();
    }
    for (int i = 0; i < found.size() && i < 5; i++) {
      say(i == 0 ? "" : "\n- ", found.get(i));
    }
    return Drafts.answer(suggestions());
  }

  /// "Which framework is most used?" wants the first of a list, which a sentence must name.
  private boolean asksForTheMost() {
    return Words.of(brief.question().reading().standalone()).contains("most");
  }

  /// What is recorded of the technologies on the criteria asked about, the newest first.
  private List<Evidence> recorded() {
    List<String> technologies = findings.technologies();
    List<String> criteria = findings.criteria();
    return brief.corpus().evidence().stream()
        .filter(one -> technologies.contains(one.technology()))
        .filter(one -> criteria.stream().limit(1).anyMatch(one.criterion()::equals))
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .sorted(
            Comparator.comparing(Findings::isAgainst)
                .thenComparing(one -> !findings.isWorded(one))
                .thenComparing(Comparator.comparing(Evidence::asOf).reversed()))
        .toList();
  }

  private boolean asksHowMany() {
    return brief.question().reading().standalone().toLowerCase(Locale.ROOT).contains("how many");
  }

  /// A yes-or-no question whose best sentence nearly repeats it is answered by that sentence, not
  /// by a rating.
  private boolean speaksOfItself(Question.Fact fact) {
    List<String> asked = Words.stems(fact.reading().standalone());
    return asked.size() >= 5
        && sentences().stream().limit(1).anyMatch(one -> one.coverage() >= 0.85);
  }

  /// Whether the question asks how well something does, rather than what is the case.
  private boolean asksHowWell() {
    return Words.of(brief.question().reading().standalone()).stream()
        .anyMatch(
            word -> PRAISING.contains(word) || BLAMING.contains(word) || WEIGHING.contains(word));
  }

  /// Whether a yes-or-no question proposes that something does well, or badly; none when it
  /// proposes neither.
  private Optional<Boolean> praise() {
    List<String> words = Words.of(brief.question().reading().standalone());
    boolean polar = brief.question() instanceof Question.Fact fact && fact.polar();
    boolean praising = words.stream().anyMatch(PRAISING::contains);
    boolean blaming = words.stream().anyMatch(BLAMING::contains);
    return polar && praising != blaming && words.stream().noneMatch(SpanSupport.NEGATIONS::contains)
        ? Optional.of(praising)
        : Optional.empty();
  }

  private boolean namesTheUnknown() {
    Reading reading = brief.question().reading();
    boolean alternatives = reading.words().matches("(?is).*\\b(?:vs|versus|or)\\b.*");
    if (alternatives && reading.technologies().isEmpty() && !reading.unknownNames().isEmpty()) {
      return true;
    }
    return reading.unknownNames().stream()
        .anyMatch(
            name -> Words.stems(name).stream().noneMatch(stem -> brief.vocabulary().knows(stem)));
  }

  private List<SentenceChoice.Scored> sentences() {
    List<SentenceChoice.Scored> best = new SentenceChoice(brief, findings).best();
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

  /// What some sentences say, the best first.
  Draft told(List<SentenceChoice.Scored> found) {
    List<Reading.VersionMention> versions = brief.question().reading().versions();
    boolean ofVersion =
        versions.isEmpty()
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
    say("", found.getFirst());
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

  /// Whether a sentence is recorded on a criterion asked about.
  private boolean isOnPoint(SentenceChoice.Scored one) {
    return brief.corpus().evidenceIn(one.span()).stream()
        .anyMatch(record -> findings.criteria().contains(record.criterion()));
  }

  private void say(String before, SentenceChoice.Scored one) {
    composition.plainQuote(
        before, before.isEmpty() ? Part.VERDICT : Part.FACT, one.span(), one.text());
  }

  /// How well one technology does on one criterion.
  Draft suitability(Cell cell) {
    String technology = cell.evidence().getFirst().technology();
    Band band = Band.of(cell.rating());
    List<String> criterion = alike(technology, band);
    List<Evidence> leading = new ArrayList<>();
    List<Evidence> others = new ArrayList<>();
    for (String one : criterion) {
      List<Evidence> own = findings.telling(technology, one, band);
      leading.add(own.getFirst());
      own.stream()
          .skip(1)
          .filter(record -> record.basis() != Evidence.Basis.OPINION)
          .forEach(others::add);
    }
    if (leading.size() == 1) {
      others.stream().limit(1).forEach(leading::add);
    }
    Evidence first = leading.getFirst();
    String name = composition.name(technology);
    String purpose = findings.purpose(criterion);
    boolean inherited = !first.technology().equals(cell.technology());
    composition.verdict(
        inherited
            ? "I can speak of the language below it alone. " + wording.stands(name, purpose, band)
            : praise()
                .map(praise -> wording.stands(name, purpose, band, praise))
                .orElseGet(() -> wording.stands(name, purpose, band)),
        Composition.computed(
            new Calculation.Stands(technology, criterion, band),
            leading.subList(0, criterion.size())));
    composition.reason(first);
    leading.stream()
        .skip(1)
        .limit(2)
        .filter(one -> !composition.isSaid(one))
        .forEach(one -> composition.quote(" ", Part.REASON, "", one));
    boolean good = band == Band.STRONG || band == Band.FAIR;
    (good
            ? findings.speaksAgainst(technology, criterion)
            : findings.speaksFor(technology, criterion))
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(
            one -> composition.quote("\n- ", Part.CONDITION, wording.oneOf(LeadIns.AGAINST), one));
    findings
        .measured(List.of(technology), criterion)
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    if (cell.origins() == 1) {
      composition.point(
          Part.CAVEAT,
          wording.oneVoice(composition.name(technology), findings.criterionName(cell.criterion())),
          Composition.computed(
              new Calculation.OneVoice(technology, cell.criterion()), List.of(first)));
    }
    return Drafts.answer(suggestions());
  }

  /// The criteria asked about on which a technology stands in the same band, three at most: "slow"
  /// asks about more than one.
  private List<String> alike(String technology, Band band) {
    return findings.criteria().stream()
        .filter(
            criterion ->
                brief
                    .matrix()
                    .cell(technology, criterion)
                    .filter(one -> Band.of(one.rating()) == band)
                    .isPresent())
        .limit(3)
        .toList();
  }

  /// The frameworks of a language, each with what sets it apart.
  private Optional<Draft> frameworks() {
    String words = brief.question().reading().words().toLowerCase(Locale.ROOT);
    List<String> asked = findings.technologies();
    if (!words.contains("framework") || asked.isEmpty()) {
      return Optional.empty();
    }
    List<Technology> frameworks =
        brief.corpus().technologies().values().stream()
            .filter(one -> one.kind() == Technology.Kind.FRAMEWORK)
            .filter(one -> one.language().filter(asked::contains).isPresent())
            .toList();
    List<Evidence> told = new ArrayList<>();
    for (Technology framework : frameworks) {
      brief.corpus().evidence().stream()
          .filter(one -> one.technology().equals(framework.id()))
          .filter(one -> one.support().isEmpty())
          .max(Comparator.comparing(Evidence::asOf))
          .ifPresent(told::add);
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    composition.verdict(
        "For "
            + composition.name(asked.getFirst())
            + ", I have read of "
            + Wording.list(told.stream().map(one -> composition.name(one.technology())).toList())
            + ".",
        new DraftSentence.Ground.Nothing());
    told.forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Optional.of(Drafts.answer(suggestions()));
  }

  private List<String> suggestions() {
    List<String> technologies = new ArrayList<>(findings.technologies());
    if (technologies.size() == 1) {
      findings.main().stream()
          .filter(one -> !technologies.contains(one))
          .limit(1)
          .forEach(technologies::add);
    }
    var suggestions = new Suggestions(brief, findings);
    return technologies.size() < 2
        ? suggestions.toStartWith()
        : suggestions.after(technologies, findings.criteria());
  }
}
