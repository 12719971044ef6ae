package dev.backendadvisor.llm;

import dev.backendadvisor.llm.ModelSettings.Secret;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who is asked for words. To add one: a constant here, and its library in `pom.xml`.
public enum Provider {
  /// OpenAI, and every server that speaks its chat completions.
  OPENAI("openai", "OPENAI_API_KEY", "OPENAI_BASE_URL", "https://api.openai.com/v1") {
    /// Sends no option beside the messages, since each is refused by some model or server.
    @Override
    StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire) {
      return OpenAiStreamingChatModel.builder()
          .httpClientBuilder(wire)
          .baseUrl(settings.baseUrl().toString())
          .apiKey(settings.key().map(Secret::value).orElse(null))
          .modelName(settings.name())
          .build();
    }
  };

  private final String id;
  private final String keyVariable;
  private final String urlVariable;
  private final URI usualUrl;

  Provider(String id, String keyVariable, String urlVariable, String usualUrl) {
    this.id = id;
    this.keyVariable = keyVariable;
    this.urlVariable = urlVariable;
    this.usualUrl = URI.create(usualUrl);
  }

  /// A model of theirs that sends its requests over a wire of ours.
  abstract StreamingChatModel model(ModelSettings settings, HttpClientBuilder wire);

  /// The provider with this id.
  static Optional<Provider> named(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /// How a model of each provider is named: `openai:NAME`.
  public static String understood() {
    return Arrays.stream(values()).map(one -> one.id + ":NAME").collect(Collectors.joining(" or "));
  }

  /// The variables that hold the providers' keys.
  public static List<String> keyVariables() {
    return Arrays.stream(values()).map(Provider::keyVariable).toList();
  }

  /// As in `openai`.
  public String id() {
    return id;
  }

  /// The variable of the environment that holds the key.
  public String keyVariable() {
    return keyVariable;
  }

  /// The variable of the environment that names another server.
  public String urlVariable() {
    return urlVariable;
  }

  URI usualUrl() {
    return usualUrl;
  }
}
