package earshot.queue;

import earshot.domain.cases.CaseId;
import earshot.domain.post.Activity;
import earshot.domain.post.Network;
import earshot.domain.post.Pointer;
import earshot.json.Json;
import earshot.json.JsonMembers;

/**
 * The one wire format between functions: ASCII-escaped JSON with its version. Readers ignore
 * members that they do not know; what they cannot do without is a {@link WireException}.
 */
public final class Wire {
    static final int VERSION = 1;

    private Wire() {}

    /** For the queue {@code posts}. */
    public static String encode(Activity activity) {
        return ActivityWire.write(activity).write();
    }

    /**
     * From the queue {@code posts}.
     *
     * @throws WireException for what is no activity of this version
     */
    public static Activity activity(String body) {
        return WireReader.reading(body, ActivityWire::read);
    }

    /** For the queue {@code fetches}. */
    public static String encode(Pointer pointer) {
        return versioned()
                .with("type", "pointer")
                .with("network", pointer.network().slug())
                .with("kind", pointer.kind())
                .with("id", pointer.id())
                .with("account", pointer.account())
                .with("under", pointer.under())
                .with("seen", PartWire.moment(pointer.seen()))
                .write();
    }

    /**
     * From the queue {@code fetches}.
     *
     * @throws WireException for what is no pointer of this version
     */
    public static Pointer pointer(String body) {
        return WireReader.reading(
                body,
                wired ->
                        new Pointer(
                                new Network(wired.text("network")),
                                wired.text("kind"),
                                wired.text("id"),
                                wired.text("account"),
                                wired.optional("under"),
                                PartWire.moment(wired.part("seen"))));
    }

    /** For the queue {@code clock}. */
    public static String encode(ClockMessage message) {
        return versioned()
                .with("caseId", message.caseId().toString())
                .with("stepKey", message.stepKey())
                .write();
    }

    /**
     * From the queue {@code clock}.
     *
     * @throws WireException for what is no clock message of this version
     */
    public static ClockMessage clock(String body) {
        return WireReader.reading(
                body,
                wired ->
                        new ClockMessage(
                                CaseId.parse(wired.text("caseId")), wired.text("stepKey")));
    }

    /** For the queue {@code notices}. */
    public static String encode(NoticeReference reference) {
        return versioned().with("pk", reference.pk()).with("sk", reference.sk()).write();
    }

    /**
     * From the queue {@code notices}.
     *
     * @throws WireException for what is no notice reference of this version
     */
    public static NoticeReference notice(String body) {
        return WireReader.reading(
                body, wired -> new NoticeReference(wired.text("pk"), wired.text("sk")));
    }

    static JsonMembers versioned() {
        return Json.object().with("v", VERSION);
    }
}
