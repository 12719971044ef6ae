package dev.backendadvisor.question;

import java.util.HashMap;
import java.util.Map;

/// Cuts English endings off lightly, so that `scales`, `scaling` and `scalable` meet. Comparative
/// forms are looked up, never guessed: a server is not more serv.
final class Stem {
  private final Map<String, String> degrees = new HashMap<>();
  private final Map<String, String> scales = new HashMap<>();

  Stem(English english) {
    for (String entry : english.entries("degrees", ";")) {
      String[] forms = entry.split("\\s+");
      for (String form : forms) {
        degrees.put(form, forms[0]);
      }
    }
    for (String line : english.section("scales")) {
      String[] words = line.split("\\s+");
      for (String word : words) {
        scales.put(word, words[0]);
      }
    }
  }

  /// The positive of an adjective or adverb: `fast` of `fastest`; the word itself of others.
  String positive(String word) {
    return degrees.getOrDefault(word, word);
  }

  /// The stem of a lower-case word.
  String of(String word) {
    String known = degrees.get(word);
    return cut(known == null ? word : known);
  }

  /// The stem of the scale the word names an end of: `fast` of `slowest`; of others the stem.
  String scale(String word) {
    String positive = positive(word);
    return cut(scales.getOrDefault(positive, positive));
  }

  private static String cut(String word) {
    if (word.length() < 4 || !Character.isLetter(word.charAt(0))) {
      return word;
    }
    String stem = word;
    if (stem.endsWith("ies") && stem.length() > 4) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("is")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    for (String ending : new String[] {"ability", "ibility", "able", "ity", "ing", "ed", "ly"}) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
        stem = stem.substring(0, stem.length() - ending.length());
        int last = stem.length() - 1;
        if (stem.charAt(last) == stem.charAt(last - 1)
            && "bdgmnprt".indexOf(stem.charAt(last)) >= 0) {
          stem = stem.substring(0, last);
        }
        break;
      }
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
