package earshot.local.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import earshot.webhook.Connector;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Loads functions from the zips that would be deployed, their layers' included. All share one class
 * loader over the jars that this process does not have itself, so that the SDK is loaded once and
 * not once a function.
 */
final class FunctionLoader implements AutoCloseable {
    /** In a function's zip, and in that of a layer. */
    private static final Pattern LIBRARY = Pattern.compile("(java/)?lib/[^/]+\\.jar");

    private final Path folder;
    private final URLClassLoader classes;

    private FunctionLoader(Path folder, URLClassLoader classes) {
        this.folder = folder;
        this.classes = classes;
    }

    /**
     * @throws UserFault when the zip of a function or of a layer is missing or no zip
     */
    static FunctionLoader over(List<FunctionResource> functions) {
        try {
            var folder = Files.createTempDirectory("earshot-functions-");
            var jars = new LinkedHashMap<String, URL>();
            var present = namesOnOurClassPath();
            for (var function : functions) {
                extract(function, folder, present, jars);
            }
            var urls = jars.values().toArray(URL[]::new);
            return new FunctionLoader(
                    folder,
                    new URLClassLoader("functions", urls, FunctionLoader.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> namesOnOurClassPath() {
        var names = new HashSet<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            names.add(Path.of(entry).toFile().getName());
        }
        return names;
    }

    private static void extract(
            FunctionResource function, Path folder, Set<String> present, Map<String, URL> jars)
            throws IOException {
        extract("The code of " + function.logicalId(), function.codeUri(), folder, present, jars);
        for (var layer : function.layers()) {
            extract("A layer of " + function.logicalId(), layer, folder, present, jars);
        }
    }

    private static void extract(
            String what, Path file, Path folder, Set<String> present, Map<String, URL> jars)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserFault("%s is not built: there is no %s".formatted(what, file));
        }
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!LIBRARY.matcher(entry.getName()).matches()
                        || present.contains(name)
                        || jars.containsKey(name)) {
                    continue;
                }
                var target = folder.resolve(name);
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
                jars.put(name, target.toUri().toURL());
            }
        } catch (java.util.zip.ZipException e) {
            throw new UserFault("%s is no zip: %s".formatted(what, file), e);
        }
    }

    /**
     * How an instance of a function is made: by its public constructor that takes the environment.
     *
     * @throws UserFault when its handler is not in its zip, or not such a class
     */
    Supplier<RequestStreamHandler> construction(
            FunctionResource function, Map<String, String> environment) {
        var handler = function.handler().split("::", 2)[0];
        try {
            var type = classes.loadClass(handler).asSubclass(RequestStreamHandler.class);
            var constructor = type.getConstructor(Map.class);
            return () -> {
                try {
                    return constructor.newInstance(environment);
                } catch (InvocationTargetException e) {
                    throw cannotStart(function, e.getCause() == null ? e : e.getCause());
                } catch (ReflectiveOperationException e) {
                    throw cannotStart(function, e);
                }
            };
        } catch (ClassNotFoundException e) {
            throw new UserFault(
                    "The handler %s of %s is not in %s"
                            .formatted(handler, function.logicalId(), function.codeUri()),
                    e);
        } catch (NoSuchMethodException e) {
            throw new UserFault(
                    "The handler %s of %s has no public constructor that takes its environment"
                            .formatted(handler, function.logicalId()),
                    e);
        } catch (ClassCastException e) {
            throw new UserFault(
                    "The handler %s of %s is no RequestStreamHandler"
                            .formatted(handler, function.logicalId()),
                    e);
        }
    }

    /**
     * The connector of a webhook's function, which is called as the function is.
     *
     * @throws UserFault when it has none in its zip
     */
    Connector connector(FunctionResource function) {
        var handler = function.handler().split("::", 2)[0];
        var name = handler.replaceFirst("Function$", "Connector");
        try {
            return classes.loadClass(name)
                    .asSubclass(Connector.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new UserFault(
                    "%s of %s, with a public constructor that takes nothing, is not in %s"
                            .formatted(name, function.logicalId(), function.codeUri()),
                    e);
        }
    }

    private static UserFault cannotStart(FunctionResource function, Throwable cause) {
        return new UserFault(
                "%s does not start: %s".formatted(function.logicalId(), cause.getMessage()), cause);
    }

    @Override
    public void close() {
        try {
            classes.close();
            try (var files = Files.walk(folder)) {
                var all = new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList());
                for (var file : all) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
