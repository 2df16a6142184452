package earshot.facebook;

import earshot.testkit.ConnectorContract;

/** Facebook keeps what every connector keeps. */
final class FacebookContractTest extends ConnectorContract {
    FacebookContractTest() {
        super("facebook", new FacebookConnector());
    }
}
