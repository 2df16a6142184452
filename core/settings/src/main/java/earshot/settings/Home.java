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
        return "Locally it is a line of infra/local/secrets.env; deployed it is the stack's parameter "
                + parameter(name)
                + ".";
    }

    /** {@code EARSHOT_FACEBOOK_APP_SECRET} is {@code FacebookAppSecret}. */
    private static String parameter(String name) {
        var parameter = new StringBuilder();
        for (var word :
                name.substring(name.startsWith(PREFIX) ? PREFIX.length() : 0).split("_", -1)) {
            if (!word.isEmpty()) {
                parameter.append(word.charAt(0));
                parameter.append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return parameter.toString();
    }
}
