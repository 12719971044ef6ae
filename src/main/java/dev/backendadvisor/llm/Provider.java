package dev.backendadvisor.llm;

import dev.backendadvisor.llm.ModelSettings.Secret;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who is asked for words. To add one: a constant here, and its library in `pom.xml`.
///
/// Each is sent as few options as its protocol allows, since every option is refused by some model
/// or server.
public enum Provider {
  /// OpenAI, and every server that speaks its chat completions.
  OPENAI("openai", "https://api.openai.com/v1", true) {
    /// Some servers have no path at all, so none is added.
    @Override
    URI address(URI said) {
      return said;
    }

    @Override
    StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire) {
      return chatCompletions(settings, wire);
    }
  },

  /// Anthropic's messages, whose protocol asks for a bound of tokens.
  ANTHROPIC("anthropic", "https://api.anthropic.com/v1", true) {
    @Override
    StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire) {
      return AnthropicStreamingChatModel.builder()
          .httpClientBuilder(wire)
          .baseUrl(settings.baseUrl().toString())
          .apiKey(settings.key().map(Secret::value).orElse(NO_KEY))
          .modelName(settings.name())
          .maxTokens(settings.limits().tokens())
          .build();
    }
  },

  /// Google's Gemini.
  GEMINI("gemini", "https://generativelanguage.googleapis.com/v1beta", true) {
    @Override
    StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire) {
      var model =
          GoogleAiGeminiStreamingChatModel.builder()
              .httpClientBuilder(wire)
              .baseUrl(settings.baseUrl().toString())
              .apiKey(settings.key().map(Secret::value).orElse(NO_KEY))
              .modelName(settings.name());
      settings.limits().toldTokens().ifPresent(model::maxOutputTokens);
      return model.build();
    }
  },

  /// A model of one's own machine under Ollama, which speaks chat completions too and wants no key.
  OLLAMA("ollama", "http://127.0.0.1:11434/v1", false) {
    @Override
    StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire) {
      return chatCompletions(settings, wire);
    }
  };

  /// What goes in a key's place to a server that wants none.
  private static final String NO_KEY = "none";

  private final String id;
  private final URI usualUrl;
  private final boolean wantsKey;

  Provider(String id, String usualUrl, boolean wantsKey) {
    this.id = id;
    this.usualUrl = URI.create(usualUrl);
    this.wantsKey = wantsKey;
  }

  /// A model of theirs that sends its requests over a wire of ours.
  abstract StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire);

  /// The address of the API on a server that was named: where it was named without a path, with the
  /// path the API usually has.
  URI address(URI said) {
    String path = said.getRawPath();
    return path.isEmpty() || path.equals("/") ? said.resolve(usualUrl.getRawPath()) : said;
  }

  /// OpenAI's newer models take no `max_tokens`, and many other servers know nothing else.
  private static StreamingChatModel chatCompletions(
      ModelSettings settings, HttpClientBuilder wire) {
    var model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(wire)
            .baseUrl(settings.baseUrl().toString())
            .apiKey(settings.key().map(Secret::value).orElse(null))
            .modelName(settings.name())
            .strictJsonSchema(settings.output() == Output.JSON);
    settings
        .limits()
        .toldTokens()
        .ifPresent(
            settings.baseUrl().equals(OPENAI.usualUrl())
                ? model::maxCompletionTokens
                : model::maxTokens);
    return model.build();
  }

  /// The provider with this id.
  static Optional<Provider> named(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /// How a model of each provider is named: `openai:NAME`.
  public static String understood() {
    String all =
        Arrays.stream(values()).map(one -> one.id + ":NAME").collect(Collectors.joining(", "));
    return all.replaceFirst(", (\\S+)$", " or $1");
  }

  /// As in `openai`.
  public String id() {
    return id;
  }

  /// The variable of the environment that holds the key.
  public String keyVariable() {
    return variable("_API_KEY");
  }

  /// The variable of the environment that names another server.
  public String urlVariable() {
    return variable("_BASE_URL");
  }

  /// Whether the usual server answers only to a key.
  boolean wantsKey() {
    return wantsKey;
  }

  URI usualUrl() {
    return usualUrl;
  }

  private String variable(String end) {
    return name() + end;
  }
}
