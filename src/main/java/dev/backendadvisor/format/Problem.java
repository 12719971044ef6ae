package dev.backendadvisor.format;

/// Why a request could not be served, as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) has it.
///
/// @param status the HTTP status
/// @param title the kind of problem in a few words
/// @param detail a sentence a person can act on
/// @param instance the path that was asked for
public record Problem(int status, String title, String detail, String instance) {
  /// The media type of its JSON.
  public static final String MEDIA_TYPE = "application/problem+json";

  /// As JSON.
  public String toJson() {
    return Json.object(
        json -> {
          json.writeStringField("title", title);
          json.writeNumberField("status", status);
          json.writeStringField("detail", detail);
          json.writeStringField("instance", instance);
        });
  }
}
