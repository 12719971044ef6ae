package dev.backendadvisor.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as words: what the check compares and what facts are chosen by.
final class Words {
  /// A word: letters and digits, with the signs that belong to names (C++, C#, .NET, Node.js, I/O)
  /// or figures (3.14, 46,850) inside or at the edge.
  private static final Pattern WORD =
      Pattern.compile(
          "\\.?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}]|[.,'’/+_-](?=[\\p{L}\\p{N}]))*+(?:\\+\\+|#)?");

  /// Words that carry no meaning of their own.
  static final Set<String> EMPTY =
      Set.of(
          ("a an the and or but nor so as at by for from in into of off on onto out over to up with"
                  + " without than then there here this that these those it its itself they them"
                  + " their he she his her we our us you your i my me is are was were be been being"
                  + " am do does did done doing has have had having can could will would shall"
                  + " should may might must what which who whom whose when where why how if while"
                  + " whereas because about also too very just only even still yet already more"
                  + " most much many some any each every both all such same other another one"
                  + " between during through per via vs versus get gets got please tell know"
                  + " there's what's it's s t re")
              .split(" "));

  private Words() {}

  /// A word of a text.
  ///
  /// @param word in lower case
  /// @param start where it starts
  record Placed(String word, int start) {}

  /// The words of a text with their places, in order.
  static List<Placed> placed(String text) {
    List<Placed> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String lower = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
      words.add(new Placed(lower, word.start()));
    }
    return words;
  }

  /// The words of a text, lower case, in order.
  static List<String> of(String text) {
    return placed(text).stream().map(Placed::word).toList();
  }

  /// The stems of the words that carry meaning, in order.
  static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    for (String word : of(text)) {
      if (!EMPTY.contains(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  /// A word without its inflection: plural, third person, past, -ing. Crude, but the same on both
  /// sides of every comparison.
  static String stem(String word) {
    if (word.length() < 4 || !Character.isLetter(word.charAt(word.length() - 1))) {
      return word;
    }
    String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (stem.endsWith("ies") && stem.length() > 4) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    if (stem.endsWith("ing") && stem.length() > 5) {
      stem = undoubled(stem.substring(0, stem.length() - 3));
    } else if (stem.endsWith("ed") && stem.length() > 4) {
      stem = undoubled(stem.substring(0, stem.length() - 2));
    } else if (stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("js")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.endsWith("e") && stem.length() > 4 ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String undoubled(String stem) {
    int last = stem.length() - 1;
    return last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "bdgmnprt".indexOf(stem.charAt(last)) >= 0
        ? stem.substring(0, last)
        : stem;
  }
}
