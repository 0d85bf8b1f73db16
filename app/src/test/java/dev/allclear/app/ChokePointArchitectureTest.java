package dev.allclear.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import dev.allclear.app.demo.DemoStory;
import dev.allclear.app.holding.HoldingFolder;
import dev.allclear.app.machine.DataFolder;
import dev.allclear.app.machine.OwnFile;
import dev.allclear.audience.Subscribers;
import dev.allclear.delivery.Deliveries;
import dev.allclear.delivery.Outbox;
import dev.allclear.desk.Desk;
import dev.allclear.edge.SiteFolder;
import dev.allclear.incident.Incidents;
import dev.allclear.journal.Journal;
import dev.allclear.maintenance.Maintenances;
import dev.allclear.page.Pages;
import dev.allclear.people.Accounts;
import dev.allclear.people.ApiKeys;
import dev.allclear.status.Catalogues;
import io.vertx.core.Handler;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// One class per danger, and nobody goes round it: the choke points of ARCHITECTURE.md.
class ChokePointArchitectureTest {

    @Test
    void only_the_store_speaks_to_databases() {
        outside("dev.allclear.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jooq..",
                        "java.sql..",
                        "javax.sql..",
                        "com.zaxxer..",
                        "org.flywaydb..",
                        "org.sqlite..",
                        "org.postgresql..")
                .because("the same contract must hold on SQLite and PostgreSQL, and it is the store that signed it")
                .check(Product.CLASSES);
    }

    @Test
    void only_the_email_channel_writes_mails() {
        // The mailbox of returned mail is read with them, and nothing is written there.
        outside("dev.allclear.channels.email..", "dev.allclear.channels.inbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .because("a header can't be forged where one class alone writes headers: MailWriter")
                .check(Product.CLASSES);
    }

    @Test
    void only_sanitised_markdown_makes_html_of_what_people_typed() {
        outside("dev.allclear.edge.markdown..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.commonmark..", "org.owasp..")
                .because("no operator text is shown as HTML that SanitisedMarkdown did not make; others ask the port"
                        + " core/wording/Markdown")
                .check(Product.CLASSES);
    }

    @Test
    void time_and_chance_are_handed_in() {
        noClasses()
                .that(DescribedPredicate.not(anyOf(
                        "dev.allclear.app.machine..", // chance from the operating system
                        "dev.allclear.app.command..", // the demo's story begins now
                        "dev.allclear.app"))) // Allclear and Offline make the clock that they hand in
                .and()
                // The demo's chance is seeded, so that the story is the same each time.
                .resideOutsideOfPackage(DemoStory.class.getPackageName())
                .should()
                .callCodeUnitWhere(readsClockOrTakesChance())
                .because("what reads no clock and throws no dice can be tested at any hour: take an InstantSource and"
                        + " an Entropy from app/Allclear. Only System.nanoTime, which knows lengths and no times,"
                        + " is free")
                .check(Product.CLASSES);
    }

    @Test
    void the_demo_takes_its_chance_from_its_seed_alone() {
        noClasses()
                .that()
                .resideInAPackage(DemoStory.class.getPackageName())
                .should()
                .callCodeUnitWhere(readsClockOrTakesChance()
                        .and(DescribedPredicate.not(target(owner(name(Random.class.getName()))))))
                .because("the same start and seed tell the same story")
                .check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> readsClockOrTakesChance() {
        return calls(Clock.class, "system.*|tick.*")
                .or(calls(InstantSource.class, "system"))
                .or(target(owner(DescribedPredicate.describe(
                                "a class of java.time",
                                type -> type.getPackageName().equals("java.time"))))
                        .and(target(name("now"))))
                .or(calls(System.class, "currentTimeMillis"))
                .or(calls(Random.class, "<init>"))
                .or(calls(SecureRandom.class, "<init>|getInstance.*"))
                .or(calls(ThreadLocalRandom.class, "current"))
                .or(calls(Math.class, "random"))
                .or(calls(UUID.class, "randomUUID"))
                .as("read the clock or take chance");
    }

    @Test
    void the_desk_changes_things_by_the_front_doors_alone() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.desk..")
                .should()
                .callMethodWhere(calls(Journal.class, "append")
                        .or(calls(Incidents.class, "add|save"))
                        .or(calls(Maintenances.class, "add|save"))
                        .or(calls(Pages.class, "add|save"))
                        .or(calls(Catalogues.class, "save"))
                        .or(calls(Subscribers.class, "save|erase"))
                        .or(calls(Accounts.class, "save|remove"))
                        .or(calls(ApiKeys.class, "add|revoke"))
                        .or(calls(Outbox.class, "add"))
                        .or(calls(Deliveries.class, "add|record|retry"))
                        .as("save, announce or write the journal"))
                .because("a change, its journal line and the news of it belong to one transaction, written once in"
                        + " core/operation; what each screen wrote by itself, the next one forgot")
                .check(Product.CLASSES);
    }

    @Test
    void only_desk_web_gives_routes_to_the_server() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.desk..")
                .and()
                .resideOutsideOfPackage("dev.allclear.desk.web..")
                .and()
                .doNotBelongToAnyOf(Desk.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("a route exists only with the right it needs, in desk/web/Routes; screens get an Ask and give"
                        + " an Answer, on a virtual thread, where they may block")
                .check(Product.CLASSES);
        noClasses()
                .that()
                .belongToAnyOf(Desk.class)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "the server, other than to hand on its handler",
                        type -> type.getPackageName().startsWith("io.vertx")
                                && !Set.of(Handler.class.getName(), "io.vertx.core.http.HttpServerRequest")
                                        .contains(type.getName())))
                .because("the desk as a whole is one handler, and nothing more of the server")
                .check(Product.CLASSES);
    }

    @Test
    void only_edge_desk_and_app_know_the_server() {
        noClasses()
                .that(DescribedPredicate.not(anyOf("dev.allclear.edge..", "dev.allclear.desk..", "dev.allclear.app..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("neither stored state nor mails have anything to do with HTTP")
                .check(Product.CLASSES);
    }

    @Test
    void edge_touches_no_files_but_the_site_folder() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.edge..")
                .and()
                .doNotBelongToAnyOf(SiteFolder.class)
                .should()
                .callCodeUnitWhere(calls(Files.class, ".*")
                        .or(calls(FileChannel.class, "open"))
                        .or(calls(FileInputStream.class, ".*"))
                        .or(calls(FileOutputStream.class, ".*"))
                        .or(calls(FileReader.class, ".*"))
                        .or(calls(FileWriter.class, ".*"))
                        .or(calls(RandomAccessFile.class, ".*"))
                        .as("open files"))
                .because("readers are served from memory; SiteFolder writes on a thread of its own, and resources come"
                        + " out of the jar once, at the start")
                .check(Product.CLASSES);
    }

    @Test
    void edge_never_waits() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.edge..")
                .should()
                .callCodeUnitWhere(calls(Thread.class, "sleep|join")
                        .or(calls(Future.class, "get"))
                        .or(calls(CompletableFuture.class, "get|join"))
                        .or(calls(io.vertx.core.Future.class, "await"))
                        .or(calls(CountDownLatch.class, "await"))
                        .or(calls(Semaphore.class, "acquire.*"))
                        .or(calls(BlockingQueue.class, "take|put"))
                        .or(calls(Object.class, "wait"))
                        .as("wait"))
                .because(
                        "an event loop that waits for one reader keeps thousands waiting: chain with map and onSuccess")
                .check(Product.CLASSES);
    }

    @Test
    void logs_go_through_slf4j_beside_vertx_and_through_system_logger_elsewhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
                .because("all that is logged comes to one place in the end, and is formatted there")
                .check(Product.CLASSES);
        outside("dev.allclear.edge..", "dev.allclear.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .because("SLF4J is what Vert.x brings; the rest logs with the JDK alone")
                .check(Product.CLASSES);
        noClasses()
                .that(anyOf("dev.allclear.edge..", "dev.allclear.desk.."))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class)
                .because("one module logs one way")
                .check(Product.CLASSES);
        outside("dev.allclear.app.command..")
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "System.out or System.err",
                        access -> access.getTarget().getOwner().isEquivalentTo(System.class)
                                && access.getTarget().getRawType().isEquivalentTo(PrintStream.class)))
                .because("commands speak to the person who typed them; everything else logs")
                .check(Product.CLASSES);
    }

    @Test
    void only_the_data_folder_makes_secrets_on_disk() {
        noClasses()
                .that()
                .resideInAPackage("dev.allclear.app..")
                .and()
                .doNotBelongToAnyOf(DataFolder.class, OwnFile.class, HoldingFolder.class)
                .should()
                .callMethodWhere(calls(Files.class, "write.*|newOutputStream|newBufferedWriter|move|createTempFile"))
                .because("files that are the installation's own are made with the right permissions in one place; only"
                        + " the holding page is for everybody to read")
                .check(Product.CLASSES);
    }

    private static GivenClassesConjunction outside(String... packages) {
        return noClasses().that(DescribedPredicate.not(anyOf(packages)));
    }

    private static DescribedPredicate<JavaClass> anyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    /// A call of such a method of that class, or of one derived from it.
    private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String method) {
        return target(owner(assignableTo(owner)))
                .and(target(nameMatching(method)))
                .forSubtype();
    }
}
