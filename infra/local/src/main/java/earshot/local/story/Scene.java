package earshot.local.story;

import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.local.text.UserFault;
import earshot.recordings.JsonPlaces;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call of the story.
 *
 * @param says what happens, in a person's words
 * @param kind what is done with the file
 * @param file below the folder {@code events}
 * @param network that is asked; null for a call, whose function knows it
 * @param posts where in the body the ids of the posts are that it brings
 * @param ends what each of them is expected to have come to when the story is over
 */
record Scene(
        String says,
        Kind kind,
        String file,
        @Nullable Network network,
        List<JsonPlaces> posts,
        Json ends) {
    /** What is done with the file. */
    enum Kind {
        /** Sent as the network sends it. */
        SEND,
        /** The same bytes as before: a duplicate delivery. */
        AGAIN,
        /** With a signature that does not fit. */
        FORGED,
        /** Not sent: it is there when the network's API is asked. */
        ASKED
    }

    Scene {
        posts = List.copyOf(posts);
    }

    static Scene of(Json json) {
        var kind =
                Stream.of(Kind.values())
                        .filter(each -> json.has(word(each)))
                        .findFirst()
                        .orElseThrow(() -> new UserFault("A scene does nothing: " + json));
        var file = Objects.requireNonNull(json.text(word(kind)), "a scene has a file");
        var network = json.text("network");
        return new Scene(
                Objects.requireNonNullElse(json.text("says"), ""),
                kind,
                file,
                network == null ? null : new Network(network),
                json.items("posts").stream()
                        .map(post -> JsonPlaces.of(Objects.requireNonNullElse(post.text(), "")))
                        .toList(),
                json.get("ends"));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
