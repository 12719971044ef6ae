package dev.backendadvisor.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What could still be asked, and whether it could change who is ahead. Exact on the closed form.
final class Interview {
  private final Board board;
  private final List<Open> open;

  /// @param open the questions nobody has answered
  Interview(Board board, List<Open> open) {
    this.board = board;
    this.open = List.copyOf(open);
  }

  /// A question nobody has answered.
  ///
  /// @param criterion the criterion's place on the board
  /// @param answers what may be said
  record Open(int criterion, List<Answer> answers) {
    Open {
      answers = List.copyOf(answers);
    }
  }

  /// Something that may be said.
  ///
  /// @param choice as it is offered
  /// @param ratings the criterion's point ratings then, by option
  record Answer(Recommendation.Choice choice, double[] ratings) {}

  /// Whether no single answer changes who is ahead.
  boolean settled() {
    int winner = board.winner();
    return open.stream().noneMatch(question -> changes(question, winner));
  }

  private boolean changes(Open question, int winner) {
    return question.answers().stream()
        .anyMatch(answer -> after(question, answer).winner() != winner);
  }

  /// Whether no combination of answers does, some questions perhaps left open. With shares over
  /// their common divisor, the lead of one option over another is a sum with one term a question,
  /// so each question's worst answer for that lead can be found by itself.
  boolean proven() {
    int winner = board.winner();
    for (int rival = 0; rival < board.options().size(); rival++) {
      if (rival != winner && couldOvertake(winner, rival)) {
        return false;
      }
    }
    return true;
  }

  private boolean couldOvertake(int winner, int rival) {
    double fixedLead = 0;
    double left = 1;
    for (int at = 0; at < board.criteria().size(); at++) {
      if (board.hasFixedShare(at)) {
        fixedLead += board.share(at) * (board.middle(at, winner) - board.middle(at, rival)) / 4;
        left -= board.share(at);
      }
    }
    double lead = 0;
    double ratios = 0;
    for (int at = 0; at < board.criteria().size(); at++) {
      if (!board.hasFixedShare(at)) {
        Term worst = worst(at, winner, rival, fixedLead, Math.max(0, left));
        lead += worst.lead();
        ratios += worst.ratio();
      }
    }
    double least = ratios == 0 ? fixedLead : lead / ratios;
    return least < -Board.SAME || (Math.abs(least) <= Board.SAME && rival < winner);
  }

  private Term worst(int criterion, int winner, int rival, double fixedLead, double left) {
    Term worst =
        new Term(
            board.ratio(criterion)
                * (fixedLead
                    + left
                        * (board.middle(criterion, winner) - board.middle(criterion, rival))
                        / 4),
            board.ratio(criterion));
    for (Open question : open) {
      if (question.criterion() == criterion) {
        for (Answer answer : question.answers()) {
          int ratio = answer.choice().importance().ratio();
          double lead =
              ratio * (fixedLead + left * (answer.ratings()[winner] - answer.ratings()[rival]) / 4);
          if (lead < worst.lead()) {
            worst = new Term(lead, ratio);
          }
        }
      }
    }
    return worst;
  }

  private record Term(double lead, double ratio) {}

  /// The question whose answer is worth most: by how much the choice made with it is expected to
  /// score above the choice made without it, all its answers being as likely. None when no answer
  /// to any changes the choice.
  Optional<Recommendation.NextQuestion> next() {
    Optional<Recommendation.NextQuestion> best = Optional.empty();
    double most = -1;
    for (Open question : open) {
      double worth = worth(question);
      if (worth > most + Board.SAME && changes(question, board.winner())) {
        most = worth;
        best =
            Optional.of(
                new Recommendation.NextQuestion(
                    board.criteria().get(question.criterion()),
                    question.answers().stream().map(Answer::choice).toList()));
      }
    }
    return best;
  }

  private double worth(Open question) {
    int winner = board.winner();
    double gain = 0;
    for (Answer answer : question.answers()) {
      Board then = after(question, answer);
      gain += then.score(then.winner()) - then.score(winner);
    }
    return gain / question.answers().size();
  }

  private Board after(Open question, Answer answer) {
    return board.answered(
        question.criterion(), answer.choice().importance().ratio(), answer.ratings());
  }

  /// The questions, for those who answer them one by one.
  List<Open> open() {
    return new ArrayList<>(open);
  }
}
