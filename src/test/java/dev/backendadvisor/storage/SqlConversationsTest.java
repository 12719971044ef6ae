package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.StoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The contract, held by both kinds of database as they are.
class SqlConversationsTest {
  @Nested
  class InAFile extends Kept {
    @Override
    StorageSettings settings(Path folder) {
      return StorageSettings.in(folder.resolve("advisor.db"));
    }
  }

  @Nested
  class OnAServer extends Kept {
    @Override
    StorageSettings settings(Path folder) {
      return PostgresServer.at(PostgresServer.shared().newDatabase(), folder);
    }
  }

  abstract static class Kept extends StoreContract {
    @TempDir Path folder;

    private Storage storage;

    abstract StorageSettings settings(Path folder);

    @BeforeEach
    void open() {
      storage = Storage.open(settings(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
      storage.close();
    }

    @Override
    protected ConversationStore store() {
      return storage.conversations();
    }
  }
}
