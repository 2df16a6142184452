package earshot.polling;

import earshot.json.Json;
import earshot.webhook.Unreadable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a network's answer.
 *
 * @param resource the answer as it came
 * @param sightings in the network's order
 * @param unreadable elements that should have been sightings
 * @param next the token of the next page; null on the last
 */
public record Page(
        Json resource,
        List<Sighting> sightings,
        List<Unreadable> unreadable,
        @Nullable String next) {
    public Page {
        sightings = List.copyOf(sightings);
        unreadable = List.copyOf(unreadable);
    }

    List<Sighting> roots() {
        return sightings.stream().filter(Sighting::isRoot).toList();
    }

    /** The answers of one thread that came with the page. */
    List<Sighting> under(Sighting root) {
        return sightings.stream().filter(s -> !s.isRoot() && s.root().equals(root.id())).toList();
    }

    /** Whether it would be asked for again and again. */
    boolean isEndless(@Nullable String token) {
        return next != null && next.equals(token);
    }

    /** Never of a page without threads. */
    boolean isOlderThan(Instant horizon) {
        var roots = roots();
        return !roots.isEmpty() && roots.stream().allMatch(r -> r.published().isBefore(horizon));
    }

    boolean holdsAllUnder(Sighting root) {
        return under(root).size() >= root.children();
    }
}
