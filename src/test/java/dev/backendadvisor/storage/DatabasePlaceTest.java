package dev.backendadvisor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backendadvisor.storage.DatabasePlace.OnServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgres://me:p%40s:s@db.example:6432/talks?sslmode=require | jdbc:postgresql://db.example:6432/talks?sslmode=require | me | p@s:s
          postgresql://me@db/talks                                    | jdbc:postgresql://db/talks                              | me |
          jdbc:postgresql://db/talks?user=me&password=secret          | jdbc:postgresql://db/talks?user=me&password=secret      |    |
          postgres://[::1]:5432/talks                                 | jdbc:postgresql://[::1]:5432/talks                      |    |
          """)
  void a_url_is_read_as_operators_write_it(
      String url, String driver, String user, String password) {
    OnServer server = OnServer.of(url, Optional.empty()).orElseThrow();
    assertEquals(driver, server.url());
    assertEquals(Optional.ofNullable(user), server.user());
    assertEquals(Optional.ofNullable(password), server.password());
    for (String shown : new String[] {server.name(), server.toString()}) {
      for (String secret : new String[] {"p@s:s", "p%40s", "secret", "me"}) {
        assertFalse(shown.contains(secret), shown);
      }
    }
  }

  @Test
  void a_password_from_elsewhere_goes_before_that_of_the_url() {
    OnServer server = OnServer.of("postgres://me:old@db/talks", Optional.of("new")).orElseThrow();
    assertEquals(Optional.of("new"), server.password());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://", "postgres:///talks", "postgres://db", "postgres://db/", "mysql://db/talks",
        "jdbc:mysql://db/talks", "postgres://db/talks#x", "http://db/talks", "postgres:talks", "%%%"
      })
  void others_are_no_server(String url) {
    assertEquals(Optional.empty(), OnServer.of(url, Optional.empty()));
  }
}
