package earshot.domain.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The versions of a post, whatever the order in which they become known. Of each reading only the
 * first and the last time that it was said is kept: that is little enough to store, and enough for
 * every order of arrival to end alike.
 */
final class PostVersions {
    private PostVersions() {}

    /**
     * The versions with one more thing said, oldest first, more than an entry keeps as the case may
     * be. What was published stays first: it is no edit, and nothing comes before it.
     */
    static List<PostVersion> with(List<PostVersion> known, PostVersion said) {
        var published = known.getFirst().once();
        var points = new ArrayList<PostVersion>();
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
    private static List<PostVersion> ends(List<PostVersion> points, PostVersion published) {
        points.sort(PostVersion.ORDER);
        var last = new HashMap<PostVersion.Reading, PostVersion>();
        points.forEach(point -> last.put(point.reading(), point));
        var met = new HashMap<PostVersion.Reading, PostVersion>();
        met.put(published.reading(), published);
        var kept = new ArrayList<PostVersion>();
        for (var point : points) {
            boolean isFirst = met.putIfAbsent(point.reading(), point) == null;
            if (isFirst || point.equals(last.get(point.reading()))) {
                kept.add(point);
            }
        }
        return kept.stream().distinct().toList();
    }
}
