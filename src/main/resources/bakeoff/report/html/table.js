/** Sorts by a column; equal rows keep their order, empty cells come last. */
function sort(table, column, descending) {
  const body = table.tBodies[0];
  const numeric = table.tHead.rows[0].cells[column].classList.contains("number");
  const keyed = [...body.rows].map((row) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent;
    return { row, empty: text === "", key: numeric ? Number(text) : text };
  });
  const words = new Intl.Collator("en", { numeric: true });
  const compare = numeric ? (a, b) => a - b : words.compare;
  keyed.sort((a, b) =>
    a.empty !== b.empty ? Number(a.empty) - Number(b.empty) : compare(a.key, b.key) * (descending ? -1 : 1));
  body.append(...keyed.map((entry) => entry.row));
}

/** Puts a button into each heading of a table. */
function sortable(table) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = element("button", { type: "button" }, heading.textContent);
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const first = heading.classList.contains("number") ? "descending" : "ascending";
      const other = first === "descending" ? "ascending" : "descending";
      const order = heading.getAttribute("aria-sort") === first ? other : first;
      headings.forEach((one) => one.setAttribute("aria-sort", one === heading ? order : "none"));
      sort(table, column, order === "descending");
    });
  });
}

/** Whether each experiment is left by the filter, by its place. */
const left = data.experiments.map(() => true);

function startTables(filtered) {
  document.querySelectorAll("table.sortable").forEach(sortable);
  const rows = [...document.querySelectorAll("#leaderboard tbody tr")];
  const texts = rows.map((row) => (row.cells[0].textContent + " " + row.dataset.state).toLowerCase());
  const filter = byId("filter");
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row, i) => {
      left[row.dataset.experiment] = words.every((word) => texts[i].includes(word));
    });
    document.querySelectorAll("[data-experiment]").forEach((one) => {
      one.hidden = !left[one.dataset.experiment];
    });
    const count = left.filter(Boolean).length;
    byId("filter-count").textContent = words.length ? `${count} of ${left.length}` : "";
    filtered();
  });
}
