package earshot.x;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a post says, who wrote it and when, in either version's words. */
class TweetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "salt &amp; pepper|salt & pepper",
                "&lt;3 &gt;|<3 >",
                "&amp;lt;|&lt;",
                "&amp;amp;amp;|&amp;amp;",
                "&quot; &#39; &nbsp; &AMP; &lt|&quot; &#39; &nbsp; &AMP; &lt"
            })
    void threeEscapesOfATextAreDecodedOnce(String escaped, String plain) {
        var text = "'text':'" + escaped.replace("'", "") + "'";
        var expected = plain.replace("'", "");
        assertThat(Read.post(Read.v1("7", text)).text()).isEqualTo(expected);
        assertThat(Read.post(Read.v2("7", text)).text()).isEqualTo(expected);
    }

    @Test
    void wholeTextGoesBeforeTheCutOne() {
        var whole = "'truncated':true,'extended_tweet':{'full_text':'All of it'},'text':'All..'";
        assertThat(Read.post(Read.v1("7", whole)).text()).isEqualTo("All of it");
        assertThat(Read.post(Read.v1("7", "'full_text':'All'")).text()).isEqualTo("All");
        assertThat(Read.post(Read.v2("7", "'text':'A..','note_tweet':{'text':'All'}")).text())
                .isEqualTo("All");
        assertThat(Read.post(Read.v2("7", "")).text()).isNull();
    }

    @Test
    void languageThatXCouldNotTellIsNone() {
        assertThat(Read.post(Read.v1("7", "'lang':'da'")).language()).isEqualTo("da");
        assertThat(Read.post(Read.v2("7", "'lang':'und'")).language()).isNull();
        assertThat(Read.post(Read.v1("7", "'lang':null")).language()).isNull();
    }

    @Test
    void authorIsFoundWhereverTheDeliveryDescribesThem() {
        var mira = new Author.Customer("7", "mira", "Mira", 31L);
        var flat =
                "'id':'7','username':'mira','name':'Mira','public_metrics':{'followers_count':31}";
        assertThat(Read.post(Read.v2("7", "", "'users':[{%s}]".formatted(flat))).author())
                .isEqualTo(mira);
        assertThat(Read.post(Read.v2("7", "", "'users':[{'data':{%s}}]".formatted(flat))).author())
                .isEqualTo(mira);
        assertThat(Read.post(Read.v2("7", "", "'users':[{'id':'8','name':'Jon'}]")).author())
                .isEqualTo(new Author.Customer("7", null, null, null));
        var v1 =
                Read.body(
                        "{'for_user_id':'42','tweet_create_events':[{'id_str':'500','user':"
                                + "{'id_str':'7','screen_name':'mira','name':'Mira','followers_count':31}}]}");
        assertThat(Read.post(v1).author()).isEqualTo(mira);
        assertThat(Read.post(v1).permalink()).isEqualTo("https://x.com/mira/status/500");
        assertThat(Read.post(Read.v2("7", "")).permalink())
                .isEqualTo("https://x.com/i/web/status/500");
    }

    @Test
    void timeIsToldInEveryForm() {
        var at = Instant.parse("2019-12-23T15:06:52Z");
        assertThat(
                        Read.post(Read.v1("7", "'created_at':'Mon Dec 23 15:06:52 +0000 2019'"))
                                .published())
                .isEqualTo(Read.moment(at));
        assertThat(Read.post(Read.v1("7", "'timestamp_ms':'1577113612532'")).published())
                .isEqualTo(Read.moment(at.plusMillis(532)));
        assertThat(Read.post(Read.v2("7", "'created_at':'2019-12-23T15:06:52.000Z'")).published())
                .isEqualTo(Read.moment(at));
        assertThat(Read.post(Read.v2("7", "'created_at':'yesterday'")).published().at())
                .isEqualTo(Read.RECEIVED);
    }

    @Test
    void idTellsTheMillisecondsThatAProductCutsOff() {
        var exact = Instant.parse("2019-12-23T15:06:52.532Z");
        var told = Instant.parse("2019-12-23T15:06:52Z");
        assertThat(Snowflake.refine(told, "1209128243955027968")).isEqualTo(exact);
        assertThat(Snowflake.refine(null, "1209128243955027968")).isEqualTo(exact);
        var other = told.plusSeconds(9);
        assertThat(Snowflake.refine(other, "1209128243955027968")).isEqualTo(other);
        assertThat(Snowflake.refine(other, "500")).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "20",
        "29600000000",
        "9999999999999999999",
        "e4f4d3fc",
        "-1",
        "01209128243955027968"
    })
    void idThatIsNoSnowflakeHasNoTime(String id) {
        assertThat(Snowflake.in(id)).isNull();
    }

    @Test
    void editedPostIsToldAsPublishedAndEditedUnderItsFirstId() {
        var reading =
                Read.stream(
                        "'id':'1924465506158878979','text':'Two','author_id':'7',"
                                + "'edit_history_tweet_ids':['1209128243955027968','1924465506158878979']",
                        "'matching_rules':[{'tag':'42'}]");
        var id = Read.id("1209128243955027968");
        var edit =
                new Activity.Edited(
                        id,
                        Read.moment(Instant.parse("2025-05-19T14:01:46.165Z")),
                        "Two",
                        List.of(),
                        null,
                        false);
        assertThat(Read.activities(reading)).hasSize(2).last().isEqualTo(edit);
        var post = Read.post(reading);
        assertThat(post.id()).isEqualTo(id);
        assertThat(post.text()).isEqualTo("Two");
        assertThat(post.published().at()).isEqualTo(Instant.parse("2019-12-23T15:06:52.532Z"));
    }

    @Test
    void countsAreToldOnceSomethingCounts() {
        assertThat(Read.activities(Read.v1("7", "'favorite_count':0"))).hasSize(1);
        assertThat(Read.activities(Read.v1("7", "'favorite_count':3,'quote_count':0")))
                .last()
                .isEqualTo(
                        new Activity.Engaged(
                                Read.id("500"), Read.moment(null), Map.of("likes", 3L)));
        assertThat(Read.activities(Read.v2("7", "'public_metrics':{'impression_count':9}")))
                .last()
                .extracting(activity -> ((Activity.Engaged) activity).counts())
                .isEqualTo(Map.of("impressions", 9L));
    }

    @Test
    void allPicturesAreAttachedAndTheFinestFilm() {
        var v1 =
                "'entities':{'media':[{'type':'photo','media_url_https':'https://a'}]},"
                        + "'extended_entities':{'media':[{'type':'photo','media_url_https':'https://a'},"
                        + "{'type':'video','media_url_https':'https://p','video_info':{'variants':["
                        + "{'content_type':'application/x-mpegURL','url':'https://m'},"
                        + "{'content_type':'video/mp4','bitrate':256,'url':'https://s'},"
                        + "{'content_type':'video/mp4','bitrate':832,'url':'https://l'}]}}]}";
        assertThat(Read.post(Read.v1("7", v1)).attachments())
                .containsExactly(
                        new Attachment("photo", "https://a", null),
                        new Attachment("video", "https://l", null));
        var first = "'entities':{'media':[{'type':'photo','media_url_https':'https://a'}]}";
        assertThat(Read.post(Read.v1("7", first)).attachments()).hasSize(1);
        var v2 =
                Read.v2(
                        "7",
                        "'attachments':{'media_keys':['3_1','7_2','13_3']}",
                        "'media':[{'media_key':'3_1','type':'photo','url':'https://a'},"
                                + "{'media_key':'7_2','type':'video','preview_image_url':'https://p'}]");
        assertThat(Read.post(v2).attachments())
                .containsExactly(
                        new Attachment("photo", "https://a", null),
                        new Attachment("video", "https://p", null),
                        new Attachment("media", null, null));
    }
}
