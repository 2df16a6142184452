/**
 * Asking a network's API: {@link earshot.http.ApiClient} asks once, within limits, and {@link
 * earshot.http.Backoff} says when to ask again. Neither knows what it asks for.
 */
@NullMarked
package earshot.http;

import org.jspecify.annotations.NullMarked;
