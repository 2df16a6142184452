package earshot.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import earshot.domain.post.Post;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a class of this house looks like: said in its name, closed, and without open fields. */
class ClassShapesTest {
    private static final Pattern EMPTY_WORDS =
            Pattern.compile(".*(Data|Info|Utils?|Manager|Impl|Helper|Common|Base)");

    /** A kit of tests is there to be extended. */
    private static final Pattern CONTRACT = Pattern.compile("earshot/testkit/\\w+Contract");

    @Test
    void noNameEndsInAWordThatSaysNothing() {
        noClasses().should().haveNameMatching(EMPTY_WORDS.pattern()).check(House.classes());
    }

    @Test
    void everyClassIsFinalOrSealed() {
        assertThat(House.classFiles().filter(ClassShapesTest::isOpen).map(ClassShapesTest::name))
                .allMatch(CONTRACT.asMatchPredicate());
    }

    private static boolean isOpen(ClassModel type) {
        var flags = type.flags();
        return !flags.has(AccessFlag.FINAL)
                && !flags.has(AccessFlag.INTERFACE)
                && type.findAttribute(Attributes.permittedSubclasses()).isEmpty()
                && !isAnonymous(type);
    }

    /** The compiler marks no anonymous class as final, and nothing can extend one. */
    private static boolean isAnonymous(ClassModel type) {
        return type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(inner -> inner.classes().stream())
                .anyMatch(
                        inner ->
                                inner.innerClass().asInternalName().equals(name(type))
                                        && inner.innerName().isEmpty());
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName();
    }

    /** Fourteen parts in a row are read by nobody: a draft names them. */
    @Test
    void aPostIsMadeByNamingItsParts() {
        noClasses()
                .that()
                .areNotAssignableTo(Post.Draft.class)
                .should()
                .callConstructorWhere(target(owner(assignableTo(Post.class))))
                .check(House.classes());
    }

    @Test
    void noFieldIsPublicButAConstant() {
        fields().that()
                .arePublic()
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .check(House.classes());
    }

    @Test
    void anOptionalIsAnAnswerAndNeverAFieldOrAParameter() {
        noFields().should().haveRawType(Optional.class).check(House.classes());
        // A private method may take the Optional of a library apart.
        noMethods()
                .that()
                .areNotPrivate()
                .should()
                .haveRawParameterTypes(anyIs(Optional.class))
                .check(House.classes());
    }

    private static DescribedPredicate<List<JavaClass>> anyIs(Class<?> type) {
        return DescribedPredicate.describe(
                "one is " + type.getSimpleName(),
                types -> types.stream().anyMatch(each -> each.isEquivalentTo(type)));
    }
}
