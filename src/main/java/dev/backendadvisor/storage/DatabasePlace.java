package dev.backendadvisor.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/// Which database, and where it is.
public sealed interface DatabasePlace {
  /// A name for messages and the log, which holds no secret.
  String name();

  /// A file of SQLite; made when missing, with the folders above it.
  ///
  /// @param file the file
  record InFile(Path file) implements DatabasePlace {
    @Override
    public String name() {
      return file.toString();
    }
  }

  /// A PostgreSQL server.
  ///
  /// @param url as its driver wants it: `jdbc:postgresql://host:5432/advisor`, without user and
  ///   password
  /// @param user the user, unless the URL or the system says
  /// @param password the password, unless the URL or the system says
  record OnServer(String url, Optional<String> user, Optional<String> password)
      implements DatabasePlace {
    private static final String JDBC = "jdbc:";

    /// Reads `postgres://user:password@host:port/database`, `postgresql://…` or
    /// `jdbc:postgresql://…`; parameters of the driver may follow a `?`.
    ///
    /// @param password a password from elsewhere, which goes before that of the URL
    /// @return none when it is no such URL
    public static Optional<OnServer> of(String url, Optional<String> password) {
      String plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
      try {
        URI uri = new URI(plain);
        boolean postgres =
            "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
        if (!postgres || uri.getHost() == null || uri.getPath() == null) {
          return Optional.empty();
        }
        if (uri.getPath().length() < 2 || uri.getFragment() != null) {
          return Optional.empty();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Optional<String> info = Optional.ofNullable(uri.getUserInfo());
        return Optional.of(
            new OnServer(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                info.map(both -> both.split(":", 2)[0]).filter(user -> !user.isEmpty()),
                password.or(
                    () ->
                        info.filter(both -> both.contains(":"))
                            .map(both -> both.split(":", 2)[1]))));
      } catch (URISyntaxException none) {
        return Optional.empty();
      }
    }

    /// Host and database.
    @Override
    public String name() {
      return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
    }

    /// Like its name, since the rest may be secret.
    @Override
    public String toString() {
      return name();
    }
  }
}
