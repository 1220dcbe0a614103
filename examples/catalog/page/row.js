
// One row, and the rows with the same code.

function showRow(row) {
  const same = sameCode(row);
  const { docs, retrieved, name } = row.provider;
  const kindMark = row.tentative ? " (a default that the message may refine)" : "";
  const statusMark = row.misleading ? " (alone, it suggests the opposite decision on a retry)" : "";
  byId("row").replaceChildren(
    element("h2", {}, row.title),
    element("p", { class: "of" }, `${name} · ${row.table}::${row.variant} · `, element("a", { href: addressOf(row) }, "permalink")),
    element("p", { class: "meaning" }, row.summary ?? ""),
    facts([
      ["status", row.status && row.status + statusMark],
      ["code", texts(row.codes)],
      ["type", texts(row.types)],
      ["message", texts(row.messages)],
      ["kind", kindOf(row), ` ${catalog.kinds[row.kind]}${kindMark}`],
      ["retry", catalog.retries[row.retry]],
      ["elsewhere", catalog.scopes[row.scope]],
      ["source", linkOut(docs), docs && retrieved ? " " : null, docs && retrieved ? dayOf(`(retrieved ${retrieved})`) : null],
    ]),
    ...(same.length > 1 ? comparison(row, same) : []),
  );
}

/** Makes a list of texts as they are written in a table, if there are any. */
function texts(all) {
  if (all.length === 0) return null;
  return element("ul", {}, ...all.map((text) => element("li", {}, element("code", {}, text))));
}

/** Makes the table of the rows with one code, in which a cell stands out that is not as in the first row. */
function comparison(row, same) {
  const providers = new Set(same.map((other) => other.provider)).size;
  const cell = (other, own, text, ...content) =>
    element("td", own === text ? {} : { class: "differs" }, ...(content.length > 0 ? content : [text]));
  const line = (other) =>
    element(
      "tr",
      other === row ? { "aria-current": "true" } : {},
      element("th", { scope: "row" }, element("a", { href: addressOf(other) }, other.provider.name), other.title === row.title ? null : element("code", {}, other.title)),
      cell(other, statusOf(row), statusOf(other)),
      cell(other, row.kind, other.kind, kindOf(other)),
      cell(other, row.retry, other.retry),
      cell(other, row.scope, other.scope),
      element("td", {}, other.summary ?? other.messages[0] ?? ""),
    );
  const columns = ["provider", "status", "kind", "retry", "scope", "meaning"];
  const title = providers === 1 ? "The same code in other rows" : `The same code at ${providers} providers`;
  return [
    element("h3", { id: "same" }, title),
    element("p", {}, "What differs from this row is bold."),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "same" },
      element(
        "table",
        {},
        element("thead", {}, element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)))),
        element("tbody", {}, ...same.map(line)),
      ),
    ),
  ];
}
