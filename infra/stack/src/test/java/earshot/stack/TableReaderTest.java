package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stack.TableResource.Index;
import earshot.stack.TableResource.Keys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final String TABLE =
            """
            Resources:
              T:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: cases
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - {AttributeName: pk, AttributeType: S}
                    - {AttributeName: due, AttributeType: N}
                  KeySchema:
                    - {AttributeName: pk, KeyType: HASH}
                  GlobalSecondaryIndexes:
                    - IndexName: byDue
                      KeySchema:
                        - {AttributeName: pk, KeyType: HASH}
                        - {AttributeName: due, KeyType: RANGE}
                      Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [status]}
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
                  TimeToLiveSpecification: {AttributeName: gone, Enabled: true}
            """;

    @Test
    void aTableIsReadWithItsIndexesStreamAndTimeToLive() {
        assertThat(Written.template(TABLE).tables())
                .containsExactly(
                        new TableResource(
                                "T",
                                "cases",
                                new Keys("pk", null),
                                Map.of("pk", "S", "due", "N"),
                                List.of(
                                        new Index(
                                                "byDue",
                                                new Keys("pk", "due"),
                                                "INCLUDE",
                                                List.of("status"))),
                                "NEW_IMAGE",
                                "gone"));
    }

    @Test
    void timeToLiveThatIsOffIsNone() {
        assertThat(
                        Written.template(TABLE.replace("Enabled: true", "Enabled: false"))
                                .tables()
                                .getFirst()
                                .timeToLive())
                .isNull();
    }

    @Test
    void keysAndDefinitionsHaveToAgree() {
        assertThat(Written.faults(TABLE.replace("AttributeName: due, A", "AttributeName: do, A")))
                .containsExactly(
                        "T.Properties.AttributeDefinitions: does not define the key due",
                        "T.Properties.AttributeDefinitions: defines what is no key: do");
    }

    @Test
    void aTableWithoutAHashKeyIsAFault() {
        assertThat(
                        Written.faults(
                                "Resources:\n  T: {Type: AWS::DynamoDB::Table, Properties:"
                                        + " {KeySchema: [{AttributeName: a, KeyType: HSAH}]}}"))
                .contains(
                        "T.Properties.KeySchema[0].KeyType: is neither HASH nor RANGE: HSAH",
                        "T.Properties.KeySchema: names no HASH key");
    }

    @Test
    void aLocalIndexIsAFaultSinceNobodyWouldCreateIt() {
        assertThat(Written.faults(TABLE.replace("GlobalSecondaryIndexes", "LocalSecondaryIndexes")))
                .contains("T.Properties.LocalSecondaryIndexes: is not known here");
    }
}
