package bakeoff.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The batch script of a folder: its array's tasks each run a shard, the job after them reports.
 *
 * @param program the words that start bakeoff
 * @param folder what jobs start in
 * @param logs a folder that is there
 * @param threads a trial computes with, at most
 * @param flags the user's for sbatch, a word or more each
 * @param run the words of {@code run} without the shard
 * @param reports for each folder, the words that compare its results
 */
public record SlurmScript(
    String name,
    List<String> program,
    Path folder,
    Path logs,
    int threads,
    List<String> flags,
    List<String> run,
    List<List<String>> reports,
    int shards) {

  /** Slurm tells a task that long before its time is up; a checkpoint takes seconds. */
  private static final int NOTICE_SECONDS = 120;

  private static final String PLAIN = "[A-Za-z0-9_./:=@%+,-]+";

  /** The whole text; array and dependency are for the command line. */
  public String text() {
    return """
        #!/bin/bash
        #SBATCH --job-name=%s
        #SBATCH --chdir=%s
        #SBATCH --output=%s/%%A_%%a.txt
        #SBATCH --open-mode=append
        #SBATCH --cpus-per-task=%d
        #SBATCH --requeue
        #SBATCH --signal=B:USR1@%d
        %s
        # Written by `bakeoff submit`. A task of the array is a shard of one trial: the first argument is what
        # to add to the task's number. With the argument `report` it is the job that runs after the array.
        # What has a result is not trained again, so a task may run, or be submitted, as often as need be.

        bakeoff=(%s)

        if [ "$1" = report ]; then
        %s  exec "${bakeoff[@]}" %s --dry-run
        fi

        # Time is nearly up: leave a checkpoint, and queue again, to go on from there. When Slurm preempts a
        # task, or its node is lost, it queues it again itself.
        trap 'again=yes; kill -TERM "$trial"' USR1
        trap 'kill -TERM "$trial"' TERM

        "${bakeoff[@]}" %s --shard "$(($1 + SLURM_ARRAY_TASK_ID))/%d" &
        trial=$!
        wait "$trial"
        status=$?
        while kill -0 "$trial" 2> /dev/null; do # a signal ends a wait early
          wait "$trial"
          status=$?
        done
        if [ "$again" ] && [ "$status" -gt 128 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 100 ]; then
          scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
        fi
        exit "$status"
        """
        .formatted(
            name,
            inComment(folder.toString()),
            inComment(logs.toString().replace("%", "%%")),
            threads,
            NOTICE_SECONDS,
            flags.stream().map(flag -> "#SBATCH " + flag + "\n").collect(Collectors.joining()),
            words(program),
            reports.stream()
                .map(report -> "  \"${bakeoff[@]}\" " + words(report) + "\n")
                .collect(Collectors.joining()),
            words(run),
            words(run),
            shards);
  }

  private static String words(List<String> words) {
    return words.stream().map(SlurmScript::inShell).collect(Collectors.joining(" "));
  }

  private static String inShell(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** How sbatch reads its own lines. */
  public static String inComment(String word) {
    return word.matches(PLAIN) ? word : "\"" + word.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
  }
}
