package earshot.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Templates written in tests: the head that each one needs, and then what the test is about. */
final class Written {
    static final Path FILE = Path.of("/project/template.yaml");

    private Written() {}

    static Template template(String yaml) {
        return template(yaml, Map.of());
    }

    static Template template(String yaml, Map<String, String> parameters) {
        return Template.parse(
                FILE,
                "Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n" + yaml,
                parameters);
    }

    /** What is wrong with the template, each fault as it is printed. */
    static List<String> faults(String yaml) {
        return faults(yaml, Map.of());
    }

    static List<String> faults(String yaml, Map<String, String> parameters) {
        try {
            template(yaml, parameters);
            return List.of();
        } catch (TemplateException e) {
            return e.faults().stream().map(TemplateFault::toString).toList();
        }
    }

    /** What the only output of the template says. */
    static String output(String head, String value) {
        return output(head, value, Map.of());
    }

    static String output(String head, String value, Map<String, String> parameters) {
        return template(outputting(head, value), parameters)
                .outputs(new Provisioned(Map.of(), Map.of(), Map.of()))
                .getOrDefault("It", "");
    }

    static String outputting(String head, String value) {
        return head + "\nOutputs:\n  It:\n    Value: " + value + "\n";
    }
}
