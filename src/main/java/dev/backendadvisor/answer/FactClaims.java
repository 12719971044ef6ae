package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Assertion;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Claims that tell a fact, held against the recorded sentences.
///
/// A sentence is for a claim when the claim retells it, and against it when the claim retells it
/// but for a negation. That somebody uses something is read more freely: the sentence must name
/// both, and say nothing of leaving.
final class FactClaims {
  private static final double DAYS_A_YEAR = 365.25;

  /// Evidence is old when it is older than so many half-lives of its criterion, in years at least
  /// and at most.
  private static final double HALF_LIVES = 2;

  private static final double OLD_AT_LEAST = 5;
  private static final double OLD_AT_MOST = 9;

  /// Stems that frame a statement and tell nothing of what is stated.
  private static final Set<String> FRAME =
      Set.of(
          ("us use used user run work make made built writt written write system product service"
                  + " platform company really actually today still backend server app application")
              .split(" "));

  /// Words of leaving something, or of what was once.
  private static final Pattern LEFT =
      Pattern.compile(
          "(?i)\\b(?:left|leaves|leaving|replaced|replaces|rewrote|rewritten|abandoned|dropped|moved|migrated|switched|no"
              + " longer|former|early|recalled|nothing of)\\b");

  /// Words by which a sentence tells what somebody offers others, rather than uses.
  private static final Pattern OFFERED =
      Pattern.compile("(?i)\\b(?:SDKs?|kits?|client librar(?:y|ies)|editions?)\\b");

  /// Words that set one statement of a sentence against another.
  private static final Pattern BOTH_WAYS =
      Pattern.compile("(?i)\\b(?:while|whereas|but|although|though|yet|however|contradict\\w*)\\b");

  /// Words by which a sentence keeps its distance from what it tells.
  private static final Pattern DISTANCE =
      Pattern.compile("(?i)\\b(?:not|never|doubt|hardly|contradict\\w*|against)\\b");

  private final Brief brief;

  FactClaims(Brief brief) {
    this.brief = brief;
  }

  /// What a sentence says of a claim.
  private enum Stance {
    FOR,
    AGAINST,
    NEITHER
  }

  Judgement judge(Assertion claim) {
    Set<String> stems = stems(claim);
    Set<String> names = names(claim);
    if (stems.isEmpty()) {
      return Judgement.UNKNOWN;
    }
    List<Evidence> pro = new ArrayList<>();
    List<Evidence> contra = new ArrayList<>();
    boolean left = false;
    for (Evidence record : brief.corpus().evidence()) {
      Statement sentence = brief.vocabulary().statement(record.sentence());
      if (isAbout(claim, record)
          && sentence.stems().containsAll(stems)
          && sentence.figures().containsAll(Statement.figures(claim.text()))) {
        boolean uses = !names.isEmpty() && stems.equals(names);
        left |= uses && !isCount(record) && LEFT.matcher(sentence.text()).find();
        switch (uses ? usage(claim, record) : stance(claim, record, sentence, stems)) {
          case FOR -> pro.add(record);
          case AGAINST -> contra.add(record);
          case NEITHER -> {}
        }
      }
    }
    Comparator<Evidence> newest = Comparator.comparing(Evidence::asOf).reversed();
    pro.sort(newest);
    contra.sort(newest);
    Finding finding = finding(pro, contra, left);
    List<Evidence> ordered = new ArrayList<>(ClaimJudge.weighty(pro));
    if (finding == Finding.OUTDATED && left) {
      ordered.sort(Comparator.comparing(one -> !LEFT.matcher(one.sentence()).find()));
    }
    return Judgement.of(finding, once(ordered), once(ClaimJudge.weighty(contra)));
  }

  /// The names in a claim that are no technologies, such as companies.
  Set<String> names(Assertion claim) {
    Set<String> names = new HashSet<>();
    for (String word : claim.text().split("[^\\p{L}\\p{N}.+#/-]+")) {
      boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
      String first = word.replaceFirst("-.*", "");
      boolean acronym =
          first.length() <= 3 && first.chars().skip(1).anyMatch(Character::isUpperCase);
      if (capital
          && !acronym
          && brief.vocabulary().names().in(word).isEmpty()
          && !brief.vocabulary().writesSmall(word)) {
        names.addAll(Words.stems(word));
      }
    }
    return names;
  }

  private Finding finding(List<Evidence> pro, List<Evidence> contra, boolean left) {
    List<Evidence> weighty = ClaimJudge.ofWeight(pro);
    if (!ClaimJudge.ofWeight(contra).isEmpty()) {
      return weighty.isEmpty() ? Finding.CONTRADICTED : Finding.CONDITIONAL;
    }
    if (pro.isEmpty()) {
      return Finding.UNKNOWN;
    }
    if (weighty.isEmpty()) {
      return left ? Finding.OUTDATED : Finding.ONE_SOURCE;
    }
    if (left || weighty.stream().allMatch(one -> isOld(brief, one))) {
      return Finding.OUTDATED;
    }
    return ClaimJudge.origins(pro) < 2 && !ClaimJudge.speaksForItself(weighty)
        ? Finding.ONE_SOURCE
        : Finding.SUPPORTED;
  }

  /// Whether a record is too old to say how things are.
  static boolean isOld(Brief brief, Evidence record) {
    Criterion criterion = brief.corpus().criteria().get(record.criterion());
    double halfLife = criterion == null ? OLD_AT_LEAST : criterion.halfLife();
    double bound = Math.clamp(HALF_LIVES * halfLife, OLD_AT_LEAST, OLD_AT_MOST);
    long days = ChronoUnit.DAYS.between(record.asOf().latest(), brief.today());
    return days / DAYS_A_YEAR > bound;
  }

  /// Whether a record tells what somebody counted, rather than what somebody does.
  private static boolean isCount(Evidence record) {
    return record.basis() == Evidence.Basis.MEASURED || record.basis() == Evidence.Basis.SURVEY;
  }

  private static Stance usage(Assertion claim, Evidence record) {
    if (isCount(record) || OFFERED.matcher(record.sentence()).find()) {
      return Stance.NEITHER;
    }
    return claim.denies() ? Stance.AGAINST : Stance.FOR;
  }

  private Stance stance(Assertion claim, Evidence record, Statement sentence, Set<String> stems) {
    if (stems.size() < 2 || BOTH_WAYS.matcher(sentence.text()).find()) {
      return Stance.NEITHER;
    }
    Set<String> also = new HashSet<>(FRAME);
    also.addAll(
        brief.vocabulary().statement(brief.vocabulary().names().of(record.technology())).telling());
    Retelling retelling = brief.vocabulary().retelling();
    if (retelling.holds(claim.text(), sentence.text(), also)) {
      return Stance.FOR;
    }
    boolean opinion = record.basis() == Evidence.Basis.OPINION;
    if (opinion && !claim.denies() && !DISTANCE.matcher(sentence.text()).find()) {
      return Stance.FOR;
    }
    boolean reversed =
        claim.denies() && retelling.holds(withoutNegation(claim.text()), sentence.text(), also);
    return reversed ? Stance.AGAINST : Stance.NEITHER;
  }

  private static String withoutNegation(String text) {
    return text.replaceAll("(?i)\\b(?:not|never|no longer|no)\\b |n[’']t\\b", "");
  }

  private boolean isAbout(Assertion claim, Evidence record) {
    List<String> technologies = claim.reading().technologies();
    return technologies.isEmpty() || technologies.contains(record.technology());
  }

  /// What of a claim a sentence has to carry: its telling words, without those that frame and
  /// without the technologies' names, which the record carries.
  private Set<String> stems(Assertion claim) {
    Set<String> stems = new HashSet<>(Words.stems(claim.text()));
    stems.removeAll(FRAME);
    for (String technology : claim.reading().technologies()) {
      stems.removeAll(Words.stems(brief.vocabulary().names().of(technology)));
    }
    stems.removeIf(stem -> !brief.vocabulary().names().in(stem).isEmpty());
    stems.removeIf(SpanSupport.NEGATIONS::contains);
    return stems;
  }

  private static List<Evidence> once(List<Evidence> records) {
    Set<Object> seen = new HashSet<>();
    return records.stream().filter(one -> seen.add(one.span())).toList();
  }
}
