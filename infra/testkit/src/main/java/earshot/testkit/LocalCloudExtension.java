package earshot.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives a test class its {@link LocalCloud}, as a parameter of its constructor or of a test: one
 * for all tests of the class, closed after the last. A test that minds what others left calls
 * {@link LocalCloud#reset()}. Where LocalStack is asked for and cannot be had, the class is
 * skipped.
 */
public final class LocalCloudExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LocalCloudExtension.class);

    /** Decided here, since an assumption inside a parameter's resolution counts as a failure. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            Servers.ofThisJvm();
            return ConditionEvaluationResult.enabled("the servers answer");
        } catch (TestAbortedException e) {
            return ConditionEvaluationResult.disabled(e.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalCloud.class;
    }

    @Override
    public LocalCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ofClass(context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(LocalCloud.class, _ -> LocalCloud.start(), LocalCloud.class);
    }

    /** A constructor is called in the context of its class, a test in one below it. */
    private static ExtensionContext ofClass(ExtensionContext context) {
        var here = context;
        while (here.getTestMethod().isPresent()) {
            here = here.getParent().orElseThrow();
        }
        return here;
    }
}
