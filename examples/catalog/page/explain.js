
// The library, which explains what is pasted.

const pasted = { text: byId("response"), provider: byId("sender"), status: byId("response-status") };
let library = null;

/** Unpacks and starts the library, once. */
function start() {
  library ??= unpack(byId("library").textContent.trim()).catch((cause) => {
    library = null;
    throw cause;
  });
  return library;
}

async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { instance } = await WebAssembly.instantiate(await new Response(unpacked).arrayBuffer());
  return instance.exports;
}

/** Asks the library about a response. */
async function ask(question) {
  const { memory, input, explain, output } = await start();
  const bytes = new TextEncoder().encode(JSON.stringify({ ...question, now: Date.now() / 1000 }));
  const place = input(bytes.length);
  new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
  const length = explain();
  return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, output(), length)));
}

let asked = 0;

async function explainPasted() {
  const question = { text: pasted.text.value, provider: pasted.provider.value, status: pasted.status.value };
  const turn = ++asked;
  let told = [];
  if (question.text.trim() !== "" || question.status.trim() !== "") {
    try {
      told = explanation(await ask(question));
    } catch (cause) {
      // It may have stopped half way: the next question is asked of a new one.
      library = null;
      told = [element("p", { class: "notice" }, `This browser cannot run the library: ${cause.message}`)];
    }
  }
  // Somebody who types is faster than the first start.
  if (turn === asked) byId("explanation").replaceChildren(...told);
}

function explanation({ explained, refused }) {
  if (refused !== undefined) return [element("p", { class: "notice" }, refused)];
  const { what, summary, is_retryable: isRetryable, facts: told, rows, error } = explained;
  return [
    element("p", { class: "what" }, element("strong", {}, what), summary === null ? null : `: ${summary}`),
    facts([
      ...told.map(([label, text]) => [label, ...spoken(label, text, isRetryable)]),
      ["look up", ...rows.map(rowLink)],
    ]),
    element("details", {}, element("summary", {}, "As JSON"), element("pre", { tabindex: "0" }, JSON.stringify(error, null, 2))),
  ];
}

function spoken(label, text, isRetryable) {
  if (label === "retry") return [element("span", { class: isRetryable ? "good" : "bad" }, text)];
  const [address] = text.split(" ", 1);
  const link = label === "see" ? linkOut(address) : null;
  return link ? [link, " ", dayOf(text.slice(address.length + 1))] : [text];
}

/** Makes a link to a row, unless the page was printed without its provider. */
function rowLink(names) {
  const row = rowsById.get(names.join("/"));
  return row ? element("a", { class: "row-link", href: addressOf(row) }, `${row.provider.name}, ${row.table}::${row.variant}`) : null;
}

function prepareExplaining() {
  if (byId("library").textContent.trim() === "") {
    const instead = "This page was printed without what explains responses; ";
    byId("paste").replaceChildren(
      element("h2", { id: "explain-title", tabindex: "-1" }, "Explain a response"),
      element("p", { class: "notice" }, instead, element("code", {}, "explain"), " does that in a terminal."),
    );
    return;
  }
  addOptions(pasted.provider, catalog.providers.map(({ id, name }) => [id, name]));
  byId("paste").addEventListener("input", explainPasted);
  byId("paste").addEventListener("submit", (event) => event.preventDefault());
  byId("paste").addEventListener("reset", () => setTimeout(explainPasted));
}
