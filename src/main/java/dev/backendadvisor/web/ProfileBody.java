package dev.backendadvisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.format.ProfileJson;

/// Reads a profile from a body.
final class ProfileBody {
  private ProfileBody() {}

  /// The profile that is a body.
  ///
  /// @throws Refusal with 400 that says where and what
  static Profile read(byte[] body) {
    return of(ChatBody.tree(body));
  }

  /// The profile that is a part of a body.
  static Profile of(JsonNode node) {
    try {
      return ProfileJson.read(node);
    } catch (ProfileJson.Malformed malformed) {
      throw Refusal.malformed(String.valueOf(malformed.getMessage()));
    }
  }
}
