package earshot.facebook;

import earshot.testkit.ConnectorContract;

final class FacebookContractTest extends ConnectorContract {
    FacebookContractTest() {
        super(new FacebookConnector());
    }
}
