package dev.allclear.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.allclear.app.settings.Settings;
import dev.allclear.channels.email.SmtpChannel;
import dev.allclear.desk.Desk;
import dev.allclear.edge.EdgeHandler;
import dev.allclear.engine.Engine;
import dev.allclear.incident.Drafts;
import dev.allclear.incident.Incidents;
import dev.allclear.kafka.KafkaRelay;
import dev.allclear.operation.DeliveryDesk;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.publish.Snapshot;
import dev.allclear.status.States;
import dev.allclear.store.SqlStore;
import dev.allclear.transaction.Tx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arrows of ARCHITECTURE.md. Each rule says why it is there: read that before changing it.
class ArchitectureTest {

    @Test
    void the_rules_look_at_all_modules() {
        // A rule about classes that were never read holds, and says nothing.
        for (var witness : new Class<?>[] {
            Engine.class,
            SqlStore.class,
            SmtpChannel.class,
            KafkaRelay.class,
            EdgeHandler.class,
            Desk.class,
            Settings.class
        }) {
            assertThat(Product.CLASSES.contain(witness)).as(witness.getName()).isTrue();
        }
    }

    @Test
    void core_is_plain_java() {
        classes()
                .that(Product.core())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..")
                        .or(Product.core()))
                .because("the product outlives its frameworks: what core needs from outside is a port in core, and"
                        + " app/Allclear hands in what fulfils it")
                .check(Product.CLASSES);
    }

    @ParameterizedTest(name = "{0} doesn''t see {1}, {2}, {3} and {4}")
    @CsvSource({
        "store, channels, kafka, edge, desk",
        "channels, store, kafka, edge, desk",
        "kafka, store, channels, edge, desk",
        "edge, store, channels, kafka, desk",
        "desk, store, channels, kafka, edge",
    })
    void siblings_do_not_see_each_other(String module, String one, String other, String third, String fourth) {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(one), within(other), within(third), within(fourth), within("app"))
                .because("a module that knows only core can be replaced, tested and understood alone: what " + module
                        + " needs of another becomes a port in core")
                .check(Product.CLASSES);
    }

    @Test
    void nothing_of_kafka_is_loaded_where_it_is_not_set() {
        noClasses()
                .that()
                .resideInAPackage(within("app"))
                .and()
                .doNotHaveSimpleName("KafkaWiring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within("kafka"), "org.apache.kafka..")
                .because("it is off unless it is set, and then costs neither start nor memory")
                .check(Product.CLASSES);
    }

    private static String within(String module) {
        return "dev.allclear." + module + "..";
    }

    @Test
    void the_words_of_the_product_depend_on_one_another_in_one_direction() {
        slices().matching("dev.allclear.(*)..")
                .should()
                .beFreeOfCycles()
                .because("with a cycle, nothing of it can be understood first: move what both need to where"
                        + " ARCHITECTURE.md's arrows end, or ask for it through an interface")
                .check(Product.CLASSES);
    }

    @Test
    void screens_of_the_desk_know_one_another_in_one_direction() {
        slices().matching("dev.allclear.desk.console.(**)")
                .should()
                .beFreeOfCycles()
                .because("a screen is read together with what it is made of, and with nothing else: what two of them"
                        + " share stands below both")
                .check(Product.CLASSES);
    }

    @Test
    void facts_do_not_know_how_they_are_kept_shown_or_sent() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.allclear.status..", "dev.allclear.incident..", "dev.allclear.maintenance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.allclear.transaction..",
                        "dev.allclear.operation..",
                        "dev.allclear.publish..",
                        "dev.allclear.engine..",
                        "dev.allclear.page..",
                        "dev.allclear.delivery..",
                        "dev.allclear.wording..")
                .because("what is true stays true whoever stores it, shows it or mails it")
                .check(Product.CLASSES);
    }

    @Test
    void publishing_and_delivering_know_nothing_of_each_other() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.allclear.engine..", "dev.allclear.operation..")
                .because("either may die at any instant without harming the other")
                .check(Product.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.engine..")
                .should()
                // What the public may see is the same for a page and for a mail, so both read it in one way.
                .dependOnClassesThat(resideInAnyPackage("dev.allclear.publish..", "dev.allclear.operation..")
                        .and(not(type(Snapshot.class))))
                .because("either may die at any instant without harming the other")
                .check(Product.CLASSES);
    }

    @Test
    void a_rehearsal_can_reach_nobody() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.rehearsal..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "dev.allclear.operation..",
                                "dev.allclear.delivery..",
                                "dev.allclear.engine..",
                                "dev.allclear.keeping..",
                                "dev.allclear.publish..",
                                "dev.allclear.transaction..",
                                "dev.allclear.audience..")
                        .or(type(Incidents.class))
                        .or(type(Drafts.class))
                        .or(type(States.class)))
                .because("what is rehearsed must not be able to leave the room, whatever somebody writes there:"
                        + " everything it can touch is in Walls.Inside")
                .check(Product.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.desk.console.rehearsals..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "dev.allclear.delivery..",
                                "dev.allclear.engine..",
                                "dev.allclear.keeping..",
                                "dev.allclear.publish..")
                        .or(type(IncidentDesk.class))
                        .or(type(PromiseDesk.class))
                        .or(type(MaintenanceDesk.class))
                        .or(type(DeliveryDesk.class))
                        .or(type(SubscriptionDesk.class))
                        .or(type(Tx.class)))
                .because("its forms look like the real ones, so they must not know the doors of the real ones")
                .check(Product.CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Service|Helper|Utils?)")
                .because("these words fit anything; a name of the field tells a reader what to expect (STYLE.md)")
                .check(Product.CLASSES);
    }

    @Test
    void every_package_is_free_of_unmarked_nulls() {
        assertThat(packagesWithoutNullMarked(Product.CLASSES))
                .as("packages without a package-info.java with @NullMarked; without it null checks are off there")
                .isEmpty();
    }

    private static Iterable<String> packagesWithoutNullMarked(JavaClasses all) {
        return all.stream()
                // Templates are generated, and escape what they are given.
                .filter(not(resideInAPackage("..templates..")))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(one -> one.tryGetPackageInfo()
                        .map(info -> !info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .orElse(true))
                .map(one -> one.getName())
                .sorted()
                .toList();
    }
}
