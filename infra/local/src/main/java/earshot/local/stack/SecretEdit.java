package earshot.local.stack;

import earshot.local.text.UserFault;
import earshot.settings.Settings;
import earshot.stack.SecretResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody wants a secret's members to be: those that are named are replaced, an empty one is
 * taken away, all others stay. No value is ever part of a message.
 */
public record SecretEdit(Map<String, String> changes) {
    public SecretEdit {
        changes = Map.copyOf(changes);
    }

    /**
     * Reads lines {@code NAME=value}. Empty ones and those that begin with {@code #} say nothing; a
     * name may also be written as the variable that it becomes.
     *
     * @throws UserFault naming every name that the secret does not have
     */
    public static SecretEdit of(SecretResource secret, Stream<String> lines) {
        var changes = new TreeMap<String, String>();
        var faults = new ArrayList<String>();
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> read(secret, line, changes, faults));
        if (!faults.isEmpty()) {
            throw new UserFault(String.join("\n", faults));
        }
        if (changes.isEmpty()) {
            throw new UserFault("Nothing was given. One line each: " + names(secret, "=..."));
        }
        return new SecretEdit(changes);
    }

    private static void read(
            SecretResource secret, String line, Map<String, String> changes, List<String> faults) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            // Not quoted: it may be a value that went astray.
            faults.add("A line is not NAME=value");
            return;
        }
        var name = bare(secret, line.substring(0, equals).strip());
        var value = line.substring(equals + 1).strip();
        if (!isKnown(secret, name)) {
            faults.add(
                    "%s has no %s. There is: %s"
                            .formatted(secret.network(), name, names(secret, "")));
        } else if (value.equals(Settings.PLACEHOLDER)) {
            faults.add(name + " is the placeholder");
        } else if (value.isEmpty() && secret.required().contains(name)) {
            faults.add(name + " is empty");
        } else {
            changes.put(name, value);
        }
    }

    private static String bare(SecretResource secret, String name) {
        var prefix = Settings.nameOf(secret.network(), "");
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** {@code APP_SECRET__42} is the one of account 42. */
    private static boolean isKnown(SecretResource secret, String name) {
        int account = name.indexOf("__");
        var setting = account < 0 ? name : name.substring(0, account);
        return !name.endsWith("__")
                && (secret.required().contains(setting) || secret.optional().contains(setting));
    }

    private static String names(SecretResource secret, String after) {
        return Stream.concat(secret.required().stream(), secret.optional().stream())
                .map(name -> name + after)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** The members as they shall be. */
    public Map<String, String> over(Map<String, String> members) {
        var all = new TreeMap<>(members);
        all.putAll(changes);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The names that change, in order. */
    public List<String> names() {
        return List.copyOf(new TreeSet<>(changes.keySet()));
    }
}
