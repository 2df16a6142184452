package earshot.settings;

import java.util.Locale;

/** Where a setting is written, for whoever has to mend it. */
final class Home {
    private static final String PREFIX = "EARSHOT_";

    private Home() {}

    static String of(String name) {
        if (name.startsWith("AWS_")) {
            return "Lambda and the local run set it; nobody writes it by hand.";
        }
        if (name.startsWith("EARSHOT_QUEUE_") || name.equals("EARSHOT_TABLE")) {
            return "template.yaml gives it to each function, under Environment.";
        }
        if (name.endsWith("_URL")) {
            return "Locally it is an environment variable; deployed it is the stack's parameter "
                    + parameter(name)
                    + ".";
        }
        return "Locally it is a line of infra/local/secrets.env; deployed it is set by:"
                + " ./earshot secrets set "
                + network(name)
                + " --stack NAME";
    }

    /** {@code EARSHOT_FACEBOOK_APP_SECRET} is {@code facebook}'s. */
    private static String network(String name) {
        return bare(name).replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
    }

    /** {@code EARSHOT_NOTIFY_URL} is {@code NotifyUrl}. */
    private static String parameter(String name) {
        var parameter = new StringBuilder();
        for (var word : bare(name).split("_", -1)) {
            if (!word.isEmpty()) {
                parameter.append(word.charAt(0));
                parameter.append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return parameter.toString();
    }

    private static String bare(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }
}
