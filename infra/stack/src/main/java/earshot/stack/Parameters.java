package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The template's parameters: their defaults, and the values given instead. */
final class Parameters {
    private final Faults faults;
    private final Map<String, String> given;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Parameters(Map<String, String> given, Faults faults) {
        this.given = given;
        this.faults = faults;
    }

    /**
     * The value of every declared parameter. One without any value has the empty one, and a fault.
     */
    static Map<String, String> read(Section declared, Map<String, String> given, Faults faults) {
        var parameters = new Parameters(given, faults);
        declared.named().forEach(parameters::declare);
        for (var name : given.keySet()) {
            if (!parameters.values.containsKey(name)) {
                faults.add(Place.of("Parameters"), "has no parameter " + name);
            }
        }
        return parameters.values;
    }

    private void declare(String name, Section declaration) {
        var type = declaration.text("Type");
        var fallback = declaration.optional("Default");
        var value = given.getOrDefault(name, fallback == null ? "" : fallback);
        values.put(name, value);
        var place = declaration.place();
        if (fallback == null && !given.containsKey(name)) {
            faults.add(place, "has no default: give it a value");
        } else {
            check(place, type, value, declaration);
        }
        declaration.finish(
                "NoEcho",
                "Description",
                "AllowedValues",
                "AllowedPattern",
                "MinLength",
                "MinValue");
    }

    private void check(Place place, String type, String value, Section declaration) {
        switch (type) {
            case "String" -> {}
            case "Number" -> {
                if (!value.matches("-?[0-9]{1,18}")) {
                    faults.add(place, "is no whole number: " + value);
                } else if (declaration.has("MinValue")
                        && Long.parseLong(value) < declaration.number("MinValue", 0)) {
                    faults.add(place, "is too small: " + value);
                }
            }
            default -> faults.add(place.child("Type"), "is not read here: " + type);
        }
        var allowed = declaration.texts("AllowedValues");
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            faults.add(place, "is none of " + allowed + ": " + value);
        }
        if (!matches(value, declaration)) {
            faults.add(place, "does not match " + declaration.text("AllowedPattern"));
        }
        if (value.length() < declaration.number("MinLength", 0)) {
            faults.add(place, "is too short");
        }
    }

    private static boolean matches(String value, Section declaration) {
        var pattern = declaration.text("AllowedPattern", ".*");
        try {
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(value).matches();
        } catch (PatternSyntaxException e) {
            declaration.fault("AllowedPattern", "is no regular expression: " + e.getPattern());
            return true;
        }
    }
}
