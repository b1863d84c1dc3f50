package bakeoff.spec;

import bakeoff.schedule.Schedule;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Some epochs with one learning-rate schedule; optimizer state goes on from phase to phase.")
public record Phase(
    @Doc(value = "How often every training image is seen.", example = "22")
        @Range(min = 1, max = 1_000_000)
        int epochs,
    @Doc(value = "A number, or a schedule over this phase.", example = "0.001")
        @Synonyms({"lr", "rate"})
        Schedule learningRate) {}
