package earshot.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project as the rules see it. Classes are read from each module's {@code target/classes} and
 * not from the class path: nothing may depend on a function, this module included.
 */
final class House {
    static final Path ROOT = Path.of(System.getProperty("earshot.home"));
    private static final List<BuildModule> MODULES =
            Pom.read(ROOT.resolve("pom.xml")).modules().stream().map(BuildModule::new).toList();
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPaths(
                            MODULES.stream()
                                    .map(BuildModule::classes)
                                    .filter(Files::isDirectory)
                                    .toList());

    private House() {}

    /** Every module, in the order of the parent pom. */
    static List<BuildModule> modules() {
        return MODULES;
    }

    /** The modules of some layers. */
    static List<BuildModule> modules(String... layers) {
        return MODULES.stream()
                .filter(module -> Arrays.asList(layers).contains(module.layer()))
                .toList();
    }

    /** The packages of some layers, as ArchUnit writes them. */
    static String[] packages(String... layers) {
        return modules(layers).stream().map(BuildModule::packages).toArray(String[]::new);
    }

    /** Every class that ships or runs here; no test. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** The same classes as their files have them, for what ArchUnit does not show. */
    static Stream<ClassModel> classFiles() {
        return MODULES.stream()
                .flatMap(module -> filesBelow(module.classes(), ".class").stream())
                .map(House::parsed);
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder, none where the folder is not. */
    static List<Path> filesBelow(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
