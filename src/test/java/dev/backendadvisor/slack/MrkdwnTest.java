package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          a < b && c > d          → a &lt; b &amp;&amp; c &gt; d
          <!channel> look         → &lt;!channel&gt; look
          <@U1> <https://x.org>   → &lt;@U1&gt; &lt;https://x.org&gt;
          &lt;                    → &amp;lt;
          C# & .NET               → C# &amp; .NET
          me@example.org          → me@example.org
          """)
  void nothing_written_by_others_can_act(String text, String escaped) {
    assertEquals(escaped, Mrkdwn.escape(text));
  }

  @Test
  void a_call_to_everybody_calls_nobody() {
    for (String call : new String[] {"@here", "@channel", "@everyone", "@Here", "@CHANNEL"}) {
      String escaped = Mrkdwn.escape("hey " + call + "!");
      assertFalse(escaped.contains(call), escaped);
      assertEquals("hey " + call + "!", escaped.replace("\u200b", ""));
    }
  }

  @Test
  void control_characters_become_spaces() {
    assertEquals("a b c d", Mrkdwn.escape("a\nb\u0000c\u001bd"));
  }

  @Test
  void what_fits_stays_whole() {
    assertEquals("a &amp; b", Mrkdwn.escape("a & b", 9, "…"));
    assertEquals("", Mrkdwn.escape("", 1, "…"));
  }

  @Test
  void a_cut_comes_behind_a_word() {
    assertEquals("one two…", Mrkdwn.escape("one two three", 12, "…"));
    assertEquals("onetwothree…", Mrkdwn.escape("onetwothreefour", 12, "…"));
  }

  @Test
  void a_cut_is_within_bounds_and_never_inside_an_escape_or_a_character() {
    var random = new Random(7);
    String[] parts = {"&", "<", ">", "@here", "a", " ", "🧵", "é", "word", "\n", "&amp;"};
    for (int time = 0; time < 2_000; time++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      int most = 1 + random.nextInt(80);
      String cut = Mrkdwn.escape(text.toString(), most, "…");
      String whole = Mrkdwn.escape(text.toString());
      assertTrue(cut.length() <= most, cut);
      assertTrue(
          cut.replaceAll("&(amp|lt|gt);", "").indexOf('&') < 0
              && cut.indexOf('<') < 0
              && cut.indexOf('>') < 0,
          cut);
      String kept = cut.equals(whole) ? cut : cut.substring(0, cut.length() - 1);
      assertTrue(whole.startsWith(kept), cut);
      assertTrue(kept.isEmpty() || !Character.isHighSurrogate(kept.charAt(kept.length() - 1)), cut);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          https://example.org/a?b=1&c=2  → <https://example.org/a?b=1&amp;c=2|label>
          HTTP://example.org             → <HTTP://example.org|label>
          javascript:alert(1)            → label
          https://example.org/<!channel> → label
          https://example.org/a b        → label
          https:///nowhere               → label
          mailto:a@example.org           → label
          //example.org                  → label
          """)
  void only_addresses_of_the_web_become_links(String url, String link) {
    assertEquals(link, Mrkdwn.link(Optional.of(url), "label"));
  }

  @Test
  void a_bar_cannot_part_an_address() {
    assertEquals("label", Mrkdwn.link(Optional.of("https://example.org/|x"), "label"));
    assertEquals("label", Mrkdwn.link(Optional.empty(), "label"));
  }
}
