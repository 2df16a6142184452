package earshot.x;

import earshot.testkit.ConnectorContract;

/** X keeps what every connector keeps. */
final class XContractTest extends ConnectorContract {
    XContractTest() {
        super("x", new XConnector());
    }
}
