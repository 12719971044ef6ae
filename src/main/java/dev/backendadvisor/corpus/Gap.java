package dev.backendadvisor.corpus;

/// A cell of the comparison that is known to have no evidence.
///
/// @param technology the technology's id
/// @param criterion the criterion's id
/// @param reason what was looked for and not found
public record Gap(String technology, String criterion, String reason) {}
