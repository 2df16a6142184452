package earshot.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who goes first, where there may be no time for all: each turn another, so that nobody waits for
 * ever behind somebody slow.
 */
public final class TurnAbout {
    private TurnAbout() {}

    /**
     * All of them in their order, from another on with each turn.
     *
     * @param turn counted up by one from turn to turn, such as the minutes since 1970
     */
    public static <T> List<T> of(List<T> all, long turn) {
        var turned = new ArrayList<>(all);
        if (!all.isEmpty()) {
            Collections.rotate(turned, -Math.floorMod(turn, all.size()));
        }
        return List.copyOf(turned);
    }
}
