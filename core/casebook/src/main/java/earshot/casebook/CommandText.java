package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.WireWord;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Command;
import earshot.domain.cases.Command.Request;
import earshot.domain.policy.Priority;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonMembers;
import earshot.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Commands as any tool may send them: the shape is written down in docs/commands.md. */
public final class CommandText {
    private static final int VERSION = 1;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}._-]{1,50}");

    private CommandText() {}

    /** What is no command, with a sentence that says why. */
    public static final class CommandException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandException(String sentence) {
            super(sentence);
        }
    }

    /** Whether a message means to be a command. */
    public static boolean isCommand(Json body) {
        return body.has("command");
    }

    /** Whether a case may be found by this word. */
    public static boolean isTag(String tag) {
        return TAG.matcher(tag).matches();
    }

    public static String write(Command command) {
        var item =
                Json.object()
                        .with("v", VERSION)
                        .with("commandId", command.id())
                        .with("caseId", command.caseId().toString())
                        .with("command", word(command.order()))
                        .with("at", Timestamp.of(command.at()))
                        .with("by", command.by());
        var seen = command.seen();
        if (seen != null) {
            item.with(
                    "seen",
                    Json.object()
                            .with("version", Json.of(seen.version()))
                            .with(
                                    "frontier",
                                    seen.frontier() == null
                                            ? null
                                            : CaseItem.order(seen.frontier()))
                            .with("folded", seen.folded())
                            .build());
        }
        order(command.order(), item);
        return item.write();
    }

    private static String word(Request order) {
        return switch (order) {
            case Request.Resolve _ -> "resolve";
            case Request.Reopen _ -> "reopen";
            case Request.Assign _ -> "assign";
            case Request.Prioritize _ -> "priority";
            case Request.Acknowledge _ -> "acknowledge";
            case Request.Snooze _ -> "snooze";
            case Request.Note _ -> "note";
            case Request.Tag _ -> "tag";
        };
    }

    private static void order(Request order, JsonMembers item) {
        switch (order) {
            case Request.Resolve(var reason) -> item.with("reason", reason);
            case Request.Reopen() -> {}
            case Request.Assign(var assignee, var team) ->
                    item.with("assignee", assignee).with("team", team);
            case Request.Prioritize(var priority) ->
                    item.with("priority", priority == null ? null : priority.word());
            case Request.Acknowledge() -> {}
            case Request.Snooze(var until) -> item.with("until", Timestamp.of(until));
            case Request.Note(var text) -> item.with("text", text);
            case Request.Tag(var tag, var off) ->
                    item.with("tag", tag).with("remove", off ? Json.of(true) : null);
        }
    }

    /**
     * @throws CommandException for what is no command of this version
     */
    public static Command read(String body) {
        try {
            var json = Json.parse(body);
            if (json.integer("v") == null || json.integer("v") != VERSION) {
                throw new CommandException("v is " + VERSION);
            }
            return new Command(
                    required(json, "commandId"),
                    CaseId.parse(required(json, "caseId")),
                    Instant.parse(required(json, "at")),
                    required(json, "by"),
                    seen(json.get("seen")),
                    order(json));
        } catch (JsonException e) {
            throw new CommandException("A command is JSON: " + e.getMessage());
        } catch (DateTimeException e) {
            throw new CommandException("An instant looks like 2026-11-22T09:30:00.000Z");
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    private static Request order(Json json) {
        return switch (required(json, "command")) {
            case "resolve" -> new Request.Resolve(json.text("reason"));
            case "reopen" -> new Request.Reopen();
            case "assign" -> new Request.Assign(json.text("assignee"), json.text("team"));
            case "priority" -> new Request.Prioritize(priority(json.text("priority")));
            case "acknowledge" -> new Request.Acknowledge();
            case "snooze" -> new Request.Snooze(Instant.parse(required(json, "until")));
            case "note" -> new Request.Note(required(json, "text"));
            case "tag" -> new Request.Tag(tag(json), Boolean.TRUE.equals(json.flag("remove")));
            case String other ->
                    throw new CommandException(
                            "command is resolve, reopen, assign, priority, acknowledge, snooze,"
                                    + " note or tag, not: "
                                    + other);
        };
    }

    private static String tag(Json json) {
        var tag = required(json, "tag");
        if (!isTag(tag)) {
            throw new CommandException(
                    "a tag is 1 to 50 letters, digits and - . _ with no space in it");
        }
        return tag;
    }

    private static @Nullable Priority priority(@Nullable String word) {
        return word == null ? null : WireWord.parse(Priority.class, word);
    }

    private static Command.@Nullable Seen seen(Json item) {
        if (!(item instanceof JsonObject)) {
            return null;
        }
        var frontier = item.text("frontier");
        return new Command.Seen(
                Attributes.number(item, "version", 0),
                frontier == null ? null : CaseItem.orderOf(frontier),
                (int) Attributes.number(item, "folded", 0));
    }

    private static String required(Json json, String name) {
        var text = json.text(name);
        if (text == null || text.isEmpty()) {
            throw new CommandException(name + " is missing");
        }
        return text;
    }
}
