package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each case is a block with `|` where a sentence ends: removing the bars must bring them back.
final class SentenceSplitterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // ordinary stops
        "It waits.| It serves.",
        "Is it fast?| Yes!| It is.",
        "One line.|\nThe next line.",
        "One line.|\nasyncio begins small.",
        "A sentence that runs\nover two lines.| Another.",
        "No stop at the end",
        "",
        "What?!| Really...| Yes.",
        "Colons: they end nothing; nor do semicolons.",
        // versions, decimals, names with dots
        "Node.js 24.18.0 is out.| Python 3.14 too.",
        "It runs on .NET 8 today.| .NET 10 follows.",
        "It needs Python 3.| Version 2 is gone.",
        "Pi is 3.14.| That is known.",
        "Express and Next.js differ.| Nest.js is another.",
        "It took 0.07 s.| Pure Python took 136 s.",
        "See https://nodejs.org/en/learn.| It explains.",
        "The file package.json is read.| Nothing else is.",
        "It reached 46,850 requests/s.| 10,000 connections stayed open.",
        "gRPC works.| gRPC is small at the start.",
        "Use JSON.| iOS clients parse it.",
        // abbreviations
        "Some frameworks, e.g. Express, are small.| Others are not.",
        "A runtime, i.e. Node.js, runs it.",
        "Node vs. Python is a common question.",
        "It has queues, caches, etc. and more.",
        "It has queues, caches, etc.| The rest is small.",
        "PEP No. 703 was accepted.| No.| It was not rejected.",
        "See Fig. 2 and pp. 3 of Vol. 7 for it.",
        "Approx. 16 million channels, max. 5 hosts.",
        "Smith et al. 2019 measured it.| Nobody else did.",
        "It came on Oct. 28 after Sept. 3.| Then it stayed.",
        "Amazon.com Inc. Web Services is large.",
        "It was sold to Oracle Corp. in 2010.",
        "It was sold to Oracle Corp.| The price was high.",
        "The U.S. Government uses it.| The U.K. follows.",
        "It started at 9 a.m. on Monday.",
        "It works in the U.S.| It also works elsewhere.",
        "Dr. Smith and Mr. J. Doe wrote it.| They said so.",
        "J. R. Smith wrote it.",
        "It is written in C.| Rust is newer.",
        "Step\n1. Do this.",
        // quotation marks, brackets, notes, emphasis
        "He said \"It is fast.\"| Nobody agreed.",
        "He said “Node is fast. Python is not.” and left.| Then it was quiet.",
        "It is fast (see the table. It is large).| It is cheap.",
        "It is fast.| (See the table.)| It is cheap.",
        "**It is fast.**| _It is cheap._",
        "It is fast.[1]| It is cheap.[^a]| End.",
        "An open ( bracket glues nothing.| See.",
        "\"Why?\" he asked.| \"Because.\"",
        "Call `a. B` first.| Then call `c()`.| `d()` is last.",
        "A [link. With stop](https://x.y/z.A) stays.| Next.",
        // ellipsis
        "It waits... and waits.| Then it serves...| Then it ends.",
        "It waits… and waits.",
        // other scripts and signs
        "节点很快。|它很便宜\uFF01|好。",
        "It works 🎉.| 🚀 It flies.",
        "It works!| 👩🏽‍💻 She wrote it.",
        "Élan is one.| Über is another.",
        "Is it \"fast\"?| It is."
      })
  void sentences_end_where_a_reader_ends_them(String marked) {
    String block = marked.replace("|", "");
    StringBuilder found = new StringBuilder(block);
    List<Slice> sentences = SentenceSplitter.split(block);
    for (int i = sentences.size() - 2; i >= 0; i--) {
      found.insert(sentences.get(i).end(), '|');
    }
    assertEquals(marked, found.toString());
  }

  @Test
  void a_combining_mark_stays_on_the_space_it_is_written_on() {
    assertEquals(1, SentenceSplitter.split("One. \u0301Two").size());
    assertEquals(1, SentenceSplitter.split("One!\uFE0FTwo").size());
  }

  @Test
  void no_break_spaces_around_a_sentence_are_not_its_own() {
    assertEquals(
        List.of(new Slice(1, 5), new Slice(6, 10)), SentenceSplitter.split(" One.\u00a0Two. "));
  }
}
