/// Reads the visitor's words as data. Start at [QuestionReader].
@NullMarked
package dev.backendadvisor.question;

import org.jspecify.annotations.NullMarked;
