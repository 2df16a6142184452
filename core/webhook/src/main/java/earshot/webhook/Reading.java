package earshot.webhook;

import earshot.domain.post.Activity;
import earshot.domain.post.Pointer;
import earshot.json.Json;
import earshot.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a proved delivery turned out to hold: each of its elements is in one of the lists. */
public record Reading(
        List<Activity> activities,
        List<Pointer> toFetch,
        List<Unreadable> unreadable,
        List<Ignored> ignored) {
    public Reading {
        activities = List.copyOf(activities);
        toFetch = List.copyOf(toFetch);
        unreadable = List.copyOf(unreadable);
        ignored = List.copyOf(ignored);
    }

    /** Nothing of the delivery could be read. */
    public static Reading unreadable(Reason reason) {
        return new Builder().add(Unreadable.whole(reason)).build();
    }

    /** One element that could not be read; by itself inside its envelope: {@link Unreadable}. */
    public static Reading unreadable(Reason reason, Json alone) {
        return new Builder().add(new Unreadable(reason, alone)).build();
    }

    /** One element that nobody needs: {@link Ignored}. */
    public static Reading ignored(String kind, Reason reason) {
        return new Builder().add(new Ignored(kind, reason)).build();
    }

    /**
     * What a body of JSON holds.
     *
     * @param reader is asked where the body is JSON; {@link ReadFault#NO_JSON} where it is not
     */
    public static Reading ofJson(Delivery delivery, Function<Json, Reading> reader) {
        Json body;
        try {
            body = delivery.json();
        } catch (JsonException _) {
            return unreadable(ReadFault.NO_JSON);
        }
        return reader.apply(body);
    }

    /** One element, and the one thing that happened by it. */
    public static Reading of(Activity activity) {
        return of(List.of(activity));
    }

    /** One element that only points at a post. */
    public static Reading of(Pointer pointer) {
        return new Builder().add(pointer).build();
    }

    /** One element, and what happened by it. */
    public static Reading of(List<Activity> activities) {
        return new Reading(activities, List.of(), List.of(), List.of());
    }

    /** Collects what a delivery holds, element by element. */
    public static final class Builder {
        private final List<Activity> activities = new ArrayList<>();
        private final List<Pointer> toFetch = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();
        private final List<Ignored> ignored = new ArrayList<>();

        public Builder add(Activity activity) {
            activities.add(activity);
            return this;
        }

        public Builder add(Pointer pointer) {
            toFetch.add(pointer);
            return this;
        }

        public Builder add(Unreadable element) {
            unreadable.add(element);
            return this;
        }

        public Builder add(Ignored element) {
            ignored.add(element);
            return this;
        }

        /** All that an element held. */
        public Builder add(Reading element) {
            activities.addAll(element.activities());
            toFetch.addAll(element.toFetch());
            unreadable.addAll(element.unreadable());
            ignored.addAll(element.ignored());
            return this;
        }

        public Reading build() {
            return new Reading(activities, toFetch, unreadable, ignored);
        }
    }
}
