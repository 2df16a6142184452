package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.stack.TableResource;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Whether the table answers, with all its indexes. */
record TableCheck() implements Check {
    @Override
    public String title() {
        return "table";
    }

    @Override
    public List<Finding> look(Site site) {
        return site.template().tables().stream().map(each -> look(site, each)).toList();
    }

    private static Finding look(Site site, TableResource table) {
        var name = site.table(table.logicalId());
        var what = "table " + name;
        try {
            var found = site.dynamoDb().describeTable(it -> it.tableName(name)).table();
            var idle = unready(found);
            return idle.isEmpty() && found.globalSecondaryIndexes().size() == table.indexes().size()
                    ? Finding.ok(what, "answers, with %d indexes".formatted(table.indexes().size()))
                    : Finding.fault(
                            what,
                            "has not all of its indexes ready" + idle,
                            "Wait, or deploy this version of the template.");
        } catch (ResourceNotFoundException e) {
            return Finding.fault(what, "is not there", "Deploy the stack.");
        }
    }

    private static String unready(TableDescription table) {
        return table.tableStatus() == TableStatus.CREATING
                ? " (the table itself is being made)"
                : table.globalSecondaryIndexes().stream()
                        .filter(index -> index.indexStatus() == IndexStatus.CREATING)
                        .map(GlobalSecondaryIndexDescription::indexName)
                        .map(name -> " " + name)
                        .collect(Collectors.joining());
    }
}
