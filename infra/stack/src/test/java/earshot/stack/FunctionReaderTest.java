package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionReaderTest {
    private static final String FUNCTION =
            """
            Resources:
              PostsQueue: {Type: AWS::SQS::Queue, Properties: {QueueName: posts}}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: heard-f
                  Runtime: java25
                  Handler: earshot.f.F
                  CodeUri: functions/f/target/function.zip
                  Timeout: 10
                  MemorySize: 512
                  SnapStart: {ApplyOn: PublishedVersions}
                  Environment: {Variables: {QUEUE: !Ref PostsQueue}}
            """;

    private static final String LAYER =
            """
              Libraries:
                Type: AWS::Serverless::LayerVersion
                Properties:
                  LayerName: heard-l
                  ContentUri: layers/l/target/layer.zip
            """;

    @Test
    void aFunctionIsReadWithItsZipBesideTheTemplate() {
        var function = Written.template(FUNCTION).functions().getFirst();

        assertThat(function.logicalId()).isEqualTo("F");
        assertThat(function.name()).isEqualTo("heard-f");
        assertThat(function.handler()).isEqualTo("earshot.f.F");
        assertThat(function.codeUri())
                .isEqualTo(Path.of("/project/functions/f/target/function.zip"));
        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(function.memory()).isEqualTo(512);
    }

    @Test
    void anEnvironmentHoldsWhatTheQueuesBecame() {
        var provisioned =
                new Provisioned(
                        Map.of(),
                        Map.of("PostsQueue", "http://here/posts"),
                        Map.of("PostsQueue", Map.of("Ref", "http://here/posts", "Arn", "arn:1")));

        var function = Written.template(FUNCTION).functions(provisioned).getFirst();

        assertThat(function.environment()).containsEntry("QUEUE", "http://here/posts");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(
                        Written.faults(
                                """
                                Resources:
                                  F:
                                    Type: AWS::Serverless::Function
                                    Properties:
                                      Runtime: nodejs22.x
                                      CodeUri: src/
                                      Timeout: soon
                                      MemorySzie: 512
                                      Environment: {Variables: {LIST: [a]}}
                                """))
                .containsExactlyInAnyOrder(
                        "F.Properties.Runtime: is not java25: nodejs22.x",
                        "F.Properties: has no Handler",
                        "F.Properties.CodeUri: has to be the zip that mvn package makes: src/",
                        "F.Properties.Timeout: is no whole number: soon",
                        "F.Properties.Environment.Variables.LIST: is a list, not a text",
                        "F.Properties.MemorySzie: is not known here");
    }

    @Test
    void theLayersUnderAFunctionAreReadWithTheirZips() {
        var layered = FUNCTION + "      Layers: [!Ref Libraries]\n" + LAYER;

        assertThat(Written.template(layered).functions().getFirst().layers())
                .containsExactly(Path.of("/project/layers/l/target/layer.zip"));
    }

    @Test
    void aLayerThatTheTemplateDoesNotMakeIsAFault() {
        assertThat(Written.faults(FUNCTION + "      Layers: ['arn:aws:lambda:::layer:far:7']\n"))
                .containsExactly(
                        "F.Properties.Layers: names no layer of this template:"
                                + " arn:aws:lambda:::layer:far:7");
        assertThat(Written.faults(FUNCTION + "      Layers: [!Ref Libraries]\n"))
                .containsExactly(
                        "F.Properties.Layers[0]: names nothing in this template: Libraries");
    }

    @Test
    void aLayerIsAZipAndWhatIsKnown() {
        var wrong = LAYER.replace("layer.zip", "layer").replace("LayerName", "LayerNaem");

        assertThat(Written.faults(FUNCTION + wrong))
                .containsExactly(
                        "Libraries.Properties.ContentUri: has to be the zip that mvn package"
                                + " makes: layers/l/target/layer",
                        "Libraries.Properties.LayerNaem: is not known here");
    }

    @Test
    void aFunctionThatMayNotRunAtAllIsAFault() {
        assertThat(Written.faults(FUNCTION.replace("Timeout: 10", "Timeout: 0")))
                .containsExactly("F.Properties.Timeout: has to be 1 or more");
    }
}
