package bakeoff.spec;

import bakeoff.schema.Doc;

@Doc("(pixel - mean) / std, channel by channel, on both splits, after augmentation.")
public record Normalize(
    @Doc(value = "What is subtracted from pixels in [0, 1].", example = "0.5") Channels mean,
    @Doc(value = "What they are then divided by.", example = "0.5") Channels std) {}
