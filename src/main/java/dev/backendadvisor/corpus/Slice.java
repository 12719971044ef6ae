package dev.backendadvisor.corpus;

/// A stretch of a text that is not yet a document: UTF-16 code units, end exclusive.
record Slice(int start, int end) {}
