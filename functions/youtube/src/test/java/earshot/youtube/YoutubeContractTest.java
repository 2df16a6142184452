package earshot.youtube;

import earshot.testkit.ConnectorContract;

/** YouTube keeps what every connector keeps. */
final class YoutubeContractTest extends ConnectorContract {
    YoutubeContractTest() {
        super("youtube", new YoutubeConnector());
    }
}
