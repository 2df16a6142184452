/** Deduplicates, threads and routes posts into cases, and applies commands to them. */
@NullMarked
package earshot.router;

import org.jspecify.annotations.NullMarked;
