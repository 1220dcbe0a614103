
// The list of rows, of which only as many are there as somebody has scrolled to.

const CHUNK = 60;
const list = byId("rows");
const filters = { query: byId("query"), kind: byId("kind"), provider: byId("provider"), status: byId("status") };
let found = [];

function fillFilters() {
  const statuses = [...new Set(allRows.flatMap((row) => row.statuses))].sort();
  addOptions(filters.kind, Object.keys(catalog.kinds).map((kind) => [kind, kind]));
  addOptions(filters.provider, catalog.providers.map(({ id, name }) => [id, name]));
  addOptions(filters.status, statuses.map((status) => [status, status]));
}

function showFound() {
  const wanted = Object.entries(filters).map(([name, field]) => [name, field.value]);
  found = search(Object.fromEntries(wanted));
  const providers = new Set(found.map((row) => row.provider)).size;
  byId("count").textContent = found.length === 0 ? "No row fits." : `${counted(found.length, "row")} of ${counted(providers, "provider")}`;
  list.replaceChildren();
  showMore();
}

const counted = (number, what) => `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;

/** Sees when the end of the list comes near. */
const watch = new IntersectionObserver((seen) => seen.some((end) => end.isIntersecting) && showMore(), { scrollMargin: "600px" });

function showMore() {
  const next = found.slice(list.childElementCount, list.childElementCount + CHUNK);
  list.append(...next.map(listItem));
  const end = byId("more");
  end.hidden = list.childElementCount === found.length;
  // The end may be as near as before; only one that is watched anew is reported again.
  watch.unobserve(end);
  watch.observe(end);
}

function listItem(row) {
  const link = element(
    "a",
    { href: addressOf(row) },
    element("span", { class: "status" }, statusOf(row)),
    element("span", { class: row.isNamed ? "code" : "variant" }, row.title),
    kindOf(row),
    element("span", { class: "provider" }, row.provider.name),
    element("span", { class: "meaning" }, row.summary ?? row.messages[0] ?? ""),
  );
  if (addressOf(row) === location.hash) link.setAttribute("aria-current", "true");
  return element("li", {}, link);
}

/** Marks the row that is open, if it is in the list. */
function markOpen() {
  for (const link of list.querySelectorAll("a")) {
    if (link.getAttribute("href") === location.hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Moves from the search to the rows and from row to row; further rows are shown when they are needed. */
function move(step) {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement) + step;
  if (at < 0) return filters.query.focus();
  if (at >= links.length - 1) showMore();
  list.children[Math.min(at, list.childElementCount - 1)]?.firstElementChild.focus();
}
