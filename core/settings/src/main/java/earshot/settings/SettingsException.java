package earshot.settings;

import java.util.List;

/** The environment does not tell what the function needs. The message names every fault. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> faults) {
        super(message(faults));
    }

    private static String message(List<String> faults) {
        var out = new StringBuilder("This function cannot start:");
        for (String fault : faults) {
            out.append("\n- ").append(fault);
        }
        return out.toString();
    }
}
