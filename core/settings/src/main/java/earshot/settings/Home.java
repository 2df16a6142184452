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
        return "Locally it is a line of infra/local/secrets.env; deployed it is the parameter "
                + parameter(name)
                + ".";
    }

    /** {@code EARSHOT_FACEBOOK_APP_SECRET} is {@code /earshot/<stage>/facebook/app-secret}. */
    private static String parameter(String name) {
        int account = name.indexOf("__");
        var words = account < 0 ? name : name.substring(0, account);
        var suffix = account < 0 ? "" : name.substring(account);
        var path = words.startsWith(PREFIX) ? words.substring(PREFIX.length()) : words;
        path = path.replaceFirst("_", "/").replace('_', '-').toLowerCase(Locale.ROOT);
        return "/earshot/<stage>/" + path + suffix;
    }
}
