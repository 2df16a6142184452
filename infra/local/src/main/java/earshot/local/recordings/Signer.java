package earshot.local.recordings;

import earshot.local.run.Hearing;
import earshot.local.text.UserFault;
import earshot.recordings.EventSigner;
import earshot.recordings.EventSigner.Signing;
import earshot.recordings.RecordedCall;
import earshot.stack.EventSource;
import earshot.stack.EventSource.HttpRoute;
import earshot.stack.FunctionResource;
import earshot.stack.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Signs calls as their network does. For which function a call is, its path tells by the template;
 * how its network signs, that function's code says.
 */
public final class Signer {
    private final Template template;
    private final Function<FunctionResource, Map<String, String>> settings;
    private final Map<String, Hearing> heard = new HashMap<>();

    /**
     * @param settings of a function, its secrets among them
     */
    public Signer(Template template, Function<FunctionResource, Map<String, String>> settings) {
        this.template = template;
        this.settings = settings;
    }

    /**
     * What hears a call.
     *
     * @throws UserFault when nothing does
     */
    public Hearing hearing(RecordedCall call) {
        var function = function(call);
        return heard.computeIfAbsent(function.logicalId(), _ -> Hearing.of(function));
    }

    /**
     * Signed anew; a call that only asks as it is.
     *
     * @throws UserFault when it cannot be signed: what was recorded is never sent in its place
     */
    public RecordedCall sign(RecordedCall call) {
        return call.method().equals("POST")
                ? signed(call, signer(call).sign(hearing(call).signature(), call))
                : call;
    }

    /** A signature of the right shape, by somebody who does not know the secret. */
    public RecordedCall forge(RecordedCall call) {
        return signed(call, signer(call).forge(hearing(call).signature(), call));
    }

    private EventSigner signer(RecordedCall call) {
        return new EventSigner(settings.apply(function(call)));
    }

    private static RecordedCall signed(RecordedCall call, Signing signing) {
        return switch (signing) {
            case Signing.Signed(var signed) -> signed;
            case Signing.Impossible(var reason) ->
                    throw new UserFault(
                            "A call of %s cannot be signed: %s".formatted(call.path(), reason));
        };
    }

    private FunctionResource function(RecordedCall call) {
        return template.functions().stream()
                .filter(function -> function.events().stream().anyMatch(e -> isFor(call, e)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserFault(
                                        "No function hears %s %s: is it switched on?"
                                                .formatted(call.method(), call.path())));
    }

    private static boolean isFor(RecordedCall call, EventSource source) {
        return source instanceof HttpRoute route && route.path().equals(call.path());
    }
}
