package bakeoff.worker;

import bakeoff.problem.UserError;
import bakeoff.result.Beside;
import bakeoff.result.EpochRow;
import bakeoff.run.Event;
import bakeoff.run.Job;
import bakeoff.run.Wire;
import bakeoff.tf.TensorFlowRuntime;
import bakeoff.train.Device;
import bakeoff.train.Observer;
import bakeoff.train.Stopped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The process that trains: jobs come in on standard input, events go out on standard output, and
 * its log is standard error. It ends, with a checkpoint, when its input does: when its parent is
 * gone.
 */
public final class Worker {

  /** Loading it comes first, and the rest of a start goes on beside it. */
  private static final Beside<String> TENSORFLOW = Beside.start(TensorFlowRuntime::version);

  private static final Logger LOG = LogManager.getLogger(Worker.class);
  private static final String END = "";
  private static final long ALIVE_NANOS = 5_000_000_000L;
  private static final int PATIENCE_SECONDS = Integer.getInteger("bakeoff.patience", 30);

  private final PrintStream events;

  private final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  private Worker(PrintStream events) {
    this.events = events;
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    PrintStream events = new PrintStream(System.out, true, StandardCharsets.UTF_8); // as it is read
    System.setOut(System.err); // whatever a library prints is no event
    int status = new Worker(events).run();
    Runtime.getRuntime().halt(status); // without TensorFlow's own farewell
  }

  private int run() {
    Thread input = new Thread(this::read, "jobs");
    input.setDaemon(true);
    input.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "signal"));
    try {
      for (String line = jobs.take(); !line.equals(END); line = jobs.take()) {
        if (!train(Wire.read(line, Job.class))) {
          return 1;
        }
      }
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (IOException e) {
      LOG.error("not a job", e);
      return 1;
    } finally {
      ended.countDown();
    }
  }

  /** A signal: the checkpoint is written before the process ends. */
  private void stopAndWait() {
    if (!hasStopped()) {
      LOG.warn("stopped without a checkpoint");
    }
  }

  private boolean hasStopped() {
    stopping = true;
    jobs.add(END);
    try {
      return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void read() {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        jobs.add(line);
      }
    } catch (IOException e) {
      LOG.warn("standard input broke off: {}", e.getMessage());
    }
    if (!hasStopped()) {
      Runtime.getRuntime().halt(1); // what hangs without a parent would stay for ever
    }
  }

  /** Whether the worker can go on with another trial. */
  private boolean train(Job job) {
    try {
      Attempt attempt = new Attempt(job, new Telling());
      TENSORFLOW.get();
      if (job.device() == Device.GPU && !TensorFlowRuntime.hasGpu()) {
        throw new UserError("TensorFlow finds no GPU");
      }
      send(attempt.run());
      return true;
    } catch (Stopped e) {
      send(new Event.Halted());
    } catch (UserError e) {
      LOG.error(e.getMessage());
      send(new Event.Failed(withoutPaths(String.valueOf(e.getMessage()), job)));
    } catch (IOException | UncheckedIOException e) { // a disk or its files, not the program
      LOG.error(reason(e));
      send(new Event.Failed(withoutPaths(reason(e), job)));
    } catch (RuntimeException | Error e) {
      LOG.error("the trial failed", e);
      send(new Event.Failed(withoutPaths(reason(e), job)));
    }
    return false;
  }

  /** The first line only: it goes into a result. */
  private static String reason(Throwable e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String text = e.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  /** Nor does a result say where this machine has its folders. */
  private static String withoutPaths(String text, Job job) {
    return text.replace(job.data(), "data")
        .replace(job.results(), "results")
        .replace(job.runs(), "runs")
        .replace(System.getProperty("user.home"), "~");
  }

  private synchronized void send(Event event) {
    events.print(Wire.line(event));
    events.flush();
  }

  /** Passes on what the trainer says. */
  private final class Telling implements Observer {

    private long before = System.nanoTime();
    private long alive = before;
    private long imagesBefore;
    private double rate;

    @Override
    public void progress(Moment moment) {
      long now = System.nanoTime();
      double fresh = (moment.here() - imagesBefore) / ((now - before) / 1e9);
      rate = rate == 0 ? fresh : 0.9 * rate + 0.1 * fresh;
      before = now;
      imagesBefore = moment.here();
      send(new Event.Progress(moment, rate));
    }

    @Override
    public void epoch(EpochRow row, int epochs) {
      LOG.info("{}", row);
      send(new Event.Epoch(row, epochs));
    }

    /** The parent takes a worker that is silent for one that hangs. */
    @Override
    public void testing() {
      long now = System.nanoTime();
      if (now - alive >= ALIVE_NANOS) {
        alive = now;
        send(new Event.Alive());
      }
    }

    @Override
    public void note(String text) {
      LOG.info(text);
    }

    @Override
    public boolean shouldStop() {
      return stopping;
    }
  }
}
