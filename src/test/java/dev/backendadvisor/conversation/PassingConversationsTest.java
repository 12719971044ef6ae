package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassingConversationsTest extends StoreContract {
  private final ConversationStore store = new PassingConversations(100, 1_000);

  @Override
  protected ConversationStore store() {
    return store;
  }

  @Test
  void the_conversation_unused_longest_goes_first() {
    var two = new PassingConversations(2, 10);
    two.begin(turn("c_1", "m_1"));
    two.settle("here", "c_1");
    two.begin(turn("c_2", "m_2"));
    assertTrue(two.turns("c_1", 1).isPresent());
    two.begin(turn("c_3", "m_3"));
    assertEquals(Optional.empty(), two.turn("m_2"));
    assertEquals(Optional.of("c_1"), two.at("here"));
    two.begin(turn("c_4", "m_4"));
    assertEquals(Optional.empty(), two.at("here"));
  }

  @Test
  void the_oldest_turn_goes_first() {
    var short_ = new PassingConversations(1, 2);
    short_.begin(turn("c_1", "m_1"));
    short_.append(turn("c_1", "m_2"));
    short_.append(turn("c_1", "m_3"));
    assertEquals(
        List.of("m_2", "m_3"),
        short_.turns("c_1", 10).orElseThrow().stream().map(Turn::answer).toList());
    assertEquals(Optional.empty(), short_.turn("m_1"));
  }
}
