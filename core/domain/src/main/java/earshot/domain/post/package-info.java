/**
 * What a network says: posts, their authors, where they stand, and what happened to them. This is
 * all that the author of a network has to read.
 *
 * <p>A {@link earshot.domain.post.Post} has a {@link earshot.domain.post.PostId} (the network's
 * own), an {@link earshot.domain.post.Author}, a {@link earshot.domain.post.Surface} (where it was
 * said) and a {@link earshot.domain.post.Placement} (what it answers). An {@link
 * earshot.domain.post.Activity} is what happened to it. A {@link earshot.domain.post.Pointer} is an
 * event that names a post without its text.
 */
@NullMarked
package earshot.domain.post;

import org.jspecify.annotations.NullMarked;
