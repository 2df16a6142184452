package earshot.local.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** A function to test the runner with: it never comes to an end, or falls over. */
public final class SleepyFunction implements RequestStreamHandler {
    private final boolean falls;

    public SleepyFunction(Map<String, String> environment) {
        falls = "yes".equals(environment.get("EARSHOT_FALLS"));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws InterruptedIOException {
        if (falls) {
            throw new IllegalStateException("it fell over");
        }
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            throw new InterruptedIOException("woken");
        }
    }
}
