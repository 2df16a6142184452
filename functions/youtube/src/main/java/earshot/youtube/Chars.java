package earshot.youtube;

/** A piece of text, decoded. */
record Chars(String text) implements Node {}
