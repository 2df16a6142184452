package earshot.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates what a template says on given endpoints; what is there already is kept. */
public final class Provision {
    private Provision() {}

    /** Creates the template's tables and queues and says what they are called there. */
    public static Provisioned create(Template template, DynamoDbClient dynamoDb, SqsClient sqs) {
        var attributes = new LinkedHashMap<String, Map<String, String>>();
        var tables = new LinkedHashMap<String, String>();
        for (var table : template.tables()) {
            attributes.put(table.logicalId(), new Tables(dynamoDb).create(table));
            tables.put(table.logicalId(), table.name());
        }
        var urls = new Queues(sqs).create(template.queues(), attributes);
        return new Provisioned(tables, urls, attributes);
    }
}
