package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Cases of a technology being left, when a question asks for them.
final class StoryRules {
  /// "Did anyone leave it?", "which companies moved away from it?"
  private static final Pattern LEAVING =
      Pattern.compile(
          "(?i)\\b(?:anyone|anybody|someone|somebody|who|companies|company|teams?)\\b.*"
              + "\\b(?:leave|leaves|left|leaving|abandon(?:ed|ing)?|drop(?:ped|ping)?"
              + "|ditch(?:ed|ing)?|replac(?:e|ed|ing)|regret(?:s|ted)?|(?:move[ds]?|moving"
              + "|migrat(?:e|ed|ing)|switch(?:ed|ing)?) (?:away|off|from))\\b");

  /// "Was there a big attack recently?"
  private static final Pattern INCIDENTS =
      Pattern.compile(
          "(?i)\\b(?:was|were|has|have|had|any|recent|recently|latest|lately|last)\\b.*"
              + "\\b(?:attacks?|attacked|hacked|hacks?|incidents?|breach(?:es)?|worms?|malware)\\b");

  private static final Pattern HAPPENED =
      Pattern.compile(
          "(?i)\\b(?:malicious|worm|compromised|hijacked|poisoned|attack|stole|steal|leaked)\\b");

  private static final int MOST = 3;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  StoryRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// "Did anyone leave Python because …?" asks for cases: those that speak against it, and one that
  /// speaks for it.
  Optional<Draft> answer() {
    List<String> technologies =
        findings.technologies().isEmpty()
            ? brief.question().reading().excluded()
            : findings.technologies();
    if (technologies.size() == 1
        && INCIDENTS.matcher(brief.question().reading().standalone()).find()) {
      return incidents(technologies.getFirst());
    }
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
    return Optional.of(Drafts.answer(new Suggestions(brief, findings).afterFacts()));
  }

  /// What happened, the newest first.
  private Optional<Draft> incidents(String technology) {
    List<String> asked = findings.criteria();
    List<Evidence> told =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(technology))
            .filter(
                one ->
                    (asked.contains(one.criterion()) || isOfSecurity(one))
                        && Findings.isAgainst(one))
            .filter(one -> HAPPENED.matcher(one.sentence()).find())
            .sorted(Comparator.comparing(Evidence::asOf).reversed())
            .limit(MOST)
            .toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    composition.quote("", Part.VERDICT, "", told.getFirst());
    told.stream().skip(1).forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Optional.of(Drafts.answer(new Suggestions(brief, findings).afterFacts()));
  }

  private boolean isOfSecurity(Evidence record) {
    return Optional.ofNullable(brief.corpus().criteria().get(record.criterion()))
        .filter(one -> one.words().contains("security"))
        .isPresent();
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
}
