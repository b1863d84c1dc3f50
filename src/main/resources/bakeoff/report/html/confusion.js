/** Shows what the chosen experiment takes for what. */
function confuse() {
  const experiment = data.experiments[byId("confused").value];
  const classes = data.classes[experiment.classes];
  const said = experiment.mistakes.slice(0, experiment.confusion ? 5 : 10)
    .map(([of, as, percent]) => `${classes[of]} as ${classes[as]} (${percent}%)`);
  byId("mistakes").textContent =
    said.length ? `Most often mistaken: ${said.join(", ")}.` : "No test image is mistaken.";
  const matrix = experiment.confusion ?? [];
  const head = element("tr", {},
    element("th", { scope: "col" }, "% of true ↓ taken for →"),
    ...classes.map((name) => element("th", { scope: "col", class: "number" }, name)));
  const rows = matrix.map((shares, of) =>
    element("tr", {},
      element("th", { scope: "row" }, classes[of]),
      ...shares.map((share, as) => {
        const heat = Math.min(9, Math.floor(share / 10));
        return element("td", { class: `number heat-${heat}${of === as ? " right" : ""}` }, share.toFixed(1));
      })));
  byId("matrix").replaceChildren(
    ...(rows.length ? [element("thead", {}, head), element("tbody", {}, ...rows)] : []));
}

function startConfusion() {
  const places = placesWith("mistakes");
  if (places.length === 0) {
    byId("confusion").hidden = true;
    return;
  }
  offer(byId("confused"), places, places[0]);
  byId("confused").addEventListener("change", confuse);
  confuse();
}
