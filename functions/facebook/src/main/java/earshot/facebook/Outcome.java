package earshot.facebook;

import earshot.domain.post.Activity;
import earshot.domain.post.Pointer;
import earshot.webhook.Ignored;
import earshot.webhook.Reading;
import earshot.webhook.Unreadable;

/** What became of one element: exactly one of these. */
sealed interface Outcome {
    record Happened(Activity activity) implements Outcome {}

    record Thin(Pointer pointer) implements Outcome {}

    record Unread(Unreadable element) implements Outcome {}

    record Passed(Ignored element) implements Outcome {}

    static Outcome ignored(String kind, String reason) {
        return new Passed(new Ignored(kind, reason));
    }

    default void into(Reading.Builder reading) {
        switch (this) {
            case Happened(var activity) -> reading.add(activity);
            case Thin(var pointer) -> reading.add(pointer);
            case Unread(var element) -> reading.add(element);
            case Passed(var element) -> reading.add(element);
        }
    }
}
