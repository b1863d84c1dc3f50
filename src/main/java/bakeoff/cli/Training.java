package bakeoff.cli;

import bakeoff.run.Places;
import bakeoff.run.Plan;
import bakeoff.run.Scheduler;
import bakeoff.run.Speed;
import bakeoff.train.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** The training of a plan, watched, until it is done or a signal ends the program. */
final class Training {

  private Training() {}

  /** False if a trial failed or diverged. */
  static boolean of(
      Plan plan,
      Places places,
      Device device,
      Scheduler.Limits limits,
      Speed speed,
      Supplier<Standings> standings,
      PrintWriter err)
      throws IOException, InterruptedException {
    if (plan.trials().isEmpty()) {
      return true;
    }
    try (RunView view = RunView.on(err, standings)) {
      Scheduler scheduler = new Scheduler(plan, places, device, limits, speed, view);
      Thread onInterrupt = new Thread(() -> interrupt(scheduler, view, err), "interrupt");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      Scheduler.Tally tally;
      try {
        tally = scheduler.run();
      } catch (IOException | RuntimeException e) {
        forget(onInterrupt); // nobody interrupted, and nothing should say so
        throw e;
      }
      if (scheduler.isStopping()) {
        onInterrupt.join(); // the hook says the last words, and the signal the exit code
        Thread.sleep(Long.MAX_VALUE);
      }
      forget(onInterrupt);
      return tally.failed() + tally.diverged() == 0;
    }
  }

  private static void forget(Thread onInterrupt) {
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      // somebody did interrupt
    }
  }

  private static void interrupt(Scheduler scheduler, RunView view, PrintWriter err) {
    scheduler.halt();
    view.close();
    err.println("interrupted; leaving checkpoints …");
    try {
      scheduler.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    err.println("what was finished is kept; the same command goes on from here");
    err.flush();
  }
}
