package earshot.facebook;

/** The member of a change that names the post which it tells of. */
enum PostName {
    POST("post_id", Why.NO_POST_ID),
    COMMENT("comment_id", Why.NO_COMMENT_ID),
    ALBUM("album_id", Why.NO_ALBUM_ID),
    STORY("open_graph_story_id", Why.NO_STORY_ID);

    private final String member;
    private final Why missing;

    PostName(String member, Why missing) {
        this.member = member;
        this.missing = missing;
    }

    String member() {
        return member;
    }

    Why missing() {
        return missing;
    }
}
