package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Gap;
import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.corpus.Source;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.question.Assertion;
import java.util.List;
import java.util.Optional;

/// Something an answer says that no source says, because it was computed from what they say.
/// [CitationCheck] computes it again.
public sealed interface Calculation {
  /// One technology is ahead.
  ///
  /// @param leader the one ahead
  /// @param behind the others
  /// @param criteria on what
  /// @param firmness how firmly
  record Leads(String leader, List<String> behind, List<String> criteria, Firmness firmness)
      implements Calculation {
    /// Copies the lists.
    public Leads {
      behind = List.copyOf(behind);
      criteria = List.copyOf(criteria);
    }
  }

  /// A lead is gone without one source.
  ///
  /// @param leads the lead
  /// @param source the source, which speaks for all of its origin
  record Hinges(Leads leads, Source source) implements Calculation {}

  /// One of two did better in the run a sentence tells of.
  ///
  /// @param leader the one that did better
  /// @param other the other
  /// @param span the sentence
  record Measured(String leader, String other, Span span) implements Calculation {}

  /// Each of several technologies is ahead on something else.
  ///
  /// @param leads who leads on what
  record Divided(List<Leads> leads) implements Calculation {
    /// Copies the list.
    public Divided {
      leads = List.copyOf(leads);
    }
  }

  /// On each of several criteria, these are in front: nobody is noticeably ahead of them, and they
  /// are noticeably ahead of the rest.
  ///
  /// @param technologies those compared
  /// @param criteria on what
  /// @param leaders who is in front, criterion by criterion
  record Fronts(List<String> technologies, List<String> criteria, List<List<String>> leaders)
      implements Calculation {
    /// Copies the lists.
    public Fronts {
      technologies = List.copyOf(technologies);
      criteria = List.copyOf(criteria);
      leaders = leaders.stream().map(List::copyOf).toList();
    }
  }

  /// None is noticeably ahead.
  ///
  /// @param technologies of these
  /// @param criteria on what
  record Level(List<String> technologies, List<String> criteria) implements Calculation {
    /// Copies the lists.
    public Level {
      technologies = List.copyOf(technologies);
      criteria = List.copyOf(criteria);
    }
  }

  /// A technology does so well on a criterion.
  ///
  /// @param technology the technology's id
  /// @param criteria the criteria's ids
  /// @param band how well on each of them
  record Stands(String technology, List<String> criteria, Band band) implements Calculation {
    /// Copies the list.
    public Stands {
      criteria = List.copyOf(criteria);
    }
  }

  /// There is no rated evidence.
  ///
  /// @param technologies on any of these technologies
  /// @param criterion on this criterion
  record Unrated(List<String> technologies, String criterion) implements Calculation {
    /// Copies the list.
    public Unrated {
      technologies = List.copyOf(technologies);
    }
  }

  /// One origin is all there is.
  ///
  /// @param technology on this technology
  /// @param criterion on this criterion
  record OneVoice(String technology, String criterion) implements Calculation {}

  /// So many independent origins speak of each of several technologies.
  ///
  /// @param technologies of these, in the order told
  /// @param criterion on this criterion
  record Voices(List<String> technologies, String criterion) implements Calculation {
    /// Copies the list.
    public Voices {
      technologies = List.copyOf(technologies);
    }
  }

  /// Something that follows from a choice for a profile, which is made again to check it.
  sealed interface OfChoice extends Calculation {}

  /// For what is known of whoever asks, one technology comes first.
  ///
  /// @param profile what is known
  /// @param technology the first
  /// @param firmness how firmly
  record Chosen(Profile profile, String technology, Firmness firmness) implements OfChoice {}

  /// On some criteria, one technology weighed for a profile is noticeably ahead of another.
  ///
  /// @param profile what is known
  /// @param technology the one ahead
  /// @param than the other
  /// @param criteria on what
  record Stronger(Profile profile, String technology, String than, List<String> criteria)
      implements OfChoice {
    /// Copies the list.
    public Stronger {
      criteria = List.copyOf(criteria);
    }
  }

  /// For what is known of whoever asks, two technologies for two halves of the work are clearly
  /// better than any one of them alone.
  ///
  /// @param profile what is known
  /// @param split who does what
  record Together(Profile profile, Recommendation.Split split) implements OfChoice {}

  /// Another technology comes first once a criterion counts for more.
  ///
  /// @param profile what is known
  /// @param flip from which share on
  record Overtakes(Profile profile, Recommendation.Flip flip) implements OfChoice {}

  /// Choosing another technology gives up something on a criterion.
  ///
  /// @param profile what is known
  /// @param technology the other
  /// @param criterion on what the first is noticeably ahead of it
  record Costs(Profile profile, String technology, String criterion) implements OfChoice {}

  /// In so many of a hundred draws a technology comes first.
  ///
  /// @param profile what is known
  /// @param technology the technology
  record Wins(Profile profile, String technology) implements OfChoice {}

  /// No change of one criterion's share changes the choice.
  ///
  /// @param profile what is known
  record Steady(Profile profile) implements OfChoice {}

  /// No combination of answers to what is open changes the choice.
  ///
  /// @param profile what is known
  record Proven(Profile profile) implements OfChoice {}

  /// No change of one criterion's share puts a technology first.
  ///
  /// @param profile what is known
  /// @param technology the technology
  record NeverFirst(Profile profile, String technology) implements OfChoice {}

  /// Another is at least as good on everything that counts, and better on something.
  ///
  /// @param profile what is known
  /// @param technology the one that is never better
  /// @param by the other
  record Dominated(Profile profile, String technology, String by) implements OfChoice {}

  /// The smallest change of one criterion's share that puts a technology first.
  ///
  /// @param profile what is known
  /// @param flip the change
  record PutsFirst(Profile profile, Recommendation.Flip flip) implements OfChoice {}

  /// A technology does not come into question.
  ///
  /// @param profile what is known
  /// @param exclusion which, and why
  record RuledOut(Profile profile, Recommendation.Exclusion exclusion) implements OfChoice {}

  /// A company's own rule is in force.
  ///
  /// @param policy the rule
  record Ruled(Policy policy) implements Calculation {}

  /// A cell is declared to be without evidence, and is.
  ///
  /// @param gap the declaration
  record KnownGap(Gap gap) implements Calculation {}

  /// Support ends, or has ended, as the clock has it.
  ///
  /// @param record the evidence that names the last day
  record SupportEnds(Evidence record) implements Calculation {}

  /// A claim stands so beside the evidence.
  ///
  /// @param assertion the claim
  /// @param finding how it stands
  /// @param shown what the same sentence says besides, such as how well the technology does
  record Judged(Assertion assertion, Finding finding, Optional<Calculation> shown)
      implements Calculation {}

  /// Several claims stand so.
  ///
  /// @param assertions the claims
  /// @param findings how each of them stands
  record Tallied(List<Assertion> assertions, List<Finding> findings) implements Calculation {
    /// Copies the lists.
    public Tallied {
      assertions = List.copyOf(assertions);
      findings = List.copyOf(findings);
    }
  }

  /// A sentence tells that a technology did with as many as the question asks about.
  ///
  /// @param technology the technology
  /// @param amount how many
  /// @param record the evidence that tells it
  record Reached(String technology, long amount, Evidence record) implements Calculation {}

  /// A version came out on the day on record.
  ///
  /// @param record the evidence that names the day
  record CameOut(Evidence record) implements Calculation {}

  /// None of the versions with dates is in long-term support, or ever was.
  ///
  /// @param technology of this technology
  record NoLongTerm(String technology) implements Calculation {}

  /// Whoever supports them, one version of a technology is supported longer than another.
  ///
  /// @param technology whose versions they are
  /// @param version the one supported longer
  /// @param other the other
  record Outlasts(String technology, String version, String other) implements Calculation {}
}
