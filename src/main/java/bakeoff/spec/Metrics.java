package bakeoff.spec;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import org.jspecify.annotations.Nullable;

@Doc("More figures of the test images than accuracy and loss.")
public record Metrics(
    @Doc(
            value =
                "The share of test images whose class is among so many with the largest outputs; of equal"
                    + " outputs the first class counts as larger.",
            example = "5")
        @Range(min = 2, max = 65_536)
        @Synonyms({"topk", "top_k_accuracy", "top5"})
        @Nullable Integer topK,
    @Doc(
            "Whether the report shows precision, recall and F1 of each class and their means. They follow"
                + " from the results there are: nothing is trained again for them.")
        @Default("false")
        @Synonyms({"precision", "recall", "f1", "classification_report"})
        boolean perClass) {}
