package earshot.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the environment. A getter that finds a fault notes it and answers with a stand-in, so that
 * one start names all faults; the stand-ins never serve, because {@link #orThrow} comes before the
 * first call.
 */
public final class Settings {
    /** What a secret holds before anybody has set it. */
    public static final String PLACEHOLDER = "set-me";

    private static final String PREFIX = "EARSHOT_";
    private static final URI NOWHERE = URI.create("http://nowhere.invalid/");
    private static final Secret UNUSABLE = new Secret("stands in for a secret that is missing");

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    public Settings(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    /**
     * The name of a setting of one network's: {@code APP_SECRET} of {@code facebook} is {@code
     * EARSHOT_FACEBOOK_APP_SECRET}.
     */
    public static String nameOf(String network, String setting) {
        return PREFIX + network.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + setting;
    }

    /** A text that must be there and not empty. */
    public String text(String name) {
        int before = faults.size();
        var value = optional(name);
        if (value != null) {
            return value;
        }
        return faults.size() > before ? "" : missing(name, "");
    }

    /** A text; null when it is missing or empty. */
    public @Nullable String optional(String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (isPlaceholder(value)) {
            return unset(name, null);
        }
        return value.strip();
    }

    /** An absolute http or https URL that must be there. */
    public URI url(String name) {
        var value = optional(name);
        return value == null ? missing(name, NOWHERE) : url(name, value);
    }

    /** An absolute http or https URL; null when it is missing or empty. */
    public @Nullable URI optionalUrl(String name) {
        var value = optional(name);
        return value == null ? null : url(name, value);
    }

    /** A whole number from {@code least} to {@code most}; {@code otherwise} when it is missing. */
    public int number(String name, int least, int most, int otherwise) {
        var value = optional(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Named below, as a number out of range is.
        }
        faults.add(name + " is a whole number from " + least + " to " + most + ", not: " + value);
        return otherwise;
    }

    /**
     * A secret that must be there: under its name, or under {@code name__ACCOUNT} for each of
     * several accounts; each value one secret, or two separated by a comma while one replaces the
     * other. Where accounts have their own, a placeholder under the bare name counts for nothing.
     *
     * @return at least one
     */
    public List<LiveSecret> secrets(String name) {
        int before = faults.size();
        var live = optionalSecrets(name);
        if (!live.isEmpty() || faults.size() > before) {
            return live;
        }
        return missing(name, List.of(new LiveSecret(UNUSABLE, null)));
    }

    /** The same of a secret that need not be there: none when it is not. */
    public List<LiveSecret> optionalSecrets(String name) {
        List<LiveSecret> own = new ArrayList<>();
        for (var entry : environment.entrySet()) {
            var key = entry.getKey();
            if (key.startsWith(name + "__")) {
                addLive(own, key, entry.getValue(), key.substring(name.length() + 2));
            }
        }
        List<LiveSecret> live = new ArrayList<>();
        var shared = environment.get(name);
        if (shared != null && (own.isEmpty() || !isPlaceholder(shared))) {
            addLive(live, name, shared, null);
        }
        live.addAll(own);
        return live;
    }

    /** Notes a fault that only the caller can see, such as two settings that contradict. */
    public void fault(String sentence) {
        faults.add(sentence);
    }

    /**
     * To be called when everything has been read.
     *
     * @throws SettingsException naming every fault, with where and how to mend it
     */
    public void orThrow() {
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }

    private void addLive(
            List<LiveSecret> live, String name, String value, @Nullable String account) {
        for (String part : value.split(",", -1)) {
            if (part.isBlank()) {
                faults.add(name + " is empty or has an empty part. " + Home.of(name));
            } else if (isPlaceholder(part)) {
                unset(name, null);
            } else {
                live.add(new LiveSecret(new Secret(part.strip()), account));
            }
        }
    }

    private static boolean isPlaceholder(String value) {
        return value.strip().equals(PLACEHOLDER);
    }

    private <T extends @Nullable Object> T unset(String name, T standIn) {
        faults.add(name + " still has its placeholder " + PLACEHOLDER + ". " + Home.of(name));
        return standIn;
    }

    private URI url(String name, String value) {
        try {
            var url = new URI(value);
            var scheme = url.getScheme();
            if (url.getHost() != null && ("https".equals(scheme) || "http".equals(scheme))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Named below, as a URL without a host is.
        }
        faults.add(name + " is not an absolute http or https URL. " + Home.of(name));
        return NOWHERE;
    }

    private <T> T missing(String name, T standIn) {
        faults.add(name + " is missing or empty. " + Home.of(name));
        return standIn;
    }
}
