package earshot.stack;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates what a template says on given endpoints; what is there already is kept. */
public final class Provision {
    private Provision() {}

    /** Creates the template's tables and queues and says what they are called there. */
    public static Provisioned create(Template template, DynamoDbClient dynamoDb, SqsClient sqs) {
        return new Provisioned(java.util.Map.of(), java.util.Map.of(), java.util.Map.of());
    }
}
