package earshot.local.run;

import java.net.URI;

/** Where a DynamoDB and an SQS answer, whoever they are. */
public interface Servers extends AutoCloseable {
    URI dynamodb();

    URI sqs();

    @Override
    void close();
}
