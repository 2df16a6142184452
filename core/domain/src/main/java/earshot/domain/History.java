package earshot.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The versions of a post, whatever the order in which they become known. Of each reading only the
 * first and the last time that it was said is kept: that is little enough to store, and enough for
 * every order of arrival to end alike.
 */
final class History {
    private History() {}

    /**
     * The versions with one more thing said, oldest first, more than an entry keeps as the case may
     * be. What was published stays first: it is no edit, and nothing comes before it.
     */
    static List<Version> with(List<Version> known, Version said) {
        var published = known.getFirst().once();
        var points = new ArrayList<Version>();
        known.forEach(version -> points.addAll(version.points()));
        points.add(said);
        points.removeIf(published::equals);
        var runs = new ArrayList<>(List.of(published));
        for (var point : ends(points, published)) {
            if (point.readsLike(runs.getLast())) {
                runs.set(runs.size() - 1, runs.getLast().confirmed(point.at()));
            } else {
                runs.add(point);
            }
        }
        return runs;
    }

    /** The first and the last point of each reading; of what was published, the last alone. */
    private static List<Version> ends(List<Version> points, Version published) {
        points.sort(Version.ORDER);
        var last = new HashMap<Version.Reading, Version>();
        points.forEach(point -> last.put(point.reading(), point));
        var met = new HashMap<Version.Reading, Version>();
        met.put(published.reading(), published);
        var kept = new ArrayList<Version>();
        for (var point : points) {
            boolean isFirst = met.putIfAbsent(point.reading(), point) == null;
            if (isFirst || point.equals(last.get(point.reading()))) {
                kept.add(point);
            }
        }
        return kept.stream().distinct().toList();
    }
}
