"""Training steps of one network in PyTorch, for as many seconds as each line of the input says: answers with
images a second, and the most memory held in MiB, and waits for the next line.

Usage: pytorch_step.py EXPERIMENT PREPARED THREADS FORMAT
EXPERIMENT is the text of `bakeoff show --resolved`; PREPARED a folder with images (float32) and labels (bytes);
FORMAT is contiguous or channels_last. No augmentation, no metrics. Denormal numbers are flushed to zero, which
is not PyTorch's default, but for its good: without it momentum that dies away slows it by up to a half.
"""

import itertools
import pathlib
import resource
import sys
import time

import numpy
import torch
import yaml
from torch import nn


def network(experiment, channels, size, classes):
    modules = []
    inputs, flat = channels, None
    for layer in experiment["model"]["layers"]:
        kind, options = (layer, {}) if isinstance(layer, str) else next(iter(layer.items()))
        if kind == "conv2d":
            kernel = options["kernel_size"]
            modules.append(nn.Conv2d(inputs, options["filters"], kernel))
            inputs, size = options["filters"], size - kernel + 1
        elif kind == "max_pool2d":
            modules.append(nn.MaxPool2d(options["pool_size"]))
            size //= options["pool_size"]
        elif kind == "flatten":
            modules.append(nn.Flatten())
            flat = inputs * size * size
        elif kind == "dense":
            units = classes if options["units"] == "classes" else options["units"]
            modules.append(nn.Linear(flat, units))
            flat = units
        elif kind == "dropout":
            modules.append(nn.Dropout(options["rate"]))
        else:
            raise SystemExit("no PyTorch layer for " + kind)
        if options.get("activation") == "relu":
            modules.append(nn.ReLU())
    return nn.Sequential(*modules)


def batches_of(folder, size, layout):
    images = numpy.fromfile(folder / "images", "<f4").reshape(-1, 32, 32, 3)
    labels = numpy.fromfile(folder / "labels", "u1").astype("i8")
    return [
        (
            torch.from_numpy(images[i : i + size]).permute(0, 3, 1, 2).clone(memory_format=layout),
            torch.from_numpy(labels[i : i + size]).clone(),
        )
        for i in range(0, len(images) - size + 1, size)
    ]


def main():
    file, prepared, threads, form = sys.argv[1:]
    torch.set_flush_denormal(True)
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    with open(file, encoding="utf-8") as text:
        experiment = yaml.safe_load(text)
    batch = experiment["training"]["batch_size"]
    layout = torch.channels_last if form == "channels_last" else torch.contiguous_format
    model = network(experiment, 3, 32, 10).to(memory_format=layout)
    batches = itertools.cycle(batches_of(pathlib.Path(prepared), batch, layout))
    loss_of = nn.CrossEntropyLoss()
    sgd = torch.optim.SGD(model.parameters(), lr=0.001, momentum=0.9, foreach=True)

    def step():
        images, labels = next(batches)
        sgd.zero_grad(set_to_none=True)
        loss = loss_of(model(images), labels)
        loss.backward()
        sgd.step()
        return loss.item()

    for order in iter(sys.stdin.readline, ""):
        uncounted = time.perf_counter() + 0.2
        while time.perf_counter() < uncounted:
            step()
        steps, start = 0, time.perf_counter()
        while time.perf_counter() < start + float(order):
            step()
            steps += 1
        rate = steps * batch / (time.perf_counter() - start)
        print(rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)


main()
