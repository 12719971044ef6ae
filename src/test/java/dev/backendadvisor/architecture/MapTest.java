package dev.backendadvisor.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.CitationCheck;
import dev.backendadvisor.architecture.HouseMap.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the code to the map in README.md.
class MapTest {
  private static final HouseMap MAP = HouseMap.read();
  private static final JavaClasses CODE =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  /// What every package may use.
  private static final String[] EVERYWHERE = {"java..", "org.jspecify.."};

  @Test
  void the_map_lists_the_packages_that_exist() {
    Set<String> existing =
        CODE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        MAP.rooms().values().stream()
            .map(Room::packageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(listed, existing, "README.md's map and the code name different packages");
  }

  @Test
  void a_row_names_only_rows_above_it() {
    List<String> above = new ArrayList<>();
    for (Room room : MAP.rooms().values()) {
      for (String imported : room.imports()) {
        assertTrue(
            above.contains(imported),
            () -> "README.md's map reads bottom-up, but " + room.name() + " imports " + imported);
      }
      above.add(room.name());
    }
  }

  @TestFactory
  Stream<DynamicTest> a_package_imports_only_what_its_row_names() {
    return MAP.rooms().values().stream()
        .map(
            room -> {
              String[] allowed =
                  Stream.concat(
                          Stream.of(room.packageName()),
                          room.imports().stream().map(name -> HouseMap.ROOT + "." + name))
                      .toArray(String[]::new);
              return DynamicTest.dynamicTest(
                  room.name(),
                  () ->
                      noClasses()
                          .that()
                          .resideInAPackage(room.packageName())
                          .should()
                          .dependOnClassesThat(
                              resideInAnyPackage(HouseMap.ROOT + "..")
                                  .and(resideOutsideOfPackages(allowed)))
                          .because("the map in README.md gives this package no such import")
                          .check(CODE));
            });
  }

  @TestFactory
  Stream<DynamicTest> a_package_uses_only_the_libraries_its_row_names() {
    return MAP.rooms().values().stream()
        .map(
            room -> {
              String[] allowed =
                  Stream.concat(
                          Stream.of(EVERYWHERE),
                          Stream.concat(
                              Stream.of(HouseMap.ROOT + ".."),
                              room.libraries().stream().map(library -> library + "..")))
                      .toArray(String[]::new);
              return DynamicTest.dynamicTest(
                  room.name(),
                  () ->
                      noClasses()
                          .that()
                          .resideInAPackage(room.packageName())
                          .should()
                          .dependOnClassesThat(resideOutsideOfPackages(allowed).and(aType()))
                          .because(
                              "one library has one home, so that replacing it opens one folder;"
                                  + " the last column of the map in README.md says which")
                          .check(CODE));
            });
  }

  @Test
  void packages_make_no_cycle() {
    slices()
        .matching(HouseMap.ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("packages in a knot can only be read together")
        .check(CODE);
  }

  @Test
  void the_faces_are_public_types() {
    for (Room room : MAP.rooms().values()) {
      assertFalse(room.face().isEmpty(), () -> room.name() + " has no face in README.md's map");
      for (String face : room.face()) {
        String type = room.packageName() + "." + face;
        assertTrue(
            CODE.contain(type) && CODE.get(type).getModifiers().contains(JavaModifier.PUBLIC),
            () -> "README.md's map shows " + type + ", which is no public type");
      }
    }
  }

  @Test
  void a_package_says_to_start_where_the_map_says() throws IOException {
    for (Room room : MAP.rooms().values()) {
      Path story =
          Path.of("src/main/java", room.packageName().replace('.', '/'), "package-info.java");
      String start = "[" + room.face().getFirst() + "]";
      assertTrue(
          Files.readString(story).contains("Start at " + start),
          () -> story + " should say 'Start at " + start + "', as README.md's map does");
    }
  }

  @Test
  void only_the_citation_check_makes_answers() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(CitationCheck.class)
        .should()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "the target is an Answer or a CheckedSentence",
                call ->
                    call.getTargetOwner().isEquivalentTo(Answer.class)
                        || call.getTargetOwner().isEquivalentTo(CheckedSentence.class)))
        .because("an unchecked sentence must not reach a visitor")
        .check(CODE);
  }

  private static DescribedPredicate<JavaClass> aType() {
    return DescribedPredicate.describe(
        "are types", type -> !type.getBaseComponentType().isPrimitive());
  }
}
