package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import java.util.ArrayList;
import java.util.List;

/** Whether each function is there, with every variable that the template gives it. */
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
            var missing = new ArrayList<String>();
            function.environment()
                    .forEach(
                            (name, value) -> {
                                if (!value.isBlank() && !has.containsKey(name)) {
                                    missing.add(name);
                                }
                            });
            return missing.isEmpty()
                    ? Finding.ok(what, "has its settings")
                    : Finding.fault(
                            what,
                            "lacks " + String.join(", ", missing.stream().sorted().toList()),
                            "Deploy this version of the template.");
        } catch (UserFault e) {
            return Finding.fault(what, String.valueOf(e.getMessage()), "Deploy again.");
        }
    }
}
