package earshot.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Pointer;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import earshot.settings.Settings;
import earshot.webhook.Delivery;
import earshot.webhook.Fetcher.Fetched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a Graph API on loopback that answers as its documents say. */
class GraphFetcherTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer graph;
    private int status = 200;
    private String body = "{}";

    GraphFetcherTest() throws IOException {
        graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        graph.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        asked.add(
                                exchange.getRequestURI().getPath()
                                        + " "
                                        + exchange.getRequestHeaders().getFirst("authorization"));
                        var bytes = body.getBytes(UTF_8);
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        graph.start();
        environment.put("EARSHOT_FACEBOOK_ACCESS_TOKEN", "token-of-all");
        environment.put(
                "EARSHOT_FACEBOOK_API_URL",
                "http://127.0.0.1:" + graph.getAddress().getPort() + "/v24.0");
    }

    @AfterEach
    void stop() {
        graph.stop(0);
    }

    @Test
    void aPostThatMentionsUsIsACustomersMention() {
        body =
                """
                {"id": "100_1", "from": {"id": "7", "name": "Mira"}, "message": "Ask them",
                 "created_time": "2026-11-20T11:55:00+0000",
                 "permalink_url": "https://www.facebook.com/100/posts/1"}
                """;
        var post = read(pointer("mention/post/add", "100_1", null));
        assertThat(post.id()).isEqualTo(Ids.post("100_1"));
        assertThat(post.surface()).isEqualTo(Surface.MENTION);
        assertThat(post.placement()).isEqualTo(new Placement.Root());
        assertThat(post.author()).isEqualTo(new Author.Customer("7", null, "Mira", null));
        assertThat(post.text()).isEqualTo("Ask them");
        assertThat(post.published().at()).isEqualTo(Instant.parse("2026-11-20T11:55:00Z"));
        assertThat(post.permalink()).isEqualTo("https://www.facebook.com/100/posts/1");
        assertThat(asked).containsExactly("/v24.0/100_1 Bearer token-of-all");
    }

    @Test
    void aCommentThatMentionsUsElsewhereBelongsToTheStrangersPost() {
        body = "{\"id\": \"1_8\", \"message\": \"Ask them\", \"parent\": {\"id\": \"1_5\"}}";
        var post = read(pointer("mention/comment/add", "1_8", "100_1"));
        assertThat(post.id()).isEqualTo(Ids.post("1_8"));
        assertThat(post.placement())
                .isEqualTo(
                        Placement.Reply.to(Ids.post("1_5"), Whose.UNKNOWN)
                                .in(Ids.post("100_1"), Whose.OTHERS, null));
        assertThat(post.author()).isEqualTo(Author.Customer.UNKNOWN);
    }

    @Test
    void aPageWithATokenOfItsOwnIsAskedForWithIt() {
        environment.put("EARSHOT_FACEBOOK_ACCESS_TOKEN__42", "token-of-42");
        body = "{\"id\": \"100_1\"}";
        fetch(pointer("mention/post/add", "100_1", null));
        assertThat(asked).containsExactly("/v24.0/100_1 Bearer token-of-42");
    }

    @Test
    void anIdIsNoPath() {
        fetch(pointer("mention/post/add", "../me?x=1", null));
        assertThat(asked).containsExactly("/v24.0/../me?x=1 Bearer token-of-all");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 100, true", "404, 803, true", "400, 190, false", "400, 4, false",
        "403, 10, false", "500, 2, false", "429, 32, false", "200, 1, false"
    })
    void whatIsNotThereIsGoneAndAllElseComesAgain(int answered, int code, boolean gone) {
        status = answered;
        body = "{\"error\": {\"code\": %d, \"message\": \"hunter2\"}}".formatted(code);
        var fetched = fetch(pointer("mention/post/add", "100_1", null));
        assertThat(fetched).isInstanceOf(gone ? Fetched.Gone.class : Fetched.Later.class);
        assertThat(fetched.toString()).doesNotContain("hunter2", "token");
    }

    @Test
    void anAnswerThatIsNoJsonComesAgain() {
        body = "<html>";
        assertThat(fetch(pointer("mention/post/add", "100_1", null)))
                .isInstanceOf(Fetched.Later.class);
    }

    @Test
    void withoutATokenNobodyIsAskedAndTheReasonNamesWhatIsMissing() {
        environment.remove("EARSHOT_FACEBOOK_ACCESS_TOKEN");
        assertThat(fetch(pointer("mention/post/add", "100_1", null)).toString())
                .contains("EARSHOT_FACEBOOK_ACCESS_TOKEN");
        assertThat(asked).isEmpty();
    }

    private static Pointer pointer(String kind, String id, @Nullable String under) {
        return new Pointer(Ids.FACEBOOK, kind, id, "42", under, Moment.of(null, NOON));
    }

    private Fetched fetch(Pointer pointer) {
        return GraphFetcher.of(new Settings(environment)).fetch(pointer);
    }

    private Post read(Pointer pointer) {
        var found = (Fetched.Found) fetch(pointer);
        var delivery = Delivery.fetched(NOON, "r1", found.delivery(), pointer.account());
        return Read.post(new FacebookConnector().read(delivery));
    }
}
