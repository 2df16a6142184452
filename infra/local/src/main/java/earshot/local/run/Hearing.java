package earshot.local.run;

import earshot.domain.post.Network;
import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import earshot.webhook.Signature;
import java.util.List;

/**
 * What the code of a webhook's function says of the network that it hears: asked of its connector,
 * out of the zip that would be deployed.
 */
public record Hearing(Network network, Signature signature) {
    /**
     * @throws UserFault when its zip is missing, or has no connector
     */
    public static Hearing of(FunctionResource function) {
        try (var code = FunctionLoader.over(List.of(function))) {
            var connector = code.connector(function);
            return new Hearing(connector.network(), connector.signature());
        }
    }
}
