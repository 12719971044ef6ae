package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The README names whatever an operator can ask for.
class ReadmeTest {
  private static final Pattern ROUTE =
      Pattern.compile("\\.(get|post|put|delete)\\(\\s*\"(/[^\"]*)\"");
  private static final Pattern VARIABLE = Pattern.compile("ADVISOR_[A-Z_]*[A-Z]");

  private final String readme = read(Path.of("README.md"));
  private final CommandLine commands = Main.commandLine(new Worlds(Path.of(""), Map.of()).world());

  @Test
  void every_command_is_named() {
    assertFalse(commands.getSubcommands().isEmpty());
    for (String command : commands.getSubcommands().keySet()) {
      assertTrue(
          readme.contains("`./advisor " + command), () -> "README.md is silent on " + command);
    }
  }

  @Test
  void every_setting_is_named_with_its_variable_and_default() {
    for (OptionSpec setting : settings()) {
      String flag = setting.longestName();
      String row = "| `" + flag + "` | `" + Setting.variable(flag) + "` |";
      assertTrue(readme.contains(row), () -> "README.md's settings have no row " + row);
      if (setting.defaultValue() != null) {
        String line = readme.lines().filter(one -> one.startsWith(row)).findFirst().orElseThrow();
        assertTrue(
            line.contains("| " + setting.defaultValue() + " |"),
            () -> "README.md gives another default than " + setting.defaultValue() + ": " + line);
      }
    }
  }

  @Test
  void the_help_of_a_setting_names_its_variable() {
    for (OptionSpec setting : settings()) {
      String variable = Setting.variable(setting.longestName());
      assertTrue(
          String.join("\n", setting.description()).contains(variable),
          () -> "the help of " + setting.longestName() + " should name " + variable);
    }
  }

  @Test
  void the_readme_names_no_setting_that_is_not_there() {
    Set<String> known = new TreeSet<>();
    settings().forEach(setting -> known.add(Setting.variable(setting.longestName())));
    for (CommandLine command : commands.getSubcommands().values()) {
      String[] secrets = command.getCommandSpec().usageMessage().footer();
      known.addAll(variables(String.join("\n", secrets)));
    }
    known.addAll(variables(read(Path.of("advisor"))));
    known.addAll(variables(read(Path.of("src/main/resources/logback.xml"))));
    assertEquals(known, variables(readme));
  }

  @Test
  void every_route_is_named() throws IOException {
    List<String> silent = new ArrayList<>();
    int routes = 0;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/backendadvisor/web"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        var found = ROUTE.matcher(read(source));
        while (found.find()) {
          routes++;
          String route = found.group(2).replaceAll("<(\\w+)>", "{$1}");
          if (!readme.contains(route)) {
            silent.add(source.getFileName() + " " + route);
          }
        }
      }
    }
    assertTrue(routes > 5, "routes should have been found in the sources of web");
    assertEquals(List.of(), silent, "README.md should name these routes");
  }

  private List<OptionSpec> settings() {
    List<OptionSpec> settings =
        commands.getSubcommands().values().stream()
            .flatMap(command -> command.getCommandSpec().options().stream())
            .filter(Setting::isOne)
            .toList();
    assertFalse(settings.isEmpty());
    return settings;
  }

  private static Set<String> variables(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
