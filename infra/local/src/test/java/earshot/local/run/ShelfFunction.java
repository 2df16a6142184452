package earshot.local.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A function to test the runner with: it puts each message on a shelf, and will not touch poison.
 */
public final class ShelfFunction implements RequestStreamHandler {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public ShelfFunction(Map<String, String> environment) {
        var endpoint = MailboxFunction.required(environment, "AWS_ENDPOINT_URL_DYNAMODB");
        dynamoDb = AwsClients.dynamoDb(URI.create(endpoint));
        table = MailboxFunction.required(environment, "EARSHOT_TABLE");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var event = Json.parse(input.readAllBytes());
        var failed = new ArrayList<Json>();
        for (var message : event.items("Records")) {
            var body = Objects.requireNonNull(message.text("body"), "body");
            if (body.contains("poison")) {
                var id = message.text("messageId");
                failed.add(Json.object().with("itemIdentifier", id).build());
            } else {
                shelve(body);
            }
        }
        if (event.has("detail-type")) {
            shelve("rhythm");
        }
        var answer = Json.object().withItems("batchItemFailures", List.copyOf(failed)).write();
        output.write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private void shelve(String body) {
        dynamoDb.putItem(
                put ->
                        put.tableName(table)
                                .item(
                                        Map.of(
                                                "pk", AttributeValue.fromS(body),
                                                "sk", AttributeValue.fromS("SHELF"))));
    }
}
