package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.Profile.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether a profile speaks of things the corpus knows, and leaves something to weigh.
final class ProfileCheck {
  private static final double ROUNDING = 1e-9;

  private final Corpus corpus;
  private final List<String> complaints = new ArrayList<>();

  ProfileCheck(Corpus corpus) {
    this.corpus = corpus;
  }

  List<String> complaints(Profile profile) {
    complaints.clear();
    needs(profile);
    for (Constraint constraint : profile.constraints()) {
      if (constraint.kind() != Constraint.Kind.LICENCE) {
        technology(constraint.value(), "the constraint '" + constraint.kind().id() + "'");
      }
    }
    profile.technologies().forEach(one -> technology(one, "'technologies'"));
    Set<String> rated = new HashSet<>();
    for (Profile.OwnRating rating : profile.ratings()) {
      technology(rating.technology(), "'overrides'");
      criterion(rating.criterion(), "'overrides'");
      if (!rated.add(rating.technology() + " " + rating.criterion())) {
        complaints.add(
            "'overrides' rates %s on %s twice; keep one."
                .formatted(rating.technology(), rating.criterion()));
      }
    }
    return List.copyOf(complaints);
  }

  private void needs(Profile profile) {
    Set<String> named = new HashSet<>();
    double shares = 0;
    for (Profile.Need need : profile.needs()) {
      criterion(need.criterion(), "'needs'");
      if (!named.add(need.criterion())) {
        complaints.add("'needs' names '%s' twice; keep one.".formatted(need.criterion()));
      }
      double share = need.share().orElse(0);
      if (!(share >= 0 && share <= 1)) {
        complaints.add(
            "The weight of '%s' must be a share from 0 to 1.".formatted(need.criterion()));
      }
      shares += share;
    }
    if (shares > 1 + ROUNDING) {
      complaints.add("The weights of 'needs' add up to more than 1; lower some.");
    }
    boolean somethingCounts =
        corpus.criteria().isEmpty()
            || corpus.criteria().values().stream().anyMatch(one -> counts(one, profile));
    if (complaints.isEmpty() && !somethingCounts) {
      complaints.add("Nothing counts: give at least one need an importance above none.");
    }
  }

  private static boolean counts(Criterion criterion, Profile profile) {
    return profile
        .need(criterion.id())
        .map(need -> need.share().orElse(need.importance().ratio()) > 0)
        .orElse(criterion.goals().contains(profile.goal()));
  }

  private void technology(String id, String where) {
    if (!corpus.technologies().containsKey(id)) {
      complaints.add(
          "%s names '%s', which is no technology here; /api/technologies lists all."
              .formatted(capitalised(where), id));
    }
  }

  private void criterion(String id, String where) {
    if (!corpus.criteria().containsKey(id)) {
      complaints.add(
          "%s names '%s', which is no criterion here; /api/criteria lists all."
              .formatted(capitalised(where), id));
    }
  }

  private static String capitalised(String where) {
    return where.startsWith("the ") ? "The" + where.substring(3) : where;
  }
}
