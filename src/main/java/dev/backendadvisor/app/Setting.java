package dev.backendadvisor.app;

import dev.backendadvisor.storage.DatabasePlace;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/// The value of an option that a variable of the environment also sets: `ADVISOR_PORT` for
/// `--port`. Values are read here, so that a wrong one is always answered alike.
///
/// @param flag as in `--port`
/// @param value the words given, or the default
record Setting(String flag, String value) {
  /// The one whose variable has another name, since it is commonly a URL.
  static final String DATABASE = "--database";

  private static final String SQLITE = "jdbc:sqlite:";
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Pattern SCHEME = Pattern.compile("\\p{Alpha}[\\w+.-]+:");

  /// Whether an option is a setting: one of [Settings].
  static boolean isOne(OptionSpec option) {
    return option.userObject() instanceof Field field
        && Settings.class.isAssignableFrom(field.getDeclaringClass());
  }

  /// The variable that sets what a flag sets.
  static String variable(String flag) {
    if (flag.equals(DATABASE)) {
      return "ADVISOR_DATABASE_URL";
    }
    return "ADVISOR_" + flag.replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// A whole number.
  ///
  /// @throws Trouble when it is none, or out of range
  int number(int least, int most) {
    try {
      int number = Integer.parseInt(value.strip());
      if (least <= number && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw wrong("a whole number from " + least + " to " + most);
  }

  /// An amount, as in `0.15`, moved to the left of the point.
  ///
  /// @param most the largest, before it is moved
  /// @param places how far it is moved, which is how many places it may have behind the point
  /// @throws Trouble when it is none, or out of range
  long amount(long most, int places) {
    String words = value.strip();
    if (AMOUNT.matcher(words).matches()) {
      BigDecimal amount = new BigDecimal(words);
      if (amount.compareTo(BigDecimal.valueOf(most)) <= 0 && amount.scale() <= places) {
        return amount.movePointRight(places).longValueExact();
      }
    }
    throw wrong(
        "an amount such as 0.15, at most %,d with %d places behind the point"
            .formatted(most, places));
  }

  /// A switch.
  ///
  /// @throws Trouble when it is neither `on` nor `off`
  boolean on() {
    return switch (value.strip()) {
      case "on" -> true;
      case "off" -> false;
      default -> throw wrong("on or off");
    };
  }

  /// An origin as browsers send it: scheme, host and port, nothing after.
  ///
  /// @throws Trouble when it is none
  String origin() {
    try {
      URI uri = new URI(value.strip());
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getQuery() == null) {
        return value.strip();
      }
    } catch (URISyntaxException none) {
      // said below
    }
    throw wrong("an origin such as https://example.org");
  }

  /// A folder or a file.
  ///
  /// @param wanted as in `a folder`
  /// @throws Trouble when it can be none
  Path path(String wanted) {
    try {
      return Path.of(value);
    } catch (InvalidPathException none) {
      throw wrong(wanted);
    }
  }

  /// A database: a file, or the URL of one. Other URLs are not repeated, since they may hold a
  /// password.
  ///
  /// @param password the password for a server, when it stands elsewhere
  /// @throws Trouble when it is none
  DatabasePlace database(Optional<String> password) {
    String wanted = "a file, " + SQLITE + "FILE or postgresql://USER@HOST/DATABASE";
    String file = value.startsWith(SQLITE) ? value.substring(SQLITE.length()) : value;
    if (SCHEME.matcher(file).lookingAt()) {
      return DatabasePlace.OnServer.of(file, password)
          .orElseThrow(
              () -> new Trouble(flag + " (or " + variable(flag) + ") must be " + wanted + "."));
    }
    if (file.isBlank() || file.startsWith(":") || value.startsWith(SQLITE) && file.contains("?")) {
      throw wrong(wanted);
    }
    return new DatabasePlace.InFile(new Setting(flag, file).path(wanted));
  }

  /// What to say of a value that cannot be used.
  ///
  /// @param wanted as in `a port`
  Trouble wrong(String wanted) {
    return new Trouble(
        flag + " (or " + variable(flag) + ") must be " + wanted + ", not '" + value + "'.");
  }
}
