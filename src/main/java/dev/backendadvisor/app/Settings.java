package dev.backendadvisor.app;

/// Options that variables of the environment set too.
sealed interface Settings permits CorpusOptions, LimitOptions, ModelOptions, ServeOptions {}
