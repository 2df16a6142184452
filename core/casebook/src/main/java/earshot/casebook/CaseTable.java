package earshot.casebook;

import earshot.settings.Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The case table, by what it holds. */
public final class CaseTable {
    private final Table table;

    /**
     * @param name of the table, as the template's output {@code CaseTable} gives it
     */
    public CaseTable(DynamoDbClient db, String name) {
        this.table = new Table(db, name);
    }

    /** The table that the environment names; faults are noted in the settings. */
    public static CaseTable open(Settings settings) {
        return new CaseTable(client(settings), settings.text("EARSHOT_TABLE"));
    }

    private static DynamoDbClient client(Settings settings) {
        var region = settings.text("AWS_REGION");
        var builder =
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.of(region.isEmpty() ? "missing" : region));
        var endpoint = settings.optionalUrl("AWS_ENDPOINT_URL_DYNAMODB");
        if (endpoint == null) {
            return builder.build();
        }
        // A local server: its credentials are those of the given environment, not the process's.
        return builder.endpointOverride(endpoint)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        settings.text("AWS_ACCESS_KEY_ID"),
                                        settings.text("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    public AddressBook addresses() {
        return new AddressBook(table);
    }

    public Entries entries() {
        return new Entries(table);
    }

    public Cases cases() {
        return new Cases(table);
    }

    public Notices notices() {
        return new Notices(table);
    }

    public Recipients recipients() {
        return new Recipients(table);
    }

    public Mutes mutes() {
        return new Mutes(table);
    }

    public Pauses pauses() {
        return new Pauses(table);
    }

    public Cursors cursors() {
        return new Cursors(table);
    }

    /**
     * @param clock tells when to look again which policy is in force
     */
    public PolicyBook policies(java.time.Clock clock) {
        return new PolicyBook(table, clock);
    }

    void act(earshot.domain.cases.Pending.Action action) {
        table.put(Keys.action(action), PendingItem.action(action));
    }
}
