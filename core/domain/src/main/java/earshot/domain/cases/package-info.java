/**
 * What becomes of posts: entries that keep them for ever, cases that are folded from entries, wait
 * cycles and their clocks, and the notices that a step of a ladder sends.
 */
@NullMarked
package earshot.domain.cases;

import org.jspecify.annotations.NullMarked;
