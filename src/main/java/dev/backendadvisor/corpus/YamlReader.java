package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML into [Yaml], which keeps every line number. References (`*name`) are refused: they
/// make a diff hard to read, and a small file huge.
final class YamlReader {
  private static final int DEEPEST_NESTING = 20;

  private final Iterator<Event> events;
  private final int linesBefore;
  private int depth;

  private YamlReader(Iterator<Event> events, int linesBefore) {
    this.events = events;
    this.linesBefore = linesBefore;
  }

  /// Reads one YAML document.
  ///
  /// @param linesBefore how many lines of the file stand before the text
  /// @return nothing for a text without content
  static Optional<Yaml> read(String text, int linesBefore) throws YamlException {
    // One buffer for the whole text: between two the parser loses half of a surrogate pair.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Math.max(1, text.length()))
            .setBufferSize(text.length() + 1)
            .build();
    try {
      return new YamlReader(new Parse(settings).parseString(text).iterator(), linesBefore)
          .document();
    } catch (ReaderException e) {
      int line = 1 + lineOf(text, e.getPosition());
      throw new YamlException(
          linesBefore + line,
          "the character U+%04X is not allowed in YAML; remove it".formatted(e.getCodePoint()));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine()).orElse(0) + 1;
      throw new YamlException(linesBefore + line, "this is not valid YAML: " + advice(e));
    } catch (YamlEngineException e) {
      throw new YamlException(
          linesBefore + 1, "this is not valid YAML: " + e.getMessage() + "; check the whole file");
    }
  }

  /// `position` counts code points.
  private static int lineOf(String text, int position) {
    return (int)
        text.codePoints().limit(Math.max(0, position)).filter(point -> point == '\n').count();
  }

  private static String advice(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
    String help =
        problem.contains("mapping values are not allowed") || problem.contains("found character")
            ? "; put words with ': ', '#', '@', '%' or '`' in them between double quotes"
            : problem.contains("\\t")
                ? "; indent with spaces, not tabs"
                : "; compare the indentation and the quotes with the lines above";
    return problem + help;
  }

  private Optional<Yaml> document() throws YamlException {
    Optional<Yaml> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent && root.isPresent()) {
        throw new YamlException(
            line(event), "a second YAML document starts here; put everything in one list");
      }
      if (event instanceof ScalarEvent
          || event instanceof SequenceStartEvent
          || event instanceof MappingStartEvent
          || event instanceof AliasEvent) {
        root = Optional.of(node(event));
      }
    }
    return root.filter(yaml -> !(yaml instanceof Yaml.Words words) || !words.blank());
  }

  private Yaml node(Event event) throws YamlException {
    if (++depth > DEEPEST_NESTING) {
      throw new YamlException(
          line(event), "this is nested too deeply; the schema needs 5 levels at most");
    }
    int line = line(event);
    Yaml node;
    if (event instanceof ScalarEvent scalar) {
      node = new Yaml.Words(line, scalar.getValue(), !scalar.isPlain());
    } else if (event instanceof SequenceStartEvent) {
      List<Yaml> items = new ArrayList<>();
      for (Event next = events.next();
          !(next instanceof CollectionEndEvent);
          next = events.next()) {
        items.add(node(next));
      }
      node = new Yaml.Sequence(line, items);
    } else if (event instanceof MappingStartEvent) {
      List<Yaml.Pair> pairs = new ArrayList<>();
      for (Event next = events.next();
          !(next instanceof CollectionEndEvent);
          next = events.next()) {
        pairs.add(pair(next));
      }
      node = new Yaml.Mapping(line, pairs);
    } else {
      throw new YamlException(
          line, "references to other entries (*name) are not read here; write the value out");
    }
    depth--;
    return node;
  }

  private Yaml.Pair pair(Event event) throws YamlException {
    if (node(event) instanceof Yaml.Words key) {
      return new Yaml.Pair(key, node(events.next()));
    }
    throw new YamlException(line(event), "a key must be a plain word, not a list or a mapping");
  }

  private int line(Event event) {
    return linesBefore + 1 + event.getStartMark().map(mark -> mark.getLine()).orElse(0);
  }
}
