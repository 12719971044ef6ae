package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Tells whether a sentence puts one technology above another against the ratings that the records
/// on its spans give both, or farther above it than those tell.
final class RatedOrder {
  private static final Pattern ABOVE =
      Pattern.compile(
          "(?:ahead of|leads|beats|outperforms|surpasses|superior to"
              + "|(?:better|faster|quicker|stronger|easier|simpler|cheaper|safer)\\b.*\\bthan)");
  private static final Pattern BELOW =
      Pattern.compile(
          "(?:behind|trails|lags|inferior to"
              + "|(?:worse|slower|weaker|harder|dearer|poorer)\\b.*\\bthan)");
  private static final Pattern FAR =
      Pattern.compile("\\b(?:much|far|clearly|vastly|greatly|considerably|significantly|a lot)\\b");

  private final TechnologyNames names;

  RatedOrder(TechnologyNames names) {
    this.names = names;
  }

  /// A technology put above another.
  private record Pair(String above, String below, boolean far) {}

  /// What the ratings say against the sentence; nothing when they agree or say nothing.
  Optional<String> objection(String sentence, List<Evidence> records) {
    for (Pair pair : pairs(sentence)) {
      List<Sides> rated = rated(pair, records);
      if (!rated.isEmpty() && rated.stream().allMatch(Sides::isTurned)) {
        return Optional.of("is rated the other way round");
      }
      if (pair.far() && !rated.isEmpty() && rated.stream().noneMatch(Sides::isApart)) {
        return Optional.of("is rated closer");
      }
    }
    return Optional.empty();
  }

  /// The technologies directly before and after words that rank, where nothing denies them.
  private List<Pair> pairs(String sentence) {
    List<Pair> pairs = new ArrayList<>();
    List<TechnologyNames.Place> places = names.places(sentence);
    for (int i = 1; i < places.size(); i++) {
      String first = places.get(i - 1).technology();
      String second = places.get(i).technology();
      String between = sentence.substring(places.get(i - 1).end(), places.get(i).start());
      boolean denied = Words.of(between).stream().anyMatch(SpanSupport.NEGATIONS::contains);
      boolean above = ABOVE.matcher(between).find();
      boolean below = BELOW.matcher(between).find();
      if (!denied && above != below && !first.equals(second)) {
        boolean far = FAR.matcher(between).find();
        pairs.add(above ? new Pair(first, second, far) : new Pair(second, first, far));
      }
    }
    return pairs;
  }

  /// The ratings of both on one criterion.
  private record Sides(Rating above, Rating below) {
    boolean isTurned() {
      return above.high() < below.low();
    }

    boolean isApart() {
      return above.low() > below.high();
    }
  }

  private static List<Sides> rated(Pair pair, List<Evidence> records) {
    Map<String, Rating> above = ratings(pair.above(), records);
    Map<String, Rating> below = ratings(pair.below(), records);
    List<Sides> rated = new ArrayList<>();
    above.forEach(
        (criterion, rating) ->
            Optional.ofNullable(below.get(criterion))
                .ifPresent(other -> rated.add(new Sides(rating, other))));
    return rated;
  }

  /// A technology's ratings by criterion, from the lowest to the highest recorded.
  private static Map<String, Rating> ratings(String technology, List<Evidence> records) {
    Map<String, Rating> ratings = new TreeMap<>();
    for (Evidence record : records) {
      if (record.technology().equals(technology)) {
        record
            .rating()
            .ifPresent(
                rating ->
                    ratings.merge(
                        record.criterion(),
                        rating,
                        (one, other) ->
                            new Rating(
                                Math.min(one.low(), other.low()),
                                Math.max(one.high(), other.high()))));
      }
    }
    return ratings;
  }
}
