package earshot.youtube;

import earshot.domain.post.PostId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an entry is about, by YouTube's {@code yt:<kind>:<id>}. */
sealed interface Subject {
    record Video(PostId id) implements Subject {}

    /** Something that is no video. */
    record Other(String kind) implements Subject {}

    record Unnamed() implements Subject {}

    /** The kind, and the id after it. */
    Pattern REFERENCE = Pattern.compile("yt:([a-zA-Z][a-zA-Z-]{0,31}):(.*)", Pattern.DOTALL);

    /**
     * @param reference as {@code atom:id} and the tombstone's {@code ref} have it
     */
    static Subject of(@Nullable String reference) {
        var named = REFERENCE.matcher(reference == null ? "" : reference);
        if (!named.matches()) {
            return new Unnamed();
        }
        return named.group(1).equals("video") ? ofVideo(named.group(2)) : new Other(named.group(1));
    }

    /**
     * @param id a video's, bare: the comments under it name it so
     */
    static Subject ofVideo(String id) {
        return PostId.isOne(id)
                ? new Video(new PostId(YoutubeConnector.YOUTUBE, id))
                : new Unnamed();
    }
}
