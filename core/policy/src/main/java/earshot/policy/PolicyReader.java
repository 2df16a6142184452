package earshot.policy;

import earshot.domain.policy.Ladder;
import earshot.domain.policy.OurReplies;
import earshot.domain.policy.Policy;
import earshot.domain.policy.RoutingPolicy;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Windows;
import earshot.domain.policy.WorkingCalendar;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a policy of a file's text. It is as strict as the schema and knows meaning besides, so that
 * a function that loads a policy needs no schema.
 */
public final class PolicyReader {
    private static final Duration USUAL_LOOKBACK = Duration.ofHours(24);
    private static final Duration USUAL_REOPEN = Duration.ofDays(7);
    private static final Duration USUAL_ACKNOWLEDGEMENT = Duration.ofHours(1);

    private final Faults faults = new Faults();

    private PolicyReader() {}

    /**
     * Reads a policy file.
     *
     * @param yaml the text of the file
     * @param version that the policy gets
     */
    public static PolicyReading read(String yaml, int version) {
        var reader = new PolicyReader();
        var policy = YamlParser.parse(yaml, reader.faults).map(root -> reader.file(root, version));
        return reader.faults.isEmpty() && policy.isPresent()
                ? new PolicyReading.Sound(policy.get())
                : new PolicyReading.Faulty(reader.faults.inOrder());
    }

    /** The policy that holds until one is pushed; version 0. */
    public static Policy defaults() {
        return read(PolicyFile.defaults(), 0).orThrow();
    }

    private @Nullable Policy file(Yaml root, int version) {
        var file = Section.of(root, faults);
        var zone = file.required("zone", Spellings::zone);
        var usualZone = zone == null ? ZoneOffset.UTC : zone;
        var people = new DirectoryReader(file, usualZone);
        var directory = people.read();
        var slaNames = file.section("slas").keys();
        var slas = slas(file, usualZone, people);
        var usualSla = file.required("sla", Spellings.oneOf("SLA", slaNames));
        var rules = new RuleReader(directory.accounts().keySet(), people::team, slaNames);
        var routing = file.list("rules").stream().map(rules::read).toList();
        var voices = voices(file.section("ourReplies"));
        var windows = windows(file.section("windows"));
        file.done();
        return faults.isEmpty() && usualSla != null
                ? new Policy(
                        version,
                        directory,
                        voices,
                        new RoutingPolicy(routing, usualSla),
                        slas,
                        windows)
                : null;
    }

    private Map<String, SlaPolicy> slas(Section file, ZoneId zone, DirectoryReader people) {
        var calendars = new LinkedHashMap<String, WorkingCalendar>();
        file.named("calendars")
                .forEach(
                        (id, section) -> calendars.put(id, CalendarReader.read(id, section, zone)));
        var ladders = new LinkedHashMap<String, Ladder>();
        file.namedLists("ladders")
                .forEach(
                        (id, rungs) ->
                                ladders.put(id, LadderReader.read(rungs, people::recipient)));
        var reader = new SlaReader(calendars, ladders);
        var slas = new LinkedHashMap<String, SlaPolicy>();
        file.named("slas")
                .forEach(
                        (id, section) -> {
                            var sla = reader.read(id, section);
                            if (sla != null) {
                                slas.put(id, sla);
                            }
                        });
        return slas;
    }

    private static OurReplies voices(Section section) {
        var voices =
                new OurReplies(
                        new HashSet<>(section.many("supportApps", Spellings::text)),
                        new HashSet<>(section.many("automaticApps", Spellings::text)),
                        section.many("automaticTexts", WordPattern::of));
        section.done();
        return voices;
    }

    private static Windows windows(Section section) {
        var reopen = new EnumMap<Surface, Duration>(Surface.class);
        for (var surface : Surface.values()) {
            reopen.put(surface, USUAL_REOPEN);
        }
        reopen.putAll(section.table("reopen", Spellings.word(Surface.class), Spellings::duration));
        var windows =
                new Windows(
                        or(section.optional("lookback", Spellings::duration), USUAL_LOOKBACK),
                        reopen,
                        section.optional("resolveAnsweredAfter", Spellings::duration),
                        or(
                                section.optional("acknowledgement", Spellings::working),
                                USUAL_ACKNOWLEDGEMENT));
        section.done();
        return windows;
    }

    private static Duration or(@Nullable Duration written, Duration usual) {
        return written == null ? usual : written;
    }
}
