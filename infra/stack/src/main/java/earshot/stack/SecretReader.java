package earshot.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one {@code AWS::SecretsManager::Secret}. */
final class SecretReader {
    private static final Pattern NAME = Pattern.compile("/[a-z0-9-]+/[a-z0-9-]+");
    // Not JSON in general: placeholders are all that a template may say of a secret.
    private static final Pattern MEMBER = Pattern.compile("\"([A-Z][A-Z0-9_]*)\":\"set-me\"");
    private static final Pattern TEXT = Pattern.compile("\\{%1$s(,%1$s)*}".formatted(MEMBER));

    private SecretReader() {}

    static SecretResource read(
            String logicalId, String arn, List<String> optional, Section properties) {
        var name = properties.text("Name");
        if (!NAME.matcher(name).matches()) {
            properties.fault("Name", "is not /<prefix>/<network>: " + name);
        }
        var secret = new SecretResource(logicalId, name, arn, placeholders(properties), optional);
        properties.finish("Description", "KmsKeyId", "Tags");
        return secret;
    }

    private static List<String> placeholders(Section properties) {
        var text = properties.text("SecretString");
        if (!TEXT.matcher(text).matches()) {
            properties.fault("SecretString", "is not {\"SETTING\":\"set-me\",...}");
        }
        var settings = new ArrayList<String>();
        var member = MEMBER.matcher(text);
        while (member.find()) {
            settings.add(member.group(1));
        }
        return settings;
    }
}
