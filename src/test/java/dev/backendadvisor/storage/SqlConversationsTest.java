package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.StoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlConversationsTest extends StoreContract {
  @TempDir Path folder;

  private Storage storage;

  @BeforeEach
  void open() {
    storage = Storage.open(StorageSettings.in(folder.resolve("advisor.db")), Clock.systemUTC());
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
