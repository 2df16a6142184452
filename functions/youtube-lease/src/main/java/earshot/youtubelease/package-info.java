/**
 * Keeps YouTube's hub pushing: asks it again and again, well before it forgets, for the feed of
 * each channel that the policy names.
 */
@NullMarked
package earshot.youtubelease;

import org.jspecify.annotations.NullMarked;
