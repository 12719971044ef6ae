/// Serves the page, the HTTP API and the answer stream. Start at [WebServer].
@NullMarked
package dev.backendadvisor.web;

import org.jspecify.annotations.NullMarked;
