"use strict";

/** What the page was written with: `experiments` in the order of the leaderboard, lists of `classes`. */
const data = JSON.parse(document.getElementById("data").textContent);

/** An element with its attributes and what is in it; strings are text, never tags. */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A name that keeps its direction of writing to itself. */
function named(name) {
  return element("bdi", {}, name);
}

function byId(id) {
  return document.getElementById(id);
}

/** Fills a select with experiments, by their place in the data. */
function offer(select, places, chosen) {
  select.replaceChildren(
    ...places.map((place) => element("option", { value: place, dir: "auto" }, data.experiments[place].name)));
  select.value = String(chosen);
}

/** The places of the experiments that have what is asked for. */
function placesWith(key) {
  return [...data.experiments.keys()].filter((place) => data.experiments[place][key]);
}
