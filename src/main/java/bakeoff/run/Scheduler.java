package bakeoff.run;

import static java.util.stream.Collectors.toSet;

import bakeoff.result.Outcome;
import bakeoff.result.ResultStore;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import bakeoff.train.Observer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Trains a plan's trials in worker processes: the longest that fits the free cores first. A worker
 * takes several trials in turn, if they want the same number of threads and none failed.
 */
public final class Scheduler {

  private static final long PATIENCE_SECONDS = 30;
  private static final long LONG_TURN_NANOS = 30_000_000_000L;

  private final Plan plan;
  private final Places places;
  private final Device device;
  private final Limits limits;
  private final Speed speed;
  private final RunObserver observer;
  private final List<Plan.Planned> waiting;
  private final Map<WorkerProcess, RunningTrial> running = new ConcurrentHashMap<>();
  private final BlockingQueue<WorkerProcess.Message> messages = new LinkedBlockingQueue<>();
  private final WorkerPool workers;
  private volatile boolean stopping;
  private int failed;
  private int diverged;

  /**
   * When a trial is given up.
   *
   * @param trialSeconds its whole time
   * @param silenceSeconds without any sign of life
   */
  public record Limits(double trialSeconds, double silenceSeconds) {}

  /** How many trials ended badly. */
  public record Tally(int failed, int diverged) {}

  public Scheduler(
      Plan plan, Places places, Device device, Limits limits, Speed speed, RunObserver observer) {
    this.plan = plan;
    this.places = places;
    this.device = device;
    this.limits = limits;
    this.speed = speed;
    this.observer = observer;
    this.waiting = new ArrayList<>(plan.trials());
    this.workers = new WorkerPool(device, plan.cores(), places.runs(), messages);
  }

  private boolean isStored(Trial trial) {
    return TrialState.of(trial, new ResultStore(places.results())) == TrialState.CURRENT;
  }

  /** Returns when all trials have ended, or after {@link #stop}. */
  public Tally run() throws IOException, InterruptedException {
    try {
      startWhatFits();
      long turn = System.nanoTime();
      while (!running.isEmpty()) {
        WorkerProcess.Message message = messages.poll(1, TimeUnit.SECONDS);
        for (; message != null; message = messages.poll()) {
          handle(message);
        }
        long now = System.nanoTime();
        if (now - turn > LONG_TURN_NANOS) { // this process was stopped, and they too
          running.values().forEach(RunningTrial::hear);
        }
        turn = now;
        killTheHopeless();
        startWhatFits();
        workers.keepOnly(waiting.stream().map(Plan.Planned::threads).collect(toSet()));
        observer.tick(waiting.size(), secondsLeft());
      }
    } finally {
      workers.end();
      if (!running.isEmpty()) { // something is wrong here: a full disk, say
        stop();
      }
    }
    return new Tally(failed, diverged);
  }

  private void startWhatFits() throws IOException, InterruptedException {
    for (int i = 0; i < waiting.size() && !stopping; ) {
      Plan.Planned next = waiting.get(i);
      if (running.size() < plan.jobs() && fits(next)) {
        waiting.remove(i);
        start(next);
      } else {
        i++;
      }
    }
  }

  private boolean fits(Plan.Planned next) {
    int busy = running.values().stream().mapToInt(now -> workers.units(now.threads())).sum();
    return running.isEmpty() || busy + workers.units(next.threads()) <= workers.capacity();
  }

  private void start(Plan.Planned next) throws IOException, InterruptedException {
    Trial trial = next.trial();
    Job job = Job.of(trial, next.again(), places, device);
    WorkerProcess worker = workers.take(next.threads(), running.keySet());
    RunningTrial now = new RunningTrial(next, new TrialLog(WorkerProcess.logOf(places.of(trial))));
    running.put(worker, now);
    observer.started(trial);
    try {
      worker.submit(job, now.log());
    } catch (IOException e) {
      now.log().add("the worker took no job: " + e.getMessage()); // its death is on its way
    }
    if (stopping) {
      worker.stop(); // stop() may have looked before it was there
    }
  }

  private void handle(WorkerProcess.Message message) throws IOException, InterruptedException {
    WorkerProcess worker = message.from();
    RunningTrial now = running.get(worker);
    if (now == null) {
      workers.forget(worker);
      return;
    }
    now.hear();
    Trial trial = now.trial();
    Event event = message.event();
    if (event == null) {
      String because = now.killedBecause();
      fail(worker, now, because == null ? worker.death() : because);
    } else if (event instanceof Event.Progress progress) {
      Observer.Moment moment = progress.moment();
      now.progress(moment);
      observer.progress(trial, moment, progress.imagesPerSecond());
    } else if (event instanceof Event.Epoch epoch) {
      observer.epoch(trial, epoch.row(), epoch.epochs());
    } else if (event instanceof Event.Done done) {
      free(worker, now);
      diverged += done.diverged() ? 1 : 0;
      Event.Reported reported = done.reported();
      boolean early = reported != null && reported.stoppedEarlyAfter() != null;
      if (!done.diverged() && !early && !now.isResumed()) {
        speed.learn(now.estimate(), now.seconds());
        waiting.replaceAll(next -> next.at(speed));
        waiting.sort(Plan.LONGEST_FIRST);
      }
      observer.ended(
          trial, new RunObserver.Ending.Stored(done.diverged(), now.seconds(), reported));
    } else if (event instanceof Event.Held held) {
      free(worker, now);
      observer.ended(trial, new RunObserver.Ending.Held(held.by()));
    } else if (event instanceof Event.Elsewhere) {
      free(worker, now);
      observer.ended(trial, new RunObserver.Ending.Elsewhere());
    } else if (event instanceof Event.Failed failure) {
      fail(worker, now, failure.reason());
    } else if (event instanceof Event.Halted) {
      running.remove(worker);
      worker.end();
      if (!stopping) { // somebody else told it to; the checkpoint is there
        failed++;
        tellFailure(now, "the worker was told to stop", isStored(now.trial()));
      }
    }
  }

  /** The worker has done its job, and can take another unless it was killed meanwhile. */
  private void free(WorkerProcess worker, RunningTrial now) {
    running.remove(worker);
    if (now.killedBecause() == null) {
      workers.giveBack(worker);
    }
  }

  /** The failure is the trial's result, until the next run tries again. */
  private void fail(WorkerProcess worker, RunningTrial now, String because)
      throws IOException, InterruptedException {
    running.remove(worker);
    worker.end();
    String reason = because + now.log().signal().map(name -> ": " + name).orElse("");
    if (stopping) {
      return; // it was told to go
    }
    failed++;
    Trial trial = now.trial();
    if (isStored(trial)) { // trained again by --force
      tellFailure(now, reason, true);
      return;
    }
    new ResultStore(places.results())
        .write(
            trial,
            Results.of(
                trial,
                new Outcome.Crashed(reason),
                Platform.provenance(device, "unknown"),
                List.of(),
                null),
            new byte[0]);
    tellFailure(now, reason, false);
  }

  private void tellFailure(RunningTrial now, String reason, boolean kept) {
    Trial trial = now.trial();
    observer.ended(
        trial,
        new RunObserver.Ending.Failed(
            reason, WorkerProcess.logOf(places.of(trial)), now.log().lastLines(), kept));
  }

  private void killTheHopeless() {
    for (Map.Entry<WorkerProcess, RunningTrial> entry : running.entrySet()) {
      RunningTrial now = entry.getValue();
      now.judge(limits);
      if (now.killedBecause() != null) {
        entry.getKey().kill();
      }
    }
  }

  private double secondsLeft() {
    Packing packing = new Packing(workers.capacity(), plan.jobs());
    double last = 0;
    for (RunningTrial now : running.values()) {
      last = Math.max(last, packing.add(workers.units(now.threads()), now.secondsLeft()));
    }
    for (Plan.Planned next : waiting) {
      last = Math.max(last, packing.add(workers.units(next.threads()), next.seconds()));
    }
    return last;
  }

  /** Whether {@link #stop} was called. */
  public boolean isStopping() {
    return stopping;
  }

  /** From now on nothing is started, and what ends has not failed. */
  public void halt() {
    stopping = true;
  }

  /** Has every worker leave a checkpoint and end; may be called from another thread. */
  public void stop() throws InterruptedException {
    halt();
    List<WorkerProcess> training = List.copyOf(running.keySet());
    training.forEach(WorkerProcess::stop);
    for (WorkerProcess worker : training) {
      if (!worker.awaitEnd(PATIENCE_SECONDS)) {
        worker.kill();
      }
    }
  }
}
