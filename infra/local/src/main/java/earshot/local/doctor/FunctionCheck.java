package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import earshot.stack.Template;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Whether each function is there, with every variable that the template gives it, and with the
 * values that the stack's parameters have now, behind its alias too.
 */
record FunctionCheck() implements Check {
    @Override
    public String title() {
        return "functions";
    }

    @Override
    public List<Finding> look(Site site) {
        return site.template().functions().stream().map(each -> look(site, each)).toList();
    }

    private static Finding look(Site site, FunctionResource function) {
        var what = "function " + function.name();
        try {
            var has = site.environment(function);
            var missing =
                    named(function, (name, value) -> !value.isBlank() && !has.containsKey(name));
            if (!missing.isEmpty()) {
                return Finding.fault(
                        what, "lacks " + missing, "Deploy this version of the template.");
            }
            var old = named(function, (name, value) -> isOld(site, name, value, has));
            return old.isEmpty()
                    ? Finding.ok(what, "has its settings")
                    : Finding.fault(
                            what,
                            "goes on with another %s than the stack's parameters say"
                                    .formatted(old),
                            "Deploy again, with sam deploy.");
        } catch (UserFault e) {
            return Finding.fault(what, String.valueOf(e.getMessage()), "Deploy again.");
        }
    }

    /** Which variables that the template sets are so, in the order of their names. */
    private static String named(FunctionResource function, BiPredicate<String, String> so) {
        return function.environment().entrySet().stream()
                .filter(each -> so.test(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Only what comes from a parameter is known here: ARNs and URLs are AWS's to choose. */
    private static boolean isOld(Site site, String name, String value, Map<String, String> has) {
        return value.equals(site.template().parameters().get(Template.parameterFor(name)))
                && !value.equals(has.getOrDefault(name, ""));
    }
}
