package dev.backendadvisor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The table under "The map" in README.md, bottom-up.
final class HouseMap {
  static final String ROOT = "dev.backendadvisor";
  static final Path README = Path.of("README.md");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final Map<String, Room> rooms;

  private HouseMap(Map<String, Room> rooms) {
    this.rooms = rooms;
  }

  /// A row of the table.
  ///
  /// @param name the package below the root
  /// @param face the types to read, the first of them first
  /// @param imports the packages it may import
  /// @param libraries the roots of the libraries it may import
  record Room(String name, List<String> face, List<String> imports, List<String> libraries) {
    String packageName() {
      return ROOT + "." + name;
    }
  }

  static HouseMap read() {
    List<String> lines;
    try {
      lines = Files.readAllLines(README);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> rows =
        lines.stream()
            .dropWhile(line -> !line.equals("## The map"))
            .dropWhile(line -> !line.startsWith("| ---"))
            .skip(1)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    Map<String, Room> rooms = new LinkedHashMap<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      if (cells.length != 7) {
        throw new IllegalStateException("README.md: five cells a row in the map, not: " + row);
      }
      String name = code(cells[1]).getFirst();
      List<String> imports =
          cells[4].strip().equals("all") ? new ArrayList<>(rooms.keySet()) : code(cells[4]);
      rooms.put(name, new Room(name, code(cells[3]), imports, code(cells[5])));
    }
    return new HouseMap(rooms);
  }

  private static List<String> code(String cell) {
    return CODE.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /// The rows by package, in their order.
  Map<String, Room> rooms() {
    return rooms;
  }
}
