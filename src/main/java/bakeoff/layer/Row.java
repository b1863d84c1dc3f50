package bakeoff.layer;

/**
 * What {@code show} says of one layer, or of one part of a composite layer. Numbers are its own:
 * those of the layers in it are in their rows.
 *
 * @param depth in how many composite layers it stands
 * @param composite whether it is made of the rows that follow it
 * @param arithmetic where the output shape comes from; empty if it is the input's
 * @param parameters weights, trainable or not
 * @param frozen those of them that are not trainable
 * @param statistics numbers that follow from the images a layer has seen: running means, variances
 * @param flops of a forward pass of one example; a multiply-add counts two, and only convolutions
 *     and matrix products count
 */
public record Row(
    String name,
    int depth,
    boolean composite,
    Shape output,
    String arithmetic,
    long parameters,
    long frozen,
    long statistics,
    long flops) {}
