package earshot.local.stack;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.run.Invoker;
import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import earshot.stack.QueueResource;
import earshot.stack.SecretResource;
import earshot.stack.TableResource;
import earshot.stack.Template;
import earshot.stack.TemplateException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * A stack in an AWS account. Its parameters, as CloudFormation tells them, and the template of this
 * folder say what everything in it is called.
 */
public record DeployedSite(
        DescribedStack stack,
        AwsAccount account,
        Template template,
        DynamoDbClient dynamoDb,
        SqsClient sqs,
        SecretKeeper secrets)
        implements Site {
    public static DeployedSite of(String name, AwsAccount account, Path template) {
        var stack = DescribedStack.of(name, account);
        return new DeployedSite(
                stack,
                account,
                read(template, stack),
                account.client(DynamoDbClient.builder(), "DYNAMODB"),
                account.client(SqsClient.builder(), "SQS"),
                new SecretKeeper(
                        account.client(SecretsManagerClient.builder(), "SECRETS_MANAGER"),
                        stack.outputs()));
    }

    private static Template read(Path template, DescribedStack stack) {
        var parameters = new TreeMap<>(stack.parameters());
        parameters.keySet().retainAll(Template.parameterNames(template));
        // Whose table it is changes nothing in what it must be like; its name is an output.
        parameters.remove("ExistingTable");
        try {
            return Template.read(template, parameters);
        } catch (TemplateException e) {
            throw new UserFault(
                    "The stack %s does not fit %s: %s"
                            .formatted(stack.name(), template, e.getMessage()),
                    e);
        }
    }

    @Override
    public String name() {
        return stack.name() + " in " + account.region();
    }

    @Override
    public String options() {
        return " --stack " + stack.name() + " --region " + account.region();
    }

    @Override
    public Finding state() {
        var status = stack.status();
        return switch (status) {
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE" ->
                    Finding.ok("stack", status);
            case "UPDATE_ROLLBACK_COMPLETE" ->
                    Finding.fault(
                            "stack", status, "The last deployment failed: see its events, deploy.");
            case "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED" ->
                    Finding.fault(
                            "stack",
                            status,
                            "It is half there, and cannot be updated. Its events say why; then: sam"
                                    + " delete --stack-name "
                                    + stack.name()
                                    + ", and deploy again.");
            case "UPDATE_ROLLBACK_FAILED" ->
                    Finding.fault(
                            "stack",
                            status,
                            "Mend what its events name, then: aws cloudformation"
                                    + " continue-update-rollback --stack-name "
                                    + stack.name());
            case "REVIEW_IN_PROGRESS" ->
                    Finding.fault("stack", status, "Nothing is there yet: deploy.");
            default ->
                    Finding.fault("stack", status, "Wait until it is complete, or see its events.");
        };
    }

    @Override
    public String table(String logicalId) {
        var told = stack.outputs().get(logicalId);
        return told == null ? tableByName(logicalId) : told;
    }

    /** A stack that is half there has no outputs. */
    private String tableByName(String logicalId) {
        return template.tables().stream()
                .filter(table -> table.logicalId().equals(logicalId))
                .map(TableResource::name)
                .findFirst()
                .orElseThrow(() -> new UserFault("The template has no table " + logicalId));
    }

    @Override
    public String queue(String logicalId) {
        var name =
                template.queues().stream()
                        .filter(queue -> queue.logicalId().equals(logicalId))
                        .map(QueueResource::name)
                        .findFirst()
                        .orElseThrow(() -> new UserFault("The stack has no queue " + logicalId));
        try {
            return sqs.getQueueUrl(it -> it.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException e) {
            throw new UserFault("There is no queue %s".formatted(name), e);
        }
    }

    /**
     * What its callers meet: the version behind its alias, where it has one.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html">GetFunctionConfiguration</a>
     */
    @Override
    public Map<String, String> environment(FunctionResource function) {
        var alias = function.alias();
        var reply =
                account.get(
                        "LAMBDA",
                        "/2015-03-31/functions/" + function.name() + "/configuration",
                        alias == null ? Map.of() : Map.of("Qualifier", alias));
        var answer = parsed(reply.body());
        if (reply.status() != 200) {
            var message = answer.text("Message");
            throw new UserFault(
                    "Lambda answered %d%s"
                            .formatted(reply.status(), message == null ? "" : ": " + message));
        }
        refuseUnfit(answer);
        var variables = new TreeMap<String, String>();
        if (answer.get("Environment").get("Variables") instanceof JsonObject(var members)) {
            members.forEach((name, value) -> variables.put(name, String.valueOf(value.text())));
        }
        return variables;
    }

    /** Idle functions are woken by their next call. */
    private static void refuseUnfit(Json function) {
        var state = function.text("State");
        var update = function.text("LastUpdateStatus");
        if ("Failed".equals(state) || "Failed".equals(update)) {
            var reason =
                    function.text(
                            "Failed".equals(state) ? "StateReason" : "LastUpdateStatusReason");
            throw new UserFault("Lambda says that it failed: " + reason);
        }
    }

    private static Json parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            throw new UserFault("Lambda's answer is no JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public Invoker invoker() {
        return new Invoker(account.root("LAMBDA"), account.region().id(), account.credentials());
    }

    /** The stack's output tells it, such as {@code facebookWebhook}. */
    @Override
    public URI webhook(String function) {
        var output = function + "Webhook";
        var url = stack.outputs().get(output);
        if (url == null) {
            throw new UserFault(
                    "%s has no output %s: is it switched on?".formatted(name(), output));
        }
        return URI.create(url);
    }

    @Override
    public Map<String, String> secret(SecretResource secret) {
        return secrets.read(secret);
    }

    @Override
    public void close() {
        Site.super.close();
        secrets.close();
    }
}
