package oxus.ingest.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import oxus.ingest.GoldFiles;
import oxus.ingest.evaluate.Evaluation;
import oxus.ingest.evaluate.EvaluationTable;
import oxus.ingest.evaluate.JudgedArticle;
import oxus.ingest.extract.HeldOut.Sifted;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Scores the tuning articles as if unseen: each part of them by weights that only the others
 * taught. The rules have seen them all. Run as docs/extraction.md says.
 */
final class CrossValidation {
  private CrossValidation() {}

  public static void main(String[] arguments) {
    Theatre theatre = TheatreLoader.shipped();
    Path gold = GoldFiles.shipped(Path.of(""));
    HeldOut heldOut = new HeldOut(theatre, gold, TrainingSet.read(theatre, gold));
    List<Sifted> sifted = heldOut.sifted();
    SieveTrainer trainer = new SieveTrainer(new Bearings(theatre));
    List<JudgedArticle> judged = new ArrayList<>();
    for (int part = 0; part < HeldOut.PARTS; part++) {
      int held = part;
      List<Sifted> rest = sifted.stream().filter(article -> article.part() != held).toList();
      judged.addAll(heldOut.judged(part, new SieveWeights(trainer.train(rest))));
    }
    Evaluation evaluation = new Evaluation(judged);
    if (List.of(arguments).contains("--details")) {
      EvaluationTable.details(evaluation).forEach(System.out::println);
    }
    EvaluationTable.of(evaluation).forEach(System.out::println);
  }
}
