package dev.backendadvisor.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechnicalAnalyzerTest {
  private static final TechnicalAnalyzer ANALYZER = new TechnicalAnalyzer(Vocabulary.STANDARD);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C++ and C# | c++ and c#",
        "cpp, csharp | c++ c#",
        "C++17, C# | c++ 17 c#",
        "F# is C♯'s sister | f# is c# sister",
        ".NET, .net and dotnet | .net .net and .net",
        "ASP.NET Core | asp.net core",
        "Node.js node nodejs NodeJS Node.JS | node node node node node",
        "Node.js's | node",
        "Vue.js VueJS | vuejs vue vuejs vue",
        "Next.js | nextjs",
        "I/O and io | io and io",
        "CI/CD | ci/cd",
        "async/await | async await async/await",
        "v24.18.0 | 24.18.0 24.18 24",
        "Python 3.14 | python 3.14 3",
        "Java 21+ | java 21",
        "JDK-25 | jdk 25 jdk25",
        "46,850 requests/s | 46850 rps",
        "back-end, backend | backend backend",
        "back end | back backend end",
        "k8s | kubernetes",
        "js, TS and py | javascript typescript and python",
        "WebSockets | websocket",
        "the GIL | the gil",
        "global interpreter lock | global gil interpreter lock",
        "threads' loops | thread loop",
        "rails | rails",
        "pandas, numpy | pandas numpy",
        "nodes of a tree | nodes of a tree",
        "Kubernetes | kubernetes",
        "don't | dont",
        "e.g. U.S. | eg us",
        "snake_case | snake case snakecase",
        "utf8 | utf8 utf 8",
        "Café | cafe"
      })
  void keeps_the_names_of_technology(String text, String terms) {
    assertEquals(List.of(terms.split(" ")), ANALYZER.terms(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is Go faster than Java? | true",
        "Go is a language | true",
        "golang | true",
        "rust vs go | true",
        "written in go | true",
        "go or python | true",
        "Should I go for Node? | false",
        "Go for it | false",
        "where to go from here | false",
        "What will go wrong? | false"
      })
  void tells_go_from_going(String text, boolean language) {
    assertEquals(language, ANALYZER.terms(text).contains("golang"), text);
  }

  @Test
  void no_locale_changes_a_term() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertEquals(
          List.of("io", "ci/cd", "spring", "istanbul"),
          ANALYZER.terms("I/O CI/CD sprıng İstanbul"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void every_synonym_finds_its_term_and_no_term_leads_on_to_another() {
    for (String line : Vocabulary.lines("synonyms.txt")) {
      String term = line.substring(0, line.indexOf(':'));
      assertTrue(ANALYZER.terms(term).contains(term), line);
      Arrays.stream(line.substring(line.indexOf(':') + 1).split(","))
          .map(String::strip)
          .filter(form -> !form.isEmpty())
          .forEach(form -> assertTrue(ANALYZER.terms(form).contains(term), form + " of " + line));
    }
  }

  @Test
  void nonsense_gives_terms_or_none_but_never_fails() {
    for (String text :
        List.of(
            "",
            "   ",
            "+++###...",
            "😀😀",
            "\ud800",
            "x".repeat(100_000),
            "a.".repeat(9_999),
            "'’'",
            "1,23,456,7890")) {
      ANALYZER.terms(text);
    }
    assertEquals(List.of(), ANALYZER.terms("?!… +* ~ \" ( ) [ ] { } ^ \\ :"));
  }
}
