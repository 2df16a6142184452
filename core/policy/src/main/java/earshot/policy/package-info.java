/**
 * Policy files: YAML text becomes a {@link earshot.domain.Policy}, or a list of everything that is
 * wrong with it. Functions load what was pushed; only the command line pays for the JSON Schema.
 */
@NullMarked
package earshot.policy;

import org.jspecify.annotations.NullMarked;
