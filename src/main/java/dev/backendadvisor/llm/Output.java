package dev.backendadvisor.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;
import java.util.Locale;

/// The form a model writes its sentences in.
public enum Output {
  /// A sentence a line, which any model can write.
  LINES {
    @Override
    SentenceReader reader() {
      return new LineReader();
    }

    @Override
    ChatRequest request(List<ChatMessage> messages) {
      return ChatRequest.builder().messages(messages).build();
    }
  },

  /// JSON by a schema that the provider holds the model to; not every model or server has it.
  JSON {
    @Override
    SentenceReader reader() {
      return new JsonReader();
    }

    @Override
    ChatRequest request(List<ChatMessage> messages) {
      return ChatRequest.builder()
          .messages(messages.stream().map(Output::inJson).toList())
          .responseFormat(SENTENCES)
          .build();
    }
  };

  private static final String AS_JSON = Prompt.read("as-json.txt");
  private static final ResponseFormat SENTENCES =
      ResponseFormat.builder()
          .type(ResponseFormatType.JSON)
          .jsonSchema(
              JsonSchema.builder()
                  .name("answer")
                  .rootElement(
                      object()
                          .addProperty(
                              "sentences",
                              JsonArraySchema.builder()
                                  .items(
                                      object()
                                          .addProperty(
                                              "grounds",
                                              JsonArraySchema.builder()
                                                  .items(new JsonIntegerSchema())
                                                  .build())
                                          .addStringProperty("sentence")
                                          .required("grounds", "sentence")
                                          .build())
                                  .build())
                          .required("sentences")
                          .build())
                  .build())
          .build();

  private static JsonObjectSchema.Builder object() {
    return JsonObjectSchema.builder().additionalProperties(false);
  }

  private static ChatMessage inJson(ChatMessage message) {
    return message instanceof SystemMessage instructions
        ? SystemMessage.from(instructions.text() + "\n" + AS_JSON)
        : message;
  }

  /// Reads what is written in this form.
  abstract SentenceReader reader();

  /// Asks for an answer in this form.
  abstract ChatRequest request(List<ChatMessage> messages);

  /// As in the setting: `lines`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
