const FIGURES = [
  { key: "testAccuracy", title: "Test accuracy, %", digits: 2 },
  { key: "trainAccuracy", title: "Training accuracy, %", digits: 2 },
  { key: "testLoss", title: "Test loss", digits: 3 },
  { key: "trainLoss", title: "Training loss", digits: 3 },
  { key: "validationAccuracy", title: "Validation accuracy, %", digits: 2 },
  { key: "validationLoss", title: "Validation loss", digits: 3 },
].filter((figure) => data.experiments.some((experiment) => experiment[figure.key]));

/** Epoch by epoch; nothing where an experiment sets no images aside. */
function curve(place, figure) {
  return data.experiments[place][figure.key] ?? [];
}

// Colours and dashes are those of the figures beside this file; the second list is for dark pages.
const COLOURS = [
  ["#0072b2", "#d55e00", "#009e73", "#a3497d", "#000000", "#c98500", "#2b8fc4", "#7a4fb5", "#7f4a1e", "#5c6670"],
  ["#5ab4f0", "#ff8f4d", "#2fd3a3", "#e08bbb", "#ffffff", "#f0b840", "#9bd8ff", "#b795f0", "#d0986a", "#a9b4bf"],
];
const DASHES = [[], [9, 4], [2, 4], [12, 4, 2, 4], [5, 3]];
const BEST = 10;

const dark = matchMedia("(prefers-color-scheme: dark)");
let printing = false;

function colour(i) {
  return COLOURS[dark.matches && !printing ? 1 : 0][i % 10];
}

function dash(i) {
  return DASHES[(i + Math.floor(i / 5)) % DASHES.length];
}

/** A colour of the style sheet; what is printed is dark on white, whatever the screen. */
function styled(name, printed) {
  return () => (printing ? printed : getComputedStyle(document.documentElement).getPropertyValue(name));
}

/** As many as the steps of an axis need: 2 for 0.25, none for 10. */
function decimals(step) {
  return step.toFixed(6).replace(/0+$/, "").split(".")[1].length;
}

/** The charts of all figures; they share their epochs, their cursor and what is switched on. */
class Curves {
  constructor() {
    this.places = placesWith("testAccuracy");
    this.on = this.places.map((_, i) => i < BEST);
    const longest = Math.max(1, ...this.places.map((place) => data.experiments[place].testAccuracy.length));
    this.epochs = Array.from({ length: longest }, (_, i) => i + 1);
    this.focused = null;
    this.switches = this.places.map((place, i) => this.addSwitch(place, i));
    this.charts = FIGURES.map((figure) => this.chart(figure));
    this.startZoom();
    this.startValues();
    document.querySelectorAll("[data-on]").forEach((button) =>
      button.addEventListener("click", () => this.switchAll(button.dataset.on)));
    dark.addEventListener("change", () => this.redraw());
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    this.update();
  }

  addSwitch(place, i) {
    const box = element("input", { type: "checkbox" });
    box.checked = this.on[i];
    box.addEventListener("change", () => {
      this.on[i] = box.checked;
      this.update();
    });
    const swatch = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    swatch.setAttribute("width", 34);
    swatch.setAttribute("height", 8);
    swatch.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", "M0 4H34");
    line.setAttribute("stroke-width", 3);
    line.setAttribute("stroke-dasharray", dash(i).join(" "));
    swatch.append(line);
    const label = element("label", {}, box, swatch, named(data.experiments[place].name));
    byId("switches").append(element("li", { "data-experiment": place }, label));
    return { box, line };
  }

  switchAll(which) {
    this.on = this.places.map((place, i) => (which === "all" && left[place]) || (which === "best" && i < BEST));
    this.switches.forEach(({ box }, i) => (box.checked = this.on[i]));
    this.update();
  }

  isShown(i) {
    return this.on[i] && left[this.places[i]];
  }

  chart(figure) {
    const holder = element("div", { role: "img" });
    const tip = element("div", { class: "tip", hidden: "", "aria-hidden": "true" });
    byId("charts").append(element("figure", {}, element("figcaption", {}, `${figure.title}, by epoch`), holder));
    const rows = this.places.map((place) =>
      this.epochs.map((_, epoch) => curve(place, figure)[epoch] ?? null));
    const line = styled("--line", "#bbbbbb");
    const axis = { stroke: styled("--quiet", "#444444"), grid: { stroke: line, width: 1 }, ticks: { stroke: line } };
    const options = {
      width: holder.clientWidth || 400,
      height: 260,
      legend: { show: false },
      focus: { alpha: 0.3 },
      cursor: { focus: { prox: 24 }, sync: { key: "epochs", setSeries: true } },
      scales: { x: { time: false, range: (_, low, high) => (low === high ? [low - 0.5, high + 0.5] : [low, high]) } },
      series: [{}, ...this.places.map((place, i) => ({
        show: this.on[i], stroke: () => colour(i), dash: dash(i), width: 2,
        points: { show: curve(place, figure).length < 4, size: 7, fill: () => colour(i) },
      }))],
      axes: [
        { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000], values: (_, ticks) => ticks.map(String), size: 34 },
        { ...axis, size: 56, values: (_, ticks, __, ___, step) => ticks.map((tick) => tick.toFixed(decimals(step))) },
      ],
      hooks: {
        setSeries: [(_, i, change) => { if (change.focus !== undefined) { this.focus(i); } }],
        setCursor: [(chart) => this.point(chart, figure, tip)],
        setScale: [(chart, key) => { if (key === "x") { this.zoomed(chart); } }],
      },
    };
    const chart = new uPlot(options, [this.epochs, ...rows], holder);
    chart.over.append(tip);
    new ResizeObserver(() => {
      if (holder.clientWidth && Math.abs(holder.clientWidth - chart.width) > 1) {
        chart.setSize({ width: holder.clientWidth, height: 260 });
      }
    }).observe(holder);
    return { chart, figure, holder, tip };
  }

  /** The curve next to the cursor, in whichever chart that is; null if none is near. */
  focus(i) {
    if (this.focused !== i && this.charts) {
      this.focused = i;
      this.charts.forEach(({ chart, figure, tip }) => this.point(chart, figure, tip));
    }
  }

  /** Says beside the cursor which curve is nearest, and its value. */
  point(chart, figure, tip) {
    const epoch = chart.cursor.idx;
    const value = this.focused ? chart.data[this.focused][epoch] : null;
    tip.hidden = value == null || chart.cursor.left < 0;
    if (tip.hidden) {
      return;
    }
    const name = data.experiments[this.places[this.focused - 1]].name;
    tip.replaceChildren(named(name), `, epoch ${this.epochs[epoch]}: ${value.toFixed(figure.digits)}`);
    const right = chart.cursor.left > chart.over.clientWidth / 2;
    tip.style.left = right ? "auto" : `${chart.cursor.left + 12}px`;
    tip.style.right = right ? `${chart.over.clientWidth - chart.cursor.left + 12}px` : "auto";
    tip.style.top = `${Math.max(0, chart.valToPos(value, "y") - 30)}px`;
  }

  startZoom() {
    const [from, to] = [byId("from"), byId("to")];
    [from, to].forEach((box) => {
      box.max = this.epochs.length;
      box.addEventListener("change", () => this.zoom(Number(from.value), Number(to.value)));
    });
    byId("all-epochs").addEventListener("click", () => this.zoom(1, this.epochs.length));
    this.zoomed(this.charts[0].chart);
  }

  zoom(from, to) {
    const low = Math.max(1, Math.min(from, to) || 1);
    const high = Math.min(this.epochs.length, Math.max(from, to) || this.epochs.length);
    this.charts[0].chart.setScale("x", { min: low, max: high });
  }

  /** What one chart was zoomed to, the others follow. */
  zoomed(source) {
    const { min, max } = source.scales.x;
    if (min == null || !this.charts) {
      return;
    }
    byId("from").value = Math.max(1, Math.ceil(min - 1e-9));
    byId("to").value = Math.min(this.epochs.length, Math.floor(max + 1e-9));
    for (const { chart } of this.charts) {
      if (chart !== source && (chart.scales.x.min !== min || chart.scales.x.max !== max)) {
        chart.setScale("x", { min, max });
      }
    }
  }

  /** After anything was switched or filtered. */
  update() {
    this.charts.forEach(({ chart, figure, holder }) => {
      chart.batch(() => this.places.forEach((_, i) => {
        if (chart.series[i + 1].show !== this.isShown(i)) {
          chart.setSeries(i + 1, { show: this.isShown(i) });
        }
      }));
      holder.setAttribute("aria-label", this.inWords(figure));
    });
    this.redraw();
    this.fillValues();
  }

  inWords(figure) {
    const ends = this.places
      .filter((_, i) => this.isShown(i))
      .map((place) => ({ name: data.experiments[place].name, last: curve(place, figure).at(-1) }))
      .filter((end) => end.last != null)
      .sort((a, b) => b.last - a.last);
    const said = (end) => `${end.name} with ${end.last.toFixed(figure.digits)}`;
    if (ends.length === 0) {
      return `${figure.title} by epoch: no experiment is switched on.`;
    }
    const range = ends.length === 1 ? said(ends[0]) : `highest ${said(ends[0])}, lowest ${said(ends.at(-1))}`;
    return `${figure.title} by epoch, experiments shown: ${ends.length}. At the end: ${range}. The values are in the table below.`;
  }

  redraw() {
    this.switches.forEach(({ line }, i) => line.setAttribute("stroke", colour(i)));
    this.charts.forEach(({ chart }) => chart.redraw(false));
  }

  print(now) {
    printing = now;
    this.redraw();
  }

  startValues() {
    byId("figure").append(...FIGURES.map((figure, i) => element("option", { value: i }, figure.title)));
    byId("figure").addEventListener("change", () => this.fillValues());
    byId("values").addEventListener("toggle", () => this.fillValues());
  }

  fillValues() {
    if (!byId("values").open) {
      return;
    }
    const figure = FIGURES[byId("figure").value];
    const head = this.epochs.map((epoch) => element("th", { scope: "col", class: "number" }, String(epoch)));
    const rows = this.places.filter((_, i) => this.isShown(i)).map((place) =>
      element("tr", {},
        element("th", { scope: "row" }, named(data.experiments[place].name)),
        ...this.epochs.map((_, i) => {
          const value = curve(place, figure)[i];
          return element("td", { class: "number" }, value == null ? "–" : value.toFixed(figure.digits));
        })));
    byId("value-table").replaceChildren(
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "epoch"), ...head)),
      element("tbody", {}, ...rows));
  }
}
