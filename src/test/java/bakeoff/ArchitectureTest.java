package bakeoff;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("bakeoff");

  /** A package, and those it may know. */
  private static final Map<String, List<String>> KNOWS = knows();

  private static Map<String, List<String>> knows() {
    List<String> bottom = List.of("problem", "schema", "chance");
    List<String> kinds =
        and(
            bottom,
            "initializer",
            "layer",
            "augment",
            "schedule",
            "optimizer",
            "loss",
            "claim",
            "dataset");
    List<String> results = and(kinds, "spec", "result");
    Map<String, List<String>> knows = new LinkedHashMap<>();
    bottom.forEach(name -> knows.put(name, List.of()));
    knows.put("stats", List.of());
    knows.put("initializer", bottom);
    knows.put("layer", and(bottom, "initializer"));
    knows.put("augment", bottom);
    knows.put("schedule", bottom);
    knows.put("optimizer", bottom);
    knows.put("loss", bottom);
    knows.put("claim", bottom);
    knows.put("dataset", bottom);
    knows.put("spec", kinds);
    knows.put("yaml", and(kinds, "spec"));
    knows.put("result", and(kinds, "spec"));
    knows.put("train", results);
    knows.put("tf", and(results, "train"));
    knows.put("run", and(results, "train"));
    knows.put("worker", and(results, "train", "tf", "run", "yaml"));
    knows.put("report.figure", List.of());
    knows.put("report.html", List.of());
    knows.put("text", and(kinds, "spec", "stats"));
    knows.put("report", and(results, "stats", "text", "report.figure", "report.html"));
    knows.put("compare", and(results, "yaml", "stats", "text"));
    knows.put("export", results);
    return knows;
  }

  private static List<String> and(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  static Set<String> packages() {
    return KNOWS.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsGoOneWay(String name) {
    List<String> known = KNOWS.getOrDefault(name, List.of());
    String[] allowed = and(known, name).stream().map(p -> "bakeoff." + p).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("bakeoff." + name)
        .should()
        .dependOnClassesThat(resideInAPackage("bakeoff..").and(not(resideInAnyPackage(allowed))))
        .because("bakeoff." + name + " may know " + known)
        .check(CLASSES);
  }

  @Test
  void everyPackageButTheCommandsHasItsRule() {
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(type -> found.add(type.getPackageName().replaceFirst("^bakeoff\\.", "")));
    found.remove("cli");
    assertEquals(new TreeSet<>(packages()), found);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("bakeoff.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void eachLibraryHasItsPlace() {
    onlyIn("bakeoff.tf", "org.tensorflow..");
    onlyIn("bakeoff.cli", "picocli..");
    onlyIn(List.of("bakeoff.stats", "bakeoff.initializer"), "org.apache.commons.math3..");
    onlyIn("bakeoff.report.html", "org.commonmark..");
  }

  private static void onlyIn(String place, String library) {
    onlyIn(List.of(place), library);
  }

  private static void onlyIn(List<String> places, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(places.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
