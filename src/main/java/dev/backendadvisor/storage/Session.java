package dev.backendadvisor.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements with their values, on one connection.
///
/// @param connection the connection
record Session(Connection connection) {
  /// What a row says.
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Changes rows.
  ///
  /// @return how many
  int change(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /// Runs a statement that takes no values and gives no rows.
  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Every row.
  <T> List<T> list(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(row.read(rows));
      }
      return list;
    }
  }

  /// The first row.
  <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
    return list(row, sql, values).stream().findFirst();
  }

  /// A NUL, which PostgreSQL takes in no text, is written as U+FFFD: no id has either.
  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int at = 0; at < values.length; at++) {
      Object value = values[at];
      statement.setObject(
          at + 1, value instanceof String text ? text.replace('\u0000', '\ufffd') : value);
    }
    return statement;
  }
}
