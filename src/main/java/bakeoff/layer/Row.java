package bakeoff.layer;

/**
 * What {@code show} says of one layer.
 *
 * @param arithmetic where the output shape comes from; empty if it is the input's
 * @param flops of a forward pass of one example; a multiply-add counts two, and only convolutions
 *     and matrix products count
 */
public record Row(Layer layer, Shape output, String arithmetic, long parameters, long flops) {}
