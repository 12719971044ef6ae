/// Tests of reading questions.
@NullMarked
package dev.backendadvisor.question;

import org.jspecify.annotations.NullMarked;
