package earshot.local;

import earshot.domain.Network;
import earshot.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * One call of the story.
 *
 * @param says what happens, in a person's words
 * @param kind what is done with the file
 * @param file below the folder {@code events}
 * @param posts where in the body the ids of the posts are that it brings
 * @param ends what each of them is expected to have come to when the story is over
 */
record Scene(String says, Kind kind, String file, List<JsonPlace> posts, Json ends) {
    /** What is done with the file. */
    enum Kind {
        /** Sent as the network sends it. */
        SEND,
        /** The same bytes as before: a duplicate delivery. */
        AGAIN,
        /** With a signature that does not fit. */
        FORGED
    }

    Scene {
        posts = List.copyOf(posts);
    }

    /** Of the posts: the folder of {@code events} that the file lies in. */
    Network network() {
        return new Network(file.substring(0, file.indexOf('/')));
    }

    static Scene of(Json json) {
        var kind = json.has("again") ? Kind.AGAIN : json.has("forged") ? Kind.FORGED : Kind.SEND;
        var file = json.text(kind.name().toLowerCase(java.util.Locale.ROOT));
        return new Scene(
                Objects.requireNonNullElse(json.text("says"), ""),
                kind,
                Objects.requireNonNull(file, "a scene sends a file"),
                json.items("posts").stream()
                        .map(post -> JsonPlace.of(Objects.requireNonNullElse(post.text(), "")))
                        .toList(),
                json.get("ends"));
    }
}
