package dev.backendadvisor.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.llm.ScriptedModel.Reply;
import dev.backendadvisor.llm.ScriptedModel.Request.Ground;
import dev.backendadvisor.llm.ScriptedModel.Script;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// The shapes of the streams that models are heard by, event by event, as the protocols'
/// documentation shows them and their servers send them.
enum Dialect {
  /// OpenAI's chat completions: chunks of data, the usage in the last one, then `[DONE]`.
  CHAT_COMPLETIONS {
    @Override
    void begin(Reply reply) throws IOException {
      reply.head();
      chunk(reply, "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
    }

    @Override
    void text(Reply reply, String text) throws IOException {
      chunk(reply, "{\"content\":" + quoted(text) + "}", "null");
    }

    @Override
    void end(Reply reply, End end, int input, int output) throws IOException {
      switch (end) {
        case STOP -> chunk(reply, "{}", "\"stop\"");
        case LENGTH -> chunk(reply, "{}", "\"length\"");
        case FILTER -> chunk(reply, "{}", "\"content_filter\"");
        case REFUSAL -> {
          chunk(reply, "{\"refusal\":\"I'm sorry, I cannot help with that.\"}", "null");
          chunk(reply, "{}", "\"stop\"");
        }
        case TOOL -> {
          chunk(
              reply,
              "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\","
                  + "\"function\":{\"name\":\"search\",\"arguments\":\"\"}}]}",
              "null");
          chunk(
              reply,
              "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"q\\\":1}\"}}]}",
              "null");
          chunk(reply, "{}", "\"tool_calls\"");
        }
      }
      reply.event(
          "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
              + "\"model\":\"scripted\",\"choices\":[],\"usage\":{\"prompt_tokens\":%d,"
                  .formatted(input)
              + "\"completion_tokens\":%d,\"total_tokens\":%d,\"completion_tokens_details\":"
                  .formatted(output, input + output)
              + "{\"reasoning_tokens\":0}}}");
      reply.done();
    }

    @Override
    void fail(Reply reply) throws IOException {
      reply.event("{\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}");
    }

    private void chunk(Reply reply, String delta, String reason) throws IOException {
      reply.event(
          "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
              + "\"model\":\"scripted\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_1\","
              + "\"choices\":[{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}],"
                  .formatted(delta, reason)
              + "\"usage\":null}");
    }
  },

  /// Anthropic's messages: named events, blocks of content, pings between them.
  MESSAGES {
    @Override
    void begin(Reply reply) throws IOException {
      reply.head();
      event(
          reply,
          "message_start",
          ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
              + "\"content\":[],\"model\":\"scripted\",\"stop_reason\":null,"
              + "\"stop_sequence\":null,\"usage\":{\"input_tokens\":25,\"output_tokens\":1}}");
      event(
          reply,
          "content_block_start",
          ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
      event(reply, "ping", "");
    }

    @Override
    void text(Reply reply, String text) throws IOException {
      event(
          reply,
          "content_block_delta",
          ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted(text) + "}");
    }

    @Override
    void end(Reply reply, End end, int input, int output) throws IOException {
      event(reply, "content_block_stop", ",\"index\":0");
      String reason =
          switch (end) {
            case STOP -> "end_turn";
            case LENGTH -> "max_tokens";
            case FILTER, REFUSAL -> "refusal";
            case TOOL -> "tool_use";
          };
      if (end == End.TOOL) {
        event(
            reply,
            "content_block_start",
            ",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\","
                + "\"name\":\"search\",\"input\":{}}");
        event(
            reply,
            "content_block_delta",
            ",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}");
        event(reply, "content_block_stop", ",\"index\":1");
      }
      event(
          reply,
          "message_delta",
          ",\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},".formatted(reason)
              + "\"usage\":{\"input_tokens\":%d,\"output_tokens\":%d}".formatted(input, output));
      event(reply, "message_stop", "");
    }

    @Override
    void fail(Reply reply) throws IOException {
      event(
          reply, "error", ",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}");
    }

    private void event(Reply reply, String type, String rest) throws IOException {
      reply.bytes(
          "event: %s\ndata: {\"type\":\"%s\"%s}\n\n".formatted(type, type, rest).getBytes(UTF_8));
    }
  },

  /// Gemini's generated content: whole responses, the usage in each of them, no farewell.
  GENERATED_CONTENT {
    @Override
    void begin(Reply reply) throws IOException {
      reply.head();
    }

    @Override
    void text(Reply reply, String text) throws IOException {
      part(reply, "{\"text\":" + quoted(text) + "}", "", 25, 1);
    }

    @Override
    void end(Reply reply, End end, int input, int output) throws IOException {
      String call = "{\"functionCall\":{\"name\":\"search\",\"args\":{\"q\":\"x\"}}}";
      switch (end) {
        case STOP -> part(reply, "{\"text\":\"\"}", "STOP", input, output);
        case LENGTH -> part(reply, "{\"text\":\"\"}", "MAX_TOKENS", input, output);
        case FILTER -> part(reply, "{\"text\":\"\"}", "SAFETY", input, output);
        case REFUSAL ->
            reply.event(
                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},"
                    + "\"usageMetadata\":{\"promptTokenCount\":%d,\"totalTokenCount\":%d}}"
                        .formatted(input, input));
        case TOOL -> part(reply, call, "STOP", input, output);
      }
    }

    @Override
    void fail(Reply reply) throws IOException {
      reply.event("{\"error\":{\"code\":503,\"message\":\"overloaded\"}}");
    }

    private void part(Reply reply, String part, String reason, int input, int output)
        throws IOException {
      String finish = reason.isEmpty() ? "" : ",\"finishReason\":\"" + reason + "\"";
      int thoughts = output / 3;
      reply.event(
          "{\"candidates\":[{\"content\":{\"parts\":[%s],\"role\":\"model\"}%s,\"index\":0}],"
                  .formatted(part, finish)
              + "\"usageMetadata\":{\"promptTokenCount\":%d,\"candidatesTokenCount\":%d,"
                  .formatted(input, output - thoughts)
              + "\"totalTokenCount\":%d,\"thoughtsTokenCount\":%d},\"modelVersion\":\"scripted\"}"
                  .formatted(input + output, thoughts));
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  /// How a stream ends.
  enum End {
    /// By the model's own will.
    STOP,
    /// At the bound of tokens.
    LENGTH,
    /// By the provider's filter.
    FILTER,
    /// With a refusal.
    REFUSAL,
    /// With a call of a tool nobody offered.
    TOOL
  }

  static Dialect of(Provider provider) {
    return switch (provider) {
      case OPENAI, OLLAMA -> CHAT_COMPLETIONS;
      case ANTHROPIC -> MESSAGES;
      case GEMINI -> GENERATED_CONTENT;
    };
  }

  /// The head, and what comes before any text.
  abstract void begin(Reply reply) throws IOException;

  /// Some text.
  abstract void text(Reply reply, String text) throws IOException;

  /// The end, with what it took.
  ///
  /// @param input tokens read
  /// @param output tokens written
  abstract void end(Reply reply, End end, int input, int output) throws IOException;

  /// An error in the middle of the stream.
  abstract void fail(Reply reply) throws IOException;

  /// Writes lines made from the grounds, and ends.
  Script writing(Function<List<Ground>, List<String>> lines, End end, int input, int output) {
    return (request, reply) -> {
      begin(reply);
      for (String line : lines.apply(request.grounds())) {
        text(reply, line + "\n");
      }
      end(reply, end, input, output);
    };
  }

  /// Says every ground word for word and ends as it should.
  Script thorough() {
    return writing(
        grounds -> grounds.stream().map(ModelScripts::line).toList(), End.STOP, 250, 150);
  }

  /// Says the verdict and ends in some way.
  Script ending(End end) {
    return writing(grounds -> List.of(ModelScripts.line(grounds.getFirst())), end, 250, 15);
  }

  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
