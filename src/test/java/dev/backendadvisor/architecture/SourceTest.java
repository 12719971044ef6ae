package dev.backendadvisor.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the compiler does not ask of the sources under src/main.
class SourceTest {
  private static final List<CompilationUnitTree> UNITS = new ArrayList<>();
  private static SourcePositions positions;

  @BeforeAll
  static void parse() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    List<Path> sources;
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
      sources = walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                files,
                null,
                List.of("-proc:none"),
                null,
                files.getJavaFileObjectsFromPaths(sources));
    task.parse().forEach(UNITS::add);
    positions = Trees.instance(task).getSourcePositions();
    assertFalse(UNITS.isEmpty());
  }

  @Test
  void whatever_others_may_call_says_what_it_is() throws IOException {
    List<String> silent = new ArrayList<>();
    for (CompilationUnitTree unit : UNITS) {
      String source = unit.getSourceFile().getCharContent(true).toString();
      unit.accept(
          new TreeScanner<Void, Void>() {
            private ClassTree around;

            @Override
            public Void visitClass(ClassTree type, Void nothing) {
              if (!visible(type.getModifiers())) {
                return null;
              }
              ask(type, type.getSimpleName().toString());
              ClassTree outer = around;
              around = type;
              type.getMembers().forEach(member -> member.accept(this, nothing));
              around = outer;
              return null;
            }

            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
              boolean written = positions.getStartPosition(unit, method) >= 0;
              if (written && visible(method.getModifiers()) && !overrides(method)) {
                ask(method, around.getSimpleName() + "." + method.getName());
              }
              return null;
            }

            private boolean visible(ModifiersTree modifiers) {
              boolean inherited = around != null && around.getKind() == Tree.Kind.INTERFACE;
              return modifiers.getFlags().contains(Modifier.PUBLIC)
                  || inherited && !modifiers.getFlags().contains(Modifier.PRIVATE);
            }

            private boolean overrides(MethodTree method) {
              return method.getModifiers().getAnnotations().stream()
                  .anyMatch(
                      annotation -> annotation.getAnnotationType().toString().equals("Override"));
            }

            private void ask(Tree tree, String name) {
              int start = (int) positions.getStartPosition(unit, tree);
              String[] before = source.substring(0, start).stripTrailing().split("\n", -1);
              if (!before[before.length - 1].strip().startsWith("///")) {
                silent.add(place(unit, tree) + " " + name);
              }
            }
          },
          null);
    }
    assertTrue(
        silent.isEmpty(),
        () -> "public, but without a /// comment saying what it is:\n" + String.join("\n", silent));
  }

  @Test
  void every_package_is_null_marked() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java/dev/backendadvisor"))) {
      for (Path folder : walk.filter(Files::isDirectory).skip(1).toList()) {
        Path story = folder.resolve("package-info.java");
        assertTrue(
            Files.exists(story) && Files.readString(story).contains("\n@NullMarked\n"),
            () -> story + " should be annotated @NullMarked and say what the package is");
      }
    }
  }

  @Test
  void a_switch_over_a_sealed_interface_names_every_case() {
    Set<String> variants = new HashSet<>();
    UNITS.forEach(unit -> unit.accept(new SealedVariants(variants), null));
    assertTrue(variants.contains("Said"), "the variants of AnswerEvent should have been found");

    List<String> lenient = new ArrayList<>();
    for (CompilationUnitTree unit : UNITS) {
      unit.accept(
          new TreeScanner<Void, Void>() {
            @Override
            public Void visitSwitch(SwitchTree tree, Void nothing) {
              look(tree, tree.getCases());
              return super.visitSwitch(tree, nothing);
            }

            @Override
            public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
              look(tree, tree.getCases());
              return super.visitSwitchExpression(tree, nothing);
            }

            private void look(Tree tree, List<? extends CaseTree> cases) {
              boolean overVariants =
                  cases.stream()
                      .flatMap(one -> one.getLabels().stream())
                      .anyMatch(
                          label ->
                              label instanceof PatternCaseLabelTree pattern
                                  && variants.contains(typeOf(pattern.getPattern())));
              boolean hasDefault =
                  cases.stream()
                      .flatMap(one -> one.getLabels().stream())
                      .anyMatch(DefaultCaseLabelTree.class::isInstance);
              if (overVariants && hasDefault) {
                lenient.add(place(unit, tree));
              }
            }
          },
          null);
    }
    assertEquals(
        List.of(), lenient, "a default hides the variant that is added to a sealed type later");
  }

  @Test
  void nothing_is_imported_by_star() {
    List<String> stars = new ArrayList<>();
    for (CompilationUnitTree unit : UNITS) {
      for (ImportTree imported : unit.getImports()) {
        if (imported.getQualifiedIdentifier().toString().endsWith(".*")) {
          stars.add(place(unit, imported));
        }
      }
    }
    assertEquals(List.of(), stars, "a reader should see where each name comes from");
  }

  private static String typeOf(PatternTree pattern) {
    String type =
        switch (pattern) {
          case BindingPatternTree binding -> String.valueOf(binding.getVariable().getType());
          case DeconstructionPatternTree record -> record.getDeconstructor().toString();
          default -> "";
        };
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String place(CompilationUnitTree unit, Tree tree) {
    return Path.of(unit.getSourceFile().toUri()).getFileName()
        + ":"
        + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  /// Collects the simple names of the types that implement a sealed interface.
  private static final class SealedVariants extends TreeScanner<Void, Void> {
    private final Set<String> sealed = new HashSet<>();
    private final Set<String> variants;

    SealedVariants(Set<String> variants) {
      this.variants = variants;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
        sealed.add(type.getSimpleName().toString());
        type.getPermitsClause().forEach(permitted -> variants.add(permitted.toString()));
      }
      boolean variant =
          type.getImplementsClause().stream()
              .anyMatch(parent -> sealed.contains(parent.toString()));
      if (variant) {
        variants.add(type.getSimpleName().toString());
      }
      return super.visitClass(type, nothing);
    }
  }
}
