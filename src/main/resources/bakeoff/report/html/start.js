document.documentElement.classList.add("scripted");
const curves = byId("curves") ? new Curves() : null;
startTables(() => curves?.update());
if (byId("confusion")) {
  startConfusion();
}
startDifference();
