package earshot.domain.cases;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the total order of posts: published, customers before us, post id. A case's frontier
 * is the place of the last post that it has folded.
 */
public record PostOrder(Instant published, boolean ours, String postId)
        implements Comparable<PostOrder> {
    private static final Comparator<PostOrder> ORDER =
            Comparator.comparing(PostOrder::published)
                    .thenComparing(PostOrder::ours)
                    .thenComparing(PostOrder::postId);

    @Override
    public int compareTo(PostOrder other) {
        return ORDER.compare(this, other);
    }

    public boolean isBeyond(PostOrder other) {
        return compareTo(other) > 0;
    }
}
