package earshot.queue;

/** Names a notice in the case table by its keys. */
public record NoticeReference(String pk, String sk) {}
