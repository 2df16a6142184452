package earshot.local.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Answers what it is told. */
public final class EchoFunction implements RequestStreamHandler {
    public EchoFunction(Map<String, String> environment) {}

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        event.transferTo(answer);
    }
}
