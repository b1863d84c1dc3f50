const NOT_SET = "not set";

function isMap(node) {
  return node !== null && typeof node === "object" && !Array.isArray(node);
}

/** The name of a layer, an optimizer, …: `"flatten"` or `{dense: {…}}`. */
function kind(node) {
  const keys = isMap(node) ? Object.keys(node) : [];
  return typeof node === "string" ? node : keys.length === 1 && isMap(node[keys[0]]) ? keys[0] : null;
}

/** A part of a configuration on one line. */
function text(node) {
  if (node === undefined) {
    return NOT_SET;
  }
  if (Array.isArray(node)) {
    return `[${node.map(text).join(", ")}]`;
  }
  if (!isMap(node)) {
    return String(node);
  }
  const name = kind(node);
  const members = Object.entries(name ? node[name] : node).map(([key, value]) => `${key}: ${text(value)}`);
  return (name ? name + " " : "") + `{${members.join(", ")}}`;
}

/** What is equal counts twice as much as another of the same kind. */
function likeness(a, b) {
  return JSON.stringify(a) === JSON.stringify(b) ? 2 : kind(a) === kind(b) ? 1 : 0;
}

/** Which places of two lists stand for each other, null for none: the common subsequence that is most alike. */
function aligned(a, b) {
  const like = a.map((x) => b.map((y) => likeness(x, y)));
  const best = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  const paired = (i, j) => (like[i][j] ? like[i][j] + best[i + 1][j + 1] : 0);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i][j] = Math.max(paired(i, j), best[i + 1][j], best[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const both = i < a.length && j < b.length;
    if (both && like[i][j] && best[i][j] === paired(i, j)) {
      pairs.push([i++, j++]);
    } else if (j === b.length || (both && best[i][j] === best[i + 1][j])) {
      pairs.push([i++, null]);
    } else {
      pairs.push([null, j++]);
    }
  }
  return pairs;
}

/** Lines of setting, before and after; what is equal stays whole. */
function compare(path, a, b, lines) {
  const bothMaps = isMap(a) && isMap(b);
  const bothLists = Array.isArray(a) && Array.isArray(b) && ![...a, ...b].some(Number.isFinite);
  if (JSON.stringify(a) === JSON.stringify(b) || !(bothMaps || bothLists) || kind(a) !== kind(b)) {
    lines.push({ path, before: text(a), after: text(b) });
  } else if (bothMaps) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      compare(path ? `${path}.${key}` : key, a[key], b[key], lines);
    }
  } else {
    for (const [i, j] of aligned(a, b)) {
      const place = i === null ? `+${j + 1}` : j === null || i === j ? i + 1 : `${i + 1}→${j + 1}`;
      compare(`${path}[${place}]`, a[i], b[j], lines);
    }
  }
}

/** Shows where the two chosen configurations differ. */
function differ() {
  const [a, b] = [data.experiments[byId("before").value], data.experiments[byId("after").value]];
  const lines = [];
  compare("", a.spec, b.spec, lines);
  const differing = lines.filter((line) => line.before !== line.after);
  byId("differing").textContent =
    differing.length === 0 ? "They do not differ." : differing.length === 1 ? "One setting differs." : `${differing.length} settings differ.`;
  const shown = byId("same").checked ? lines : differing;
  const head = element("tr", {},
    element("th", { scope: "col" }, "setting"),
    element("th", { scope: "col" }, named(a.name)),
    element("th", { scope: "col" }, named(b.name)));
  const rows = shown.map((line) =>
    element("tr", line.before === line.after ? { class: "shared" } : {},
      element("th", { scope: "row" }, line.path || "everything"), element("td", {}, line.before), element("td", {}, line.after)));
  byId("settings").replaceChildren(...(rows.length ? [element("thead", {}, head), element("tbody", {}, ...rows)] : []));
}

function startDifference() {
  if (!byId("difference")) {
    return;
  }
  const places = [...data.experiments.keys()];
  offer(byId("before"), places, data.experiments[0].parent ?? 1);
  offer(byId("after"), places, 0);
  ["before", "after", "same"].forEach((id) => byId(id).addEventListener("change", differ));
  differ();
}
