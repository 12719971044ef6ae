package dev.backendadvisor.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.output.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request took.
///
/// @param input tokens the model read
/// @param output tokens it wrote, its thoughts included
/// @param reported whether the provider says so; else it is counted here, rather too high
record Usage(long input, long output, boolean reported) {
  static final Usage NOTHING = new Usage(0, 0, true);

  /// Bytes of a token, where nobody says how many tokens there are. A token of English has four.
  private static final int BYTES = 3;

  /// Tokens that a protocol puts around a request, and a schema into it.
  private static final int AROUND = 200;

  /// What the provider says. Some count the thoughts in the total alone.
  static Optional<Usage> of(@Nullable TokenUsage said) {
    if (said == null || said.inputTokenCount() == null || said.outputTokenCount() == null) {
      return Optional.empty();
    }
    long input = said.inputTokenCount();
    long output = said.outputTokenCount();
    long total = said.totalTokenCount() == null ? 0 : said.totalTokenCount();
    return Optional.of(new Usage(input, Math.max(output, total - input), true))
        .filter(one -> one.input > 0 && one.output >= 0);
  }

  /// What a request takes at most: no token is shorter than a byte.
  ///
  /// @param output tokens the model may write
  static Usage most(List<ChatMessage> messages, int output) {
    return new Usage(bytes(messages) + AROUND, output, false);
  }

  /// Our own count.
  ///
  /// @param written bytes that came
  static Usage counted(List<ChatMessage> messages, long written) {
    return new Usage(
        Math.ceilDiv(bytes(messages), BYTES) + AROUND, Math.ceilDiv(written, BYTES), false);
  }

  private static long bytes(List<ChatMessage> messages) {
    return messages.stream().mapToLong(one -> bytes(text(one))).sum();
  }

  static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String text(ChatMessage message) {
    return switch (message) {
      case SystemMessage system -> system.text();
      case UserMessage user -> user.singleText();
      default -> throw new IllegalArgumentException("no such message is sent: " + message.type());
    };
  }
}
