package earshot.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class its {@link LocalCloud}, as a parameter of its constructor or of a test: one
 * for all tests of the class, closed after the last. A test that minds what others left calls
 * {@link LocalCloud#reset()}.
 */
public final class LocalCloudExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LocalCloudExtension.class);

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
