package bakeoff.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Slurm job array: task {@code t} of it is shard {@code offset + t}.
 *
 * @param tasks from 1, below what the cluster takes
 */
public record TaskArray(int offset, List<Integer> tasks) {

  public TaskArray {
    tasks = List.copyOf(tasks);
  }

  /** These shards in as few arrays as the largest number of a task allows. */
  public static List<TaskArray> of(SortedSet<Integer> shards, int largestTask) {
    TreeMap<Integer, List<Integer>> byOffset = new TreeMap<>();
    for (int shard : new TreeSet<>(shards)) {
      int offset = (shard - 1) / largestTask * largestTask;
      byOffset.computeIfAbsent(offset, none -> new ArrayList<>()).add(shard - offset);
    }
    List<TaskArray> arrays = new ArrayList<>();
    byOffset.forEach((offset, tasks) -> arrays.add(new TaskArray(offset, tasks)));
    return arrays;
  }

  /** As {@code sbatch --array} takes it: {@code 1-3,7,9-12%4}. */
  public String text(int atOnce) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tasks.size(); ) {
      int from = i;
      while (i + 1 < tasks.size() && tasks.get(i + 1) == tasks.get(i) + 1) {
        i++;
      }
      text.append(text.isEmpty() ? "" : ",").append(tasks.get(from));
      if (i > from) {
        text.append('-').append(tasks.get(i));
      }
      i++;
    }
    return atOnce < tasks.size() ? text + "%" + atOnce : text.toString();
  }
}
