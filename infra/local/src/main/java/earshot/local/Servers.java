package earshot.local;

import java.net.URI;

/** Where a DynamoDB and an SQS answer, whoever they are. */
interface Servers extends AutoCloseable {
    URI dynamodb();

    URI sqs();

    @Override
    void close();
}
