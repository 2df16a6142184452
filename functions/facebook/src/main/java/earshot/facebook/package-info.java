/**
 * Facebook pages and Messenger: what Meta's webhook for the object {@code page} sends, read into
 * the words of the domain. docs/networks/facebook.md has the table that this package follows.
 */
@NullMarked
package earshot.facebook;

import org.jspecify.annotations.NullMarked;
