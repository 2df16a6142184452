/**
 * The videos of YouTube channels: the Atom that YouTube's hub pushes, read into the words of the
 * domain. docs/networks/youtube.md has the table that this package follows.
 */
@NullMarked
package earshot.youtube;

import org.jspecify.annotations.NullMarked;
