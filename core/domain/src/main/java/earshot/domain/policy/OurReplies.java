package earshot.domain.policy;

import earshot.domain.post.Author;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which voice speaks in a post of ours.
 *
 * @param supportApps the app ids of our support tool
 * @param automaticApps the app ids of bots
 * @param automaticTexts what only automatic replies say
 */
public record OurReplies(
        Set<String> supportApps, Set<String> automaticApps, List<TextPattern> automaticTexts) {
    public OurReplies {
        supportApps = Set.copyOf(supportApps);
        automaticApps = Set.copyOf(automaticApps);
        automaticTexts = List.copyOf(automaticTexts);
    }

    /** What says automatic goes first: a support tool may send automatic replies too. */
    Side sideOf(Author author, @Nullable String text) {
        return switch (author) {
            case Author.Customer _ -> Side.CUSTOMER;
            case Author.Ourselves(_, _, var app) when isAutomatic(app, text) -> Side.AUTOMATIC;
            case Author.Ourselves(_, _, var app) when app != null && supportApps.contains(app) ->
                    Side.AGENT;
            case Author.Ourselves _ -> Side.NATIVE;
        };
    }

    private boolean isAutomatic(@Nullable String app, @Nullable String text) {
        return (app != null && automaticApps.contains(app))
                || (text != null
                        && automaticTexts.stream().anyMatch(pattern -> pattern.foundIn(text)));
    }
}
