package earshot.youtube;

/** What an element of XML holds. */
sealed interface Node permits Markup, Chars {}
