package bakeoff.result;

import java.util.List;

/** Which data a trial saw. */
public record DataFacts(String name, String digest, List<String> classes, int testImages) {}
