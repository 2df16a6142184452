package earshot.local.cases;

import earshot.casebook.CaseTable;
import earshot.casebook.CommandText;
import earshot.casebook.PolicyBook;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Command;
import earshot.domain.cases.Pending;
import earshot.domain.cases.Status;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.local.run.AwsClients;
import earshot.local.run.Endpoints;
import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a support tool does: it reads the case table and changes it by commands only. */
public final class CaseDesk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final CaseTable table;
    private final String commands;
    private final Clock clock;

    public CaseDesk(Endpoints endpoints, Clock clock) {
        this.dynamoDb = AwsClients.dynamoDb(endpoints.dynamodb());
        this.sqs = AwsClients.sqs(endpoints.sqs());
        this.table = new CaseTable(dynamoDb, endpoints.table("CaseTable"));
        this.commands = endpoints.queue("CommandsQueue");
        this.clock = clock;
    }

    public CaseDesk(Site site, Clock clock) {
        this.dynamoDb = site.dynamoDb();
        this.sqs = site.sqs();
        this.table = site.cases();
        this.commands = site.queue("CommandsQueue");
        this.clock = clock;
    }

    public PolicyBook policies() {
        return table.policies(clock);
    }

    /** Puts a policy in force, unless it is: the version that it has. */
    public int push(String text, String by) {
        var book = policies();
        int current = book.currentVersion();
        return current > 0 && book.text(current).equals(text) ? current : book.push(text, by);
    }

    public CaseTable table() {
        return table;
    }

    /** The cases of all teams in these states, most pressing first. */
    public List<Case> list(List<Status> states) {
        var teams = table.policies(clock).current().directory().teams().keySet();
        return teams.stream()
                .flatMap(team -> states.stream().flatMap(s -> table.cases().ofTeam(team, s)))
                .sorted(
                        Comparator.comparing(CaseDesk::pressing)
                                .thenComparing(c -> c.id().toString()))
                .toList();
    }

    private static java.time.Instant pressing(Case of) {
        var open = of.openCycle();
        return open == null ? of.summary().lastCustomerPostAt() : open.dueAt();
    }

    /**
     * One case.
     *
     * @param id a case's, or its conversation's for the newest case of it
     * @throws UserFault when there is none
     */
    public Case get(String id) {
        return byId(id).orElseThrow(
                        () ->
                                new UserFault(
                                        "There is no case %s; ./earshot case list shows those that are open"
                                                .formatted(id)));
    }

    private Optional<Case> byId(String id) {
        try {
            return id.contains("~")
                    ? table.cases().find(CaseId.parse(id))
                    : table.cases().newest(new ConversationKey(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Cases by their id, a post in them, their customer, or words of the customer's in them. */
    public List<Case> find(String text) {
        var found = new ArrayList<Case>();
        byId(text).ifPresent(found::add);
        byPost(text).forEach(found::add);
        table.cases().ofCustomer(text).forEach(found::add);
        if (found.isEmpty()) {
            list(List.of(Status.values())).stream()
                    .filter(each -> mentions(each, text))
                    .forEach(found::add);
        }
        return found.stream().distinct().toList();
    }

    private Stream<Case> byPost(String text) {
        var parts = text.split(":", 2);
        try {
            if (parts.length < 2) {
                return Stream.of();
            }
            var post = new PostId(new Network(parts[0]), parts[1]);
            var conversation = table.addresses().look(post).conversation();
            return conversation == null ? Stream.of() : table.cases().of(conversation).stream();
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }

    private static boolean mentions(Case of, String text) {
        var customer = of.summary().customer();
        return Stream.of(customer.name(), customer.handle(), of.summary().excerpt())
                .filter(Objects::nonNull)
                .anyMatch(
                        said ->
                                said.toLowerCase(Locale.ROOT)
                                        .contains(text.toLowerCase(Locale.ROOT)));
    }

    /**
     * Sends a command on what was just read of the case, and waits a little until it is applied.
     *
     * @return what was recorded; empty when nobody has applied it yet
     */
    public Optional<Pending.Action> order(Case seen, String by, Command.Request order)
            throws InterruptedException {
        var progress = seen.progress();
        var command =
                new Command(
                        UUID.randomUUID().toString(),
                        seen.id(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        by,
                        new Command.Seen(seen.version(), progress.frontier(), progress.folded()),
                        order);
        sqs.sendMessage(send -> send.queueUrl(commands).messageBody(CommandText.write(command)));
        var end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            var action = recorded(command);
            if (action.isPresent()) {
                return action;
            }
            Thread.sleep(GLANCE);
        }
        return Optional.empty();
    }

    private Optional<Pending.Action> recorded(Command command) {
        return table.cases().actions(command.caseId().conversation()).stream()
                .filter(action -> action.cause().equals(command.id()))
                .findFirst();
    }

    @Override
    public void close() {
        dynamoDb.close();
        sqs.close();
    }
}
