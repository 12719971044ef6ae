package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          <@U0BOT> Node or Python?                     → Node or Python?
          <@U0BOT>: Node or Python?                    → Node or Python?
          Hey <@U0BOT>, and Java?                      → Hey , and Java?
          <@U0BOT> is <http://ASP.NET|ASP.NET> fast?   → is ASP.NET fast?
          see <https://example.org/a?b=1&amp;c=2>      → see https://example.org/a?b=1&c=2
          is C# &gt; Java &amp; Go?                    → is C# > Java & Go?
          List&lt;String&gt; in Java                   → List<String> in Java
          ask <#C1|backend> or <#C2>                   → ask #backend or
          <!here> <!subteam^S1|@team> which one?       → which one?
          is <b> fast?                                 → is b fast?
          """)
  void the_question_remains(String text, String words) {
    assertEquals(words, PlainWords.of(text));
  }

  @Test
  void nothing_remains_of_nothing() {
    assertEquals("", PlainWords.of(null));
    assertEquals("", PlainWords.of(" <@U0BOT> \n"));
    assertEquals("a b", PlainWords.of("a\n\tb"));
    assertEquals("&lt;", PlainWords.of("&amp;lt;"));
  }
}
