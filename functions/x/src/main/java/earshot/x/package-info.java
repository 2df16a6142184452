/**
 * X: what its Account Activity API, its X Activity API and its filtered stream send to one URL,
 * read into the words of the domain. docs/networks/x.md has the table that this package follows.
 */
@NullMarked
package earshot.x;

import org.jspecify.annotations.NullMarked;
