/// Writes answers in the forms others read. Start at [AnswerJson].
@NullMarked
package dev.backendadvisor.format;

import org.jspecify.annotations.NullMarked;
