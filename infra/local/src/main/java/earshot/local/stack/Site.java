package earshot.local.stack;

import earshot.casebook.CaseTable;
import earshot.local.run.Invoker;
import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import earshot.stack.SecretResource;
import earshot.stack.Template;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack that a command works on: the local one, or a deployed one. */
public sealed interface Site extends AutoCloseable permits LocalSite, DeployedSite {
    /** As a person would call it. */
    String name();

    /** What a command has to be given to mean this stack; empty for the local one. */
    String options();

    /** The state that the stack is in, and whether that is well. */
    Finding state();

    /** The template, with this stack's parameters. */
    Template template();

    DynamoDbClient dynamoDb();

    SqsClient sqs();

    /**
     * @param logicalId in the template
     * @return the table's name
     */
    String table(String logicalId);

    /**
     * @param logicalId in the template
     * @return the queue's URL
     * @throws UserFault when the stack has no such queue
     */
    String queue(String logicalId);

    /**
     * The variables that a function has.
     *
     * @throws UserFault when it is not there, or not fit to be called
     */
    Map<String, String> environment(FunctionResource function);

    /**
     * The members of a secret.
     *
     * @throws UserFault when it is not there
     */
    Map<String, String> secret(SecretResource secret);

    /** What calls its functions by their names. */
    Invoker invoker();

    /**
     * Where the calls of a webhook go: its URL, or scheme and host alone.
     *
     * @param function the folder of the function that hears them
     * @throws UserFault for a function that hears nothing here
     */
    URI webhook(String function);

    default CaseTable cases() {
        return new CaseTable(dynamoDb(), table("CaseTable"));
    }

    @Override
    default void close() {
        dynamoDb().close();
        sqs().close();
    }
}
