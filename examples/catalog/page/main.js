
// What is shown: the address says so, so that every row has one and the browser's own ways back work.

/** Shows the row, the form or the list that the address names. */
function show() {
  const name = decoded(location.hash.slice(1));
  const row = rowsById.get(name);
  const view = row ? "row" : name === "explain" ? "explain" : "list";
  document.body.dataset.view = view;
  byId("row").hidden = !row;
  byId("paste").hidden = Boolean(row);
  if (row) showRow(row);
  document.title = row ? `${row.title} · ${row.provider.name} · Errors of AI APIs` : "Errors of AI APIs";
  markOpen();
  return view;
}

/** Returns what an address stands for; half of an escape stands for itself. */
function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Takes the keyboard and whoever listens to what has just been opened. */
function follow() {
  const before = document.querySelector('#rows a[aria-current="true"]');
  const view = show();
  byId("details").scrollTop = 0;
  if (view === "row") byId("row").focus({ preventScroll: true });
  else if (view === "explain") (pasted.text.isConnected ? pasted.text : byId("explain-title")).focus({ preventScroll: true });
  else (before ?? filters.query).focus();
  // On a phone the list was there, and had been scrolled.
  if (view !== "list") scrollTo(0, 0);
}

function onKey(event) {
  const { activeElement: focused } = document;
  const types = focused.matches("input, textarea, select");
  // Enter and Escape also end the composition of a Chinese word, and then mean nothing else.
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/" && !types) filters.query.select();
  else if (event.key === "Escape") back(focused);
  else if (event.key === "Enter" && focused === filters.query) list.querySelector("a")?.click();
  else if (event.key === "ArrowDown" && (focused === filters.query || list.contains(focused))) move(1);
  else if (event.key === "ArrowUp" && list.contains(focused)) move(-1);
  else return;
  event.preventDefault();
}

/** Empties the search, or else closes what is open. */
function back(focused) {
  if (focused === filters.query && filters.query.value !== "") {
    filters.query.value = "";
    showFound();
  } else if (location.hash !== "" && location.hash !== "#") {
    location.hash = "";
  } else {
    filters.query.select();
  }
}

byId("extent").textContent = counted(catalog.providers.length, "provider");
fillFilters();
prepareExplaining();
showFound();
show();

byId("filters").addEventListener("input", showFound);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("reset", () => setTimeout(showFound));
addEventListener("hashchange", follow);
addEventListener("keydown", onKey);
