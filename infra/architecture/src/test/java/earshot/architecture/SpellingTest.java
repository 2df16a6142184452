package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What others rely on is spelled in one place: here by the strings that are in the class files. */
class SpellingTest {
    private static final Pattern TABLE_KEY =
            Pattern.compile(
                    "(?s)(POST|CASE|ACTION|NOTICE|RECIPIENT|DUE|SEEN|QUOTA)#.*|CURSOR:.*|ADDRESS|WINDOW|SETTINGS");
    private static final Pattern SETTING = Pattern.compile("(?s)EARSHOT_[A-Z_]+.*");

    @Test
    void onlyTheCaseBookSpellsTheKeysOfTheTable() {
        assertThat(spellers(TABLE_KEY)).allMatch(name -> name.startsWith("earshot/casebook/"));
    }

    @Test
    void theEnvironmentIsReadThroughSettings() {
        assertThat(spellers(SETTING))
                .filteredOn(name -> !name.matches("earshot/(settings|testkit|local|benchmarks)/.*"))
                .allMatch(SpellingTest::knowsSettings);
    }

    private static boolean knowsSettings(String name) {
        return House.classes().get(name.replace('/', '.')).getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        use -> use.getTargetClass().getName().equals("earshot.settings.Settings"));
    }

    private static List<String> spellers(Pattern string) {
        return House.classFiles()
                .filter(type -> spells(type, string))
                .map(type -> type.thisClass().asInternalName())
                .toList();
    }

    private static boolean spells(ClassModel type, Pattern string) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .anyMatch(
                        entry ->
                                entry instanceof StringEntry text
                                        && string.matcher(text.stringValue()).matches());
    }
}
