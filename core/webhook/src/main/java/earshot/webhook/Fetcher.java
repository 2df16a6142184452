package earshot.webhook;

import earshot.domain.post.Pointer;
import earshot.json.Json;

/**
 * Gets from a network's API what its webhook only pointed at. Implement this for a network whose
 * connector gives out pointers.
 */
public interface Fetcher {
    /** Asks once; {@link FetchEndpoint} asks again where that helps. */
    Fetched fetch(Pointer pointer);

    /** What asking came to. */
    sealed interface Fetched {
        /**
         * @param delivery the resource, as a delivery of the network's would have told it: the
         *     network's connector reads it like any other
         */
        record Found(Json delivery) implements Fetched {}

        /**
         * It is there no more, or was never ours to see: nothing to be done.
         *
         * @param reason constant words
         */
        record Gone(String reason) implements Fetched {}

        /**
         * The network could not or would not answer now.
         *
         * @param reason constant words
         */
        record Later(String reason) implements Fetched {}
    }
}
