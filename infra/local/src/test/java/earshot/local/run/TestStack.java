package earshot.local.run;

import earshot.local.text.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A small stack of the functions in this package, in a folder of its own. */
public final class TestStack {
    /** What the test functions share: a queue that redrives at once, and a table. */
    public static final String TEMPLATE =
            """
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
            Parameters:
              Greeting: {Type: String}
            Globals:
              Function: {Runtime: java25, Timeout: 2, MemorySize: 128}
            Resources:
              ShelfTable:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: local-shelf
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - {AttributeName: pk, AttributeType: S}
                    - {AttributeName: sk, AttributeType: S}
                  KeySchema:
                    - {AttributeName: pk, KeyType: HASH}
                    - {AttributeName: sk, KeyType: RANGE}
                  StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
              PostsQueue:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: local-posts
                  VisibilityTimeout: 1
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt PostsDeadLetters.Arn, maxReceiveCount: 2}
              PostsDeadLetters:
                Type: AWS::SQS::Queue
                Properties: {QueueName: local-posts-dead-letters}
              MailboxFunction:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: local-mailbox
                  CodeUri: mailbox/function.zip
                  Handler: earshot.local.run.MailboxFunction
                  Environment:
                    Variables: {EARSHOT_QUEUE_POSTS: !Ref PostsQueue, EARSHOT_GREETING: !Ref Greeting}
                  Events:
                    In: {Type: HttpApi, Properties: {Method: POST, Path: /webhooks/mailbox}}
                    Look: {Type: HttpApi, Properties: {Method: GET, Path: /webhooks/mailbox}}
              ShelfFunction:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: local-shelf
                  CodeUri: shelf/function.zip
                  Handler: earshot.local.run.ShelfFunction
                  Environment:
                    Variables: {EARSHOT_TABLE: !Ref ShelfTable}
                  Events:
                    Posts:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt PostsQueue.Arn
                        BatchSize: 10
                        FunctionResponseTypes: [ReportBatchItemFailures]
                    Often: {Type: Schedule, Properties: {Schedule: rate(1 minute)}}
              SleepyFunction:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: local-sleepy
                  CodeUri: sleepy/function.zip
                  Handler: earshot.local.run.SleepyFunction
                  Timeout: 1
                  Events:
                    In: {Type: HttpApi, Properties: {Method: POST, Path: /webhooks/sleepy}}
              EchoFunction:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: local-echo
                  CodeUri: sleepy/function.zip
                  Handler: earshot.local.run.EchoFunction
              FallingFunction:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: local-falling
                  CodeUri: sleepy/function.zip
                  Handler: earshot.local.run.SleepyFunction
                  Environment:
                    Variables: {EARSHOT_FALLS: "yes"}
                  Events:
                    In: {Type: HttpApi, Properties: {Method: POST, Path: /webhooks/falling}}
            """;

    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    TestStack(Path folder) {
        this.folder = folder;
        for (var name : new String[] {"mailbox", "shelf", "sleepy"}) {
            zip(folder.resolve(name).resolve("function.zip"));
        }
    }

    /** The classes are on the class path of the tests: the zip need hold nothing. */
    private static void zip(Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("lib/"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RunningStack start(String template) {
        return start(template, null);
    }

    public RunningStack start(String template, @Nullable Path data) {
        var console =
                new Console(
                        new PrintStream(printed, true, StandardCharsets.UTF_8), System.err, false);
        var clock = Clock.systemUTC();
        return RunningStack.start(
                write(template),
                new LocalEnvironment(Map.of("EARSHOT_GREETING", "hello")),
                FrontDoor.on(0, clock, console),
                () -> EmbeddedServers.start(data),
                _ -> {},
                console,
                clock);
    }

    private Path write(String template) {
        try {
            return Files.writeString(folder.resolve("template.yaml"), template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person would have read. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
