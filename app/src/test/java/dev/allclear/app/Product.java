package dev.allclear.app;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// Every class of the product as it was compiled, for the rules about its shape; the testkit and the benchmarks are
/// none of it.
final class Product {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit") && !location.contains("bench"))
            .importPackages("dev.allclear");

    private static final String[] OUTSIDE_CORE = {
        "dev.allclear.store..",
        "dev.allclear.channels..",
        "dev.allclear.kafka..",
        "dev.allclear.edge..",
        "dev.allclear.desk..",
        "dev.allclear.app.."
    };

    private Product() {}

    /// What stands in no other module's package is core's.
    static DescribedPredicate<JavaClass> core() {
        return JavaClass.Predicates.resideOutsideOfPackages(OUTSIDE_CORE)
                .and(JavaClass.Predicates.resideInAPackage("dev.allclear.."))
                .as("classes of core");
    }
}
