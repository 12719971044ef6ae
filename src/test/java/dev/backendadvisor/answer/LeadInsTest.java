package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The widget sets sources that disagree side by side, and knows them by these openings.
class LeadInsTest {
  @Test
  void the_widget_knows_every_opening_that_introduces_the_other_side() throws IOException {
    List<String> openings =
        Stream.of(LeadIns.AGAINST, LeadIns.DISAGREE, LeadIns.CLAIMED)
            .flatMap(List::stream)
            .map(opening -> opening.substring(0, opening.length() - ": ".length()))
            .toList();
    assertEquals(openings, known("dissent"));
  }

  @Test
  void the_widget_knows_every_opening_of_a_source_that_disagrees() throws IOException {
    assertEquals(
        LeadIns.DISAGREE.stream()
            .map(opening -> opening.substring(0, opening.length() - ": ".length()))
            .toList(),
        known("disagreement"));
  }

  private static List<String> known(String name) throws IOException {
    String strings = Files.readString(Path.of("web/src/strings.ts"));
    Matcher found =
        Pattern.compile("export const " + name + " =\\s*/\\^\\(\\?:([^)]*)\\)").matcher(strings);
    return found.find() ? List.of(found.group(1).split("\\|")) : List.of();
  }
}
