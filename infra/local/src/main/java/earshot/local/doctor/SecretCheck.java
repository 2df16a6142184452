package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.settings.Settings;
import earshot.stack.SecretResource;
import java.util.List;
import java.util.Map;

/** Whether each secret is set, and to more than its placeholder. */
public record SecretCheck() implements Check {
    private static final String NOTIFY_URL = "EARSHOT_NOTIFY_URL";

    @Override
    public String title() {
        return "secrets";
    }

    @Override
    public List<Finding> look(Site site) {
        return site.template().secrets().stream().map(each -> look(site, each)).toList();
    }

    private static Finding look(Site site, SecretResource secret) {
        var what = "secret " + secret.name();
        if (!isAskedFor(site, secret)) {
            return Finding.ok(what, "nobody asks for it without a NotifyUrl");
        }
        var members = site.secret(secret);
        var missing = secret.required().stream().filter(name -> !isSet(members, name)).toList();
        return missing.isEmpty()
                ? Finding.ok(what, String.join(", ", secret.required()) + " set")
                : Finding.fault(
                        what,
                        String.join(", ", missing) + " not set",
                        "./earshot secrets set " + secret.network() + site.options());
    }

    /** Without a place to send notices to, nothing signs them. */
    private static boolean isAskedFor(Site site, SecretResource secret) {
        return site.template().functions().stream()
                .map(function -> function.environment())
                .filter(environment -> environment.containsValue(secret.arn()))
                .anyMatch(
                        environment ->
                                !environment.containsKey(NOTIFY_URL)
                                        || !environment.get(NOTIFY_URL).isBlank());
    }

    /** Under its name, or for one of several accounts. */
    public static boolean isSet(Map<String, String> members, String name) {
        return members.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "__"))
                .map(each -> each.getValue().strip())
                .anyMatch(value -> !value.isEmpty() && !value.equals(Settings.PLACEHOLDER));
    }
}
