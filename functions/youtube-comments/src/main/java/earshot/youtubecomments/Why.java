package earshot.youtubecomments;

import earshot.webhook.Reason;

/** Why something that the Data API answered is not read. */
enum Why implements Reason {
    NO_COMMENT("a comment without an id or a time");

    private final String sentence;

    Why(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
