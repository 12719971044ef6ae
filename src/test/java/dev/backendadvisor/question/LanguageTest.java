package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which language a question is in.
final class LanguageTest {
  private static final Pattern QUESTION =
      Pattern.compile("\"question\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static Optional<String> name(String words) {
    return Language.of(words).map(Language::name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "German | Ist Node.js schneller als Python?",
        "German | node oder python für einen chat",
        "German | Welche Sprache soll ich lernen?",
        "German | Wie lange wird Java 21 unterstützt?",
        "French | Quel est le meilleur langage pour un serveur de chat ?",
        "French | Node.js est plus rapide que Python ?",
        "Spanish | ¿Cuál es mejor para una API, Node o Python?",
        "Spanish | qué lenguaje debería aprender",
        "Italian | Qual è meglio per una chat, Node.js o Java?",
        "Portuguese | Devo usar Python ou Java para aprender programação?",
        "Dutch | Welke taal moet ik leren, Python of Java?",
        "Polish | Czy Java jest szybsza niż Python?",
        "Swedish | Vilket språk ska jag lära mig?",
        "Turkish | Hangisi daha hızlı, Node.js mi Python mı?",
        "Russian | Что быстрее, Node.js или Python?",
        "Chinese | Node.js 和 Python 哪个更快？",
        "Japanese | PythonとJavaではどちらが速いですか",
        "Korean | 파이썬과 자바 중 무엇을 배워야 하나요?",
        "Arabic | هل بايثون أسرع من جافا؟",
        "Hindi | क्या Python Java से तेज़ है?"
      })
  void a_question_shows_its_language(String language, String words) {
    assertEquals(Optional.of(language), name(words));
  }

  @Test
  void english_questions_are_english_however_they_are_typed() throws IOException {
    for (String line : Files.readAllLines(Path.of("corpus/golden/questions.jsonl"))) {
      var question = QUESTION.matcher(line);
      if (question.find()) {
        assertEquals(Optional.empty(), name(question.group(1)), question.group(1));
      }
    }
    for (String words :
        List.of("node vs python", "", "?!", "naïve café in São Paulo: use Node?", "μs latency")) {
      assertEquals(Optional.empty(), name(words), words);
    }
  }
}
