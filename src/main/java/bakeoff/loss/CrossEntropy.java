package bakeoff.loss;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Cross-entropy of the outputs' softmax.")
@Synonyms({"categorical_crossentropy", "sparse_categorical_crossentropy", "softmax"})
public record CrossEntropy(
    @Doc(
            "In training, the share of the target that is spread evenly over all classes (Szegedy and"
                + " others 2016); test losses are of the plain labels.")
        @Default("0")
        @Range(min = 0, below = 1)
        double labelSmoothing)
    implements Loss {}
