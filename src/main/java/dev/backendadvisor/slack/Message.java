package dev.backendadvisor.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/// Something to be said in Slack.
///
/// @param text all of it as text, for notifications and wherever blocks are refused
/// @param blocks the same, laid out; none when the text is enough
record Message(String text, List<LayoutBlock> blocks) {
  Message {
    blocks = List.copyOf(blocks);
  }

  /// A message that needs no layout.
  static Message of(String text) {
    return new Message(text, List.of());
  }

  /// The same without layout.
  Message plain() {
    return of(text);
  }
}
