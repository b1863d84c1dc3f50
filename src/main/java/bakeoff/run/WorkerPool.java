package bakeoff.run;

import bakeoff.train.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;

/** The workers that wait for another trial, new ones where none does, and who gets which GPU. */
final class WorkerPool {

  private final Device device;
  private final int cores;
  private final Gpus gpus;
  private final Path runs;
  private final BlockingQueue<WorkerProcess.Message> messages;
  private final List<WorkerProcess> idle = new ArrayList<>();

  /**
   * @param messages where its workers say what they do
   */
  WorkerPool(Device device, int cores, Path runs, BlockingQueue<WorkerProcess.Message> messages) {
    this.device = device;
    this.cores = cores;
    this.gpus = device == Device.GPU ? Nvidia.visible() : Gpus.none();
    this.runs = runs;
    this.messages = messages;
  }

  /** How many units of the machine there are: GPUs, or else cores. */
  int capacity() {
    return device == Device.GPU ? gpus.count() : cores;
  }

  /** How many of them a trial takes; a GPU computes one at a time, and the cores only feed it. */
  int units(int threads) {
    return device == Device.GPU ? 1 : threads;
  }

  /**
   * A worker with so many threads.
   *
   * @param busy those that are training
   */
  WorkerProcess take(int threads, Collection<WorkerProcess> busy)
      throws IOException, InterruptedException {
    for (WorkerProcess free : idle) {
      if (free.threads() == threads && free.isAlive()) {
        idle.remove(free);
        return free;
      }
    }
    Optional<String> gpu = freeGpu(busy);
    while (gpu.isEmpty() && !gpus.names().isEmpty() && !idle.isEmpty()) {
      idle.remove(0).end(); // it has a GPU, and the wrong number of threads
      gpu = freeGpu(busy);
    }
    return new WorkerProcess(threads, device, gpu, runs, messages);
  }

  private Optional<String> freeGpu(Collection<WorkerProcess> busy) {
    return gpus.free(Stream.concat(busy.stream(), idle.stream()).map(WorkerProcess::gpu).toList());
  }

  /** It has done its job, and can take another. */
  void giveBack(WorkerProcess worker) {
    idle.add(worker);
  }

  /** It died between trials. */
  void forget(WorkerProcess worker) {
    idle.remove(worker);
  }

  /** Workers that no waiting trial can use give their memory back. */
  void keepOnly(Set<Integer> threads) {
    idle.stream().filter(free -> !threads.contains(free.threads())).forEach(WorkerProcess::stop);
  }

  /** Ends those that wait. */
  void end() throws InterruptedException {
    idle.forEach(WorkerProcess::stop);
    for (WorkerProcess free : idle) {
      free.end();
    }
  }
}
