package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.policy.Policies;
import earshot.domain.policy.Policy;
import earshot.json.Json;
import earshot.policy.PolicyReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The policies that were pushed, whole and in order. A version never changes, so it is read once;
 * which one is in force is looked up again after a minute. Version 0 is the policy that ships.
 */
public final class PolicyBook implements Policies {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int LARGEST_PART = 100_000;

    private final Table table;
    private final Clock clock;
    private final Map<Integer, Policy> versions = new ConcurrentHashMap<>();
    private volatile @Nullable Current current;

    private record Current(Policy policy, Instant readAt) {}

    PolicyBook(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Policy current() {
        var now = clock.instant();
        var held = current;
        if (held == null || !now.isBefore(held.readAt().plus(FRESH))) {
            held = new Current(version(currentVersion()), now);
            current = held;
        }
        return held.policy();
    }

    @Override
    public Policy version(int version) {
        return version == 0
                ? versions.computeIfAbsent(0, _ -> PolicyReader.defaults())
                : versions.computeIfAbsent(version, v -> PolicyReader.read(text(v), v).orThrow());
    }

    /** The version that is in force: 0 until one is pushed. */
    public int currentVersion() {
        return (int)
                table.get(Keys.policyPointer())
                        .map(pointer -> Attributes.number(pointer, "version", 0))
                        .orElse(0L)
                        .longValue();
    }

    /** The text of a pushed version. */
    public String text(int version) {
        var text = new StringBuilder();
        table.query(Keys.SETTINGS, partPrefix(version))
                .forEach(part -> text.append(Attributes.text(part, "text")));
        if (text.isEmpty()) {
            throw new IllegalStateException("The table has no policy of version " + version);
        }
        return text.toString();
    }

    /**
     * Puts a policy in force as a whole: its parts first, then the pointer to them.
     *
     * @param text checked before
     * @return the version that it got
     */
    public int push(String text, String by) {
        while (true) {
            int before = currentVersion();
            int version = before + 1;
            var parts = parts(text);
            for (int i = 0; i < parts.size(); i++) {
                table.put(
                        Keys.policyPart(version, i),
                        Json.object().with("text", parts.get(i)).build());
            }
            var pointer =
                    Json.object()
                            .with("version", version)
                            .with("parts", parts.size())
                            .with("pushedAt", Timestamp.of(clock.instant()))
                            .with("pushedBy", by)
                            .build();
            var put =
                    before == 0
                            ? table.putIfAbsent(Keys.policyPointer(), pointer)
                            : table.putIf(Keys.policyPointer(), pointer, "version", before);
            if (put instanceof Table.Put.Done) {
                current = null;
                return version;
            }
        }
    }

    private static String partPrefix(int version) {
        var sk = Keys.policyPart(version, 0).sk();
        return Objects.requireNonNull(sk.substring(0, sk.lastIndexOf('#') + 1));
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += LARGEST_PART) {
            parts.add(text.substring(at, Math.min(text.length(), at + LARGEST_PART)));
        }
        return parts;
    }
}
