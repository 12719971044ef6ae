/// Rates options on weighted criteria and says how firm the order is. Start at [DecisionModel].
@NullMarked
package dev.backendadvisor.decision;

import org.jspecify.annotations.NullMarked;
