package care.throughline.infra;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import care.throughline.events.DomainEvent;
import care.throughline.query.Projection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** The plan of the house, checked on the compiled classes of all modules; each rule says what to do when it is broken. */
class ArchitectureTest {

    private static final String EVENTS = "care.throughline.events..";
    private static final String COMMAND = "care.throughline.command..";
    private static final String QUERY = "care.throughline.query..";
    private static final String INFRA = "care.throughline.infra..";

    private static final String GENERATED = "care.throughline.query.templates..";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("care.throughline");

    private static final DescribedPredicate<JavaClass> DECIDE = describe(
            "decide",
            type -> type.getName().startsWith("care.throughline.command.")
                    && outermost(type).getSimpleName().endsWith("State"));

    private static final DescribedPredicate<JavaMethodCall> ASK_THE_WORLD = describe(
            "ask for the time or for chance",
            call -> Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime", "random")
                            .contains(call.getName())
                    && call.getTargetOwner().getPackageName().startsWith("java."));

    @Test
    void the_command_side_does_not_see_the_query_side() {
        check(noClasses()
                .that()
                .resideInAPackage(COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(QUERY, INFRA)
                .because(
                        "what a decision needs to know must be in its own events; what it needs done is a port of its own"
                                + " in care.throughline.command, which infra implements"));
    }

    @Test
    void the_query_side_does_not_see_the_command_side() {
        check(noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMMAND, INFRA)
                .because(
                        "a read model knows events only: put what is missing into the event, or the page's link to a command"
                                + " into its template"));
    }

    @Test
    void the_contract_depends_on_the_jdk_alone() {
        check(
                classes()
                        .that()
                        .resideInAPackage(EVENTS)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(EVENTS, "java..", "org.jspecify..")
                        .because(
                                "events outlive every library: teach infra.events how to write a type instead of annotating it"));
    }

    @Test
    void beans_are_named_in_infra_only() {
        check(methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .beDeclaredInClassesThat(are(resideInAPackage(INFRA))
                        .and(describe(
                                "are a ...Configuration",
                                type -> type.getSimpleName().endsWith("Configuration"))))
                .because("wiring is in one place: move the method to the ...Configuration of its concern in infra"));
    }

    @Test
    void capabilities_have_no_cycles() {
        for (String side : new String[] {"events", "command", "query"}) {
            check(slices().matching("care.throughline." + side + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("two capabilities that need each other are one, or lack an event between them"));
        }
    }

    @Test
    void concerns_of_infra_have_no_cycles() {
        check(slices().matching("care.throughline.infra.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each concern must be replaceable: let the more general one declare what it needs"));
    }

    @Test
    void events_are_records() {
        check(classes()
                .that()
                .areAssignableTo(DomainEvent.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("what happened is a value: make it a record inside the sealed interface of its capability"));
    }

    @Test
    void commands_are_records() {
        check(classes()
                .that()
                .areAssignableTo(describe(
                        "a ...Command", (JavaClass type) -> type.getSimpleName().endsWith("Command")))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("a command is a value: make it a record inside the sealed interface of its capability"));
    }

    @Test
    void messages_carry_no_suffix() {
        check(noClasses()
                .that()
                .resideInAnyPackage(EVENTS, COMMAND, QUERY)
                .and()
                .areNotInterfaces()
                .should()
                .haveNameMatching(".*(Command|Event|Query)")
                .because(
                        "imperative, past tense and Find/Show/Count say what a message is; only the sealed vocabulary of a"
                                + " capability is called ...Command or ...Event"));
    }

    @Test
    void names_say_what_a_thing_is() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Dto|DTO|Impl|Service|Manager|Helper|Utils?)")
                .because("such a suffix hides that the name is missing: look it up in the language of the domain"));
    }

    @Test
    void deciding_is_pure() {
        check(noClasses()
                .that(DECIDE)
                .should()
                .callMethodWhere(ASK_THE_WORLD)
                .orShould()
                .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(Random.class)))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "org.slf4j..", "java.sql..")
                .because("a decision must be the same when it is made again: take time and ids in with the command"));
    }

    @Test
    void projecting_is_repeatable() {
        check(noClasses()
                .that()
                .areAssignableTo(Projection.class)
                .should()
                .callMethodWhere(ASK_THE_WORLD)
                .orShould()
                .dependOnClassesThat(assignableTo(Random.class))
                .because("a rebuilt read model must equal the live one: take times from the event or its envelope"));
    }

    @Test
    void time_is_java_time() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("care.throughline.command.fhir")
                .should()
                .dependOnClassesThat(assignableTo(Date.class).or(assignableTo(Calendar.class)))
                .because(
                        "a Date has neither a zone nor a day: use Instant and LocalDate; only what HAPI FHIR hands out may be"
                                + " turned into them, in command.fhir"));
    }

    @Test
    void nobody_prints() {
        check(noClasses()
                .that(describe(
                        "are no command line tools",
                        type -> type.tryGetMethod("main", String[].class).isEmpty()))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what operators should see is logged at an edge, with ids and without personal data"));
    }

    @Test
    void the_model_does_not_log() {
        check(noClasses()
                .that()
                .resideInAPackage(EVENTS)
                .or(DECIDE)
                .should()
                .dependOnClassesThat(assignableTo(Logger.class))
                .because("logs belong to the edges; what matters here is an event or a Rejected"));
    }

    @Test
    void what_a_class_needs_comes_by_its_constructor() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("a class that can be made with new can be tested without Spring"));
    }

    @Test
    void null_is_the_exception_everywhere() {
        DescribedPredicate<JavaClass> inNullMarkedPackage =
                describe("in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
        check(classes()
                .that()
                .resideOutsideOfPackage(GENERATED)
                .should(be(inNullMarkedPackage))
                .because("add a package-info.java with @NullMarked, so that the build finds what may be null"));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
