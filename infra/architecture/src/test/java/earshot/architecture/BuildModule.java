package earshot.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One Maven module: {@code <layer>/<name>}, its classes in the package {@code earshot.<name>}.
 *
 * @param path as the parent pom spells it
 */
record BuildModule(String path) {
    /** {@code core}, {@code layers}, {@code functions} or {@code infra}. */
    String layer() {
        return path.substring(0, path.indexOf('/'));
    }

    String name() {
        return path.substring(path.indexOf('/') + 1);
    }

    /** A dash has no place in a package's name. */
    String packageName() {
        return "earshot." + name().replace("-", "");
    }

    /** As ArchUnit writes it: with all packages below. */
    String packages() {
        return packageName() + "..";
    }

    Path folder() {
        return House.ROOT.resolve(path);
    }

    Path classes() {
        return folder().resolve("target/classes");
    }

    Path functionZip() {
        return folder().resolve("target/function.zip");
    }

    Path layerZip() {
        return folder().resolve("target/layer.zip");
    }

    Pom pom() {
        return Pom.read(folder().resolve("pom.xml"));
    }

    List<Path> mainSources() {
        return House.filesBelow(folder().resolve("src/main/java"), ".java");
    }

    List<Path> testSources() {
        return House.filesBelow(folder().resolve("src/test/java"), ".java");
    }

    List<Path> sources() {
        return Stream.concat(mainSources().stream(), testSources().stream()).toList();
    }
}
