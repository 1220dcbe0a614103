
// Elements. All text comes in as text: nothing that a page or a response says becomes markup.

const byId = (id) => document.getElementById(id);

/** Makes an element; `undefined` and `null` among its children are nothing. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

const addressOf = (row) => `#${row.id.split("/").map(encodeURIComponent).join("/")}`;

const kindOf = (row) => element("span", { class: `kind ${row.retry}` }, row.kind + (row.tentative ? "?" : ""));

const statusOf = (row) => (row.status ?? "–") + (row.misleading ? " !" : "");

/** Makes a link to a page elsewhere, or nothing of what is no address of one. */
function linkOut(address) {
  if (!/^https?:\/\//.test(address ?? "")) return null;
  return element("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, address);
}

/** Makes what stands behind a link: the day on which its page was retrieved. */
const dayOf = (text) => element("span", { class: "day" }, text);

/** Makes a list of terms, without those about which nothing is said. */
function facts(pairs) {
  const told = pairs.filter(([, ...what]) => what.some((part) => part !== undefined && part !== null && part !== ""));
  return element("dl", {}, ...told.flatMap(([term, ...what]) => [element("dt", {}, term), element("dd", {}, ...what.filter((part) => part !== null))]));
}

function addOptions(select, options) {
  select.append(...options.map(([value, text]) => element("option", { value }, text)));
}
