/// Turns findings into text whose every claim names its span. Start at [Answerer].
@NullMarked
package dev.backendadvisor.answer;

import org.jspecify.annotations.NullMarked;
