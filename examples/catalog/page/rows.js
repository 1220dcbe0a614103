"use strict";

// The rows, and how they are searched.

const catalog = JSON.parse(document.getElementById("catalog").textContent);

/** Returns a text as it is compared: without regard to case and width. */
const folded = (text) => text.normalize("NFKC").toLowerCase();

/** Returns the letters and digits of a name: `RateLimitExceeded` and `rate_limit_exceeded` are one. */
const bare = (name) => folded(name).replace(/[^\p{L}\p{N}]/gu, "");

const allRows = catalog.providers.flatMap((provider) =>
  provider.tables.flatMap((table) =>
    table.rows.map((row) => {
      // The type is the code of a row that has no other.
      const names = row.codes.length > 0 ? row.codes : row.types;
      const keys = new Set(names.map(bare).filter((key) => key !== ""));
      const texts = [row.status ?? "", ...row.codes, ...row.types, ...keys, row.kind, row.variant, provider.id, provider.name];
      return {
        ...row,
        provider,
        table: table.name,
        id: `${provider.id}/${table.name}/${row.variant}`,
        title: names[0] ?? row.variant,
        isNamed: names.length > 0,
        keys,
        statuses: (row.status ?? "").split(", ").filter((status) => status !== ""),
        text: folded([...texts, ...row.messages, row.summary ?? ""].join("\n")),
      };
    }),
  ),
);

const rowsById = new Map(allRows.map((row) => [row.id, row]));

/** Returns whether a row is about a status code or a class of them; `5xx` is about 503. */
const isAbout = (row, status) => row.statuses.some((own) => own === status || own === `${status[0]}xx`);

/** Returns how much a row is what was searched for; less is more. */
function rank(row, query, key) {
  if (key !== "" && bare(row.title) === key) return 0;
  if (row.keys.has(key)) return 1;
  if (row.statuses.includes(query)) return 2;
  return key !== "" && [...row.keys].some((own) => own.startsWith(key)) ? 3 : 4;
}

/** Returns the rows that have every word of the query and fit the filters, the best first. */
function search({ query, kind, provider, status }) {
  const whole = folded(query.trim());
  const words = whole.split(/\s+/);
  const key = bare(whole);
  const found = allRows.filter(
    (row) =>
      (kind === "" || row.kind === kind) &&
      (provider === "" || row.provider.id === provider) &&
      (status === "" || isAbout(row, status)) &&
      words.every((word) => row.text.includes(word)),
  );
  if (whole === "") return found;
  const ranked = found.map((row) => [rank(row, whole, key), row]);
  return ranked.sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** Returns all rows with a name of this one, itself first. */
function sameCode(row) {
  const others = allRows.filter((other) => other !== row && [...row.keys].some((key) => other.keys.has(key)));
  return [row, ...others];
}
