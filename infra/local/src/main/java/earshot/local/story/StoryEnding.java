package earshot.local.story;

import earshot.casebook.CaseTable;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseId;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.local.cases.CaseDesk;
import earshot.local.cases.CaseLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what the story's posts have come to with what they should have. */
public final class StoryEnding {
    private final CaseTable table;
    private final Map<PostId, Json> expected;
    private final List<PostId> forged;

    /**
     * @param expected by post: the members that a scene lists as its end
     * @param forged posts that must have left no trace
     */
    public StoryEnding(CaseDesk desk, Map<PostId, Json> expected, List<PostId> forged) {
        this.table = desk.table();
        this.expected = Map.copyOf(expected);
        this.forged = List.copyOf(forged);
    }

    /** Everything that is not as expected, in a sentence each. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        var cases = new HashMap<CaseId, PostId>();
        expected.forEach((post, ends) -> check(post, ends, cases, faults));
        for (var post : forged) {
            if (table.addresses().look(post).conversation() != null) {
                faults.add("The forged post " + post.value() + " was filed");
            }
        }
        return faults;
    }

    private void check(PostId post, Json ends, Map<CaseId, PostId> cases, List<String> faults) {
        var conversation = table.addresses().look(post).conversation();
        var found = conversation == null ? List.<Case>of() : table.cases().of(conversation);
        if (found.size() != 1) {
            faults.add("The post %s has %d cases, not 1".formatted(post.value(), found.size()));
            return;
        }
        var of = found.getFirst();
        var other = cases.put(of.id(), post);
        if (other != null) {
            faults.add(
                    "%s and %s are of one case, %s"
                            .formatted(post.value(), other.value(), of.id()));
        }
        var is = state(of, post);
        is.forEach(
                (name, value) -> {
                    var wanted = ends.get(name);
                    if (ends.has(name) && !wanted.equals(value)) {
                        faults.add("%s: %s is %s, not %s".formatted(of.id(), name, value, wanted));
                    }
                });
    }

    /** What a scene may expect of a case, by name. */
    private Map<String, Json> state(Case of, PostId post) {
        var timeline = table.entries().of(of.id().conversation());
        var state = new HashMap<String, Json>();
        state.put("status", Json.of(of.status().word()));
        state.put("priority", Json.of(of.priority().word()));
        state.put("surface", Json.of(of.summary().surface().word()));
        state.put("clock", text(of.response() == null ? null : of.response().state().word()));
        state.put("reason", Json.of(CaseLines.reason(of)));
        state.put("told", told(of));
        state.put("entries", Json.of(timeline.size()));
        for (var entry : timeline) {
            if (entry.id().equals(post)) {
                state.put("versions", Json.of(entry.versions().size()));
                int attached = entry.versions().getLast().attachments().size();
                state.put("attachments", Json.of(attached));
            }
        }
        return state;
    }

    private static Json text(@Nullable String text) {
        return Json.of(Objects.requireNonNullElse(text, "none"));
    }

    /** The steps whose notices have all been delivered, in the order of their instants. */
    private Json told(Case of) {
        var steps = new ArrayList<String>();
        table.notices().of(of.id().conversation()).stream()
                .filter(kept -> kept.isSent())
                .sorted(Comparator.comparing(kept -> kept.notice().why().stepAt()))
                .map(kept -> kept.notice().step())
                .distinct()
                .forEach(steps::add);
        return new JsonArray(steps.stream().map(Json::of).toList());
    }
}
