/// Measures how well questions are answered and passages are found. Start at [Evaluation].
@NullMarked
package dev.backendadvisor.evaluation;

import org.jspecify.annotations.NullMarked;
