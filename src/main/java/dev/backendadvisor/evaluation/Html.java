package dev.backendadvisor.evaluation;

import java.util.Locale;

/// Markup in the making. Whatever is not markup of ours goes through [#text], which lets none in.
final class Html {
  private final StringBuilder html = new StringBuilder();

  /// Markup as it is.
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  /// Markup with figures put in.
  Html form(String form, Object... figures) {
    html.append(String.format(Locale.ROOT, form, figures));
    return this;
  }

  /// Words, which may be anybody's.
  Html text(String words) {
    html.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    return this;
  }

  /// An element that holds words alone.
  Html element(String name, String words) {
    return raw("<" + name + ">").text(words).raw("</" + name.split(" ")[0] + ">");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
