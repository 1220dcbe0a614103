// Tests Vercel's AI SDK with every row of every provider in OpenAI's shape, from the provider and through the gateway.
//
//     ai_sdk.mjs ROWS.json MOCK_URL GATEWAY_URL

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { APICallError, generateText, jsonSchema, RetryError, streamText } from 'ai';
import { createOpenAICompatible, OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';

const [rowsPath, mock, gateway] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(rowsPath, 'utf8'));
const { version } = createRequire(import.meta.url)('ai/package.json');

const MAX_RETRIES = 1;

// The status code that tells an OpenAI client a kind; to the SDK, all from 500 are the same.
const STATUS = {
  invalid_request: 400,
  content_filtered: 400,
  context_length: 400,
  authentication: 401,
  quota_exhausted: 402,
  permission_denied: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  rate_limited: 429,
  cancelled: 499,
  timeout: '5xx',
  unavailable: '5xx',
  internal: '5xx',
  unknown: '5xx',
};

// The SDK's own rule, the default of `isRetryable` in its `APICallError`. It knows no header that forbids a retry.
const retries = status => [408, 409, 429].includes(status) || status >= 500;

// The provider itself would respond in its own shape; the gateway has to convert that to OpenAI's.
const places = [
  { name: 'directly', url: id => `${mock}/${id}/v1`, model: (_, script) => script, options: ';shape=openai' },
  { name: 'through the gateway', url: () => `${gateway}/v1`, model: (id, script) => `${id}/${script}`, options: '' },
];

/** Creates the model as the SDK does by default. */
function plain(place, id, script) {
  const client = createOpenAICompatible({ name: id, baseURL: place.url(id), apiKey: 'key' });
  return client(place.model(id, script));
}

/** Creates the model with the SDK's hook for a provider's own advice about a retry. */
function obedient(place, id, script) {
  return new OpenAICompatibleChatLanguageModel(place.model(id, script), {
    provider: id,
    url: ({ path }) => place.url(id) + path,
    errorStructure: {
      errorSchema: jsonSchema({}),
      errorToMessage: data => data.error.message,
      isRetryable: ({ headers }) => headers.get('x-should-retry') === 'true',
    },
  });
}

/** Sends one request, and returns the outcome and how often the provider was called. */
async function send(place, id, script, { model = plain, call = generateText } = {}) {
  const calls = `${mock}/calls/${id}/${encodeURIComponent(script)}`;
  await fetch(calls, { method: 'DELETE' });
  let outcome;
  try {
    outcome = await call({ model: model(place, id, script), prompt: 'hello', maxRetries: MAX_RETRIES });
  } catch (error) {
    outcome = RetryError.isInstance(error) ? error.lastError : error;
  }
  return { outcome, calls: Number(await (await fetch(calls)).text()) };
}

/** Returns each `[what, found, wanted]` that differs, as a sentence. */
function differences(triples) {
  return triples
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) => `${what} ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

function scriptOf(place, row) {
  return `${row.table}.${row.variant}${place.options};retry-after-ms=1`;
}

/** Returns the status code that a client sees. A row with neither a kind nor a status code of its own, sent with one that
 * blames the request, is a fault of the request. */
function statusOf(row) {
  const saysNothing = row.kind === 'unknown' && row.status === null && row.sent < 500;
  const kind = saysNothing ? 'invalid_request' : row.kind;
  return kind === 'invalid_request' && row.sent === 422 ? 422 : STATUS[kind];
}

async function checkRow(place, row) {
  const script = scriptOf(place, row);
  const expected = statusOf(row);
  const { outcome: error, calls } = await send(place, row.provider, script);
  if (!APICallError.isInstance(error)) return [`${error} instead of an APICallError`];
  const { statusCode: status } = error;
  return differences([
    ['status', expected === '5xx' && status >= 500 ? '5xx' : status, expected],
    ['code', error.data?.error.code, row.code],
    ['message', error.message, row.message],
    ['isRetryable', error.isRetryable, retries(status)],
    ['calls', calls, retries(status) ? 1 + MAX_RETRIES : 1],
  ]);
}

/** Returns whether a row's hint is to send the request again, if it has one. */
const hintOf = row => ({ never: false, backoff: true, after_reset: true })[row.retry];

/** Returns whether the SDK's rule contradicts the row's hint: it goes by the status code alone. */
function isContradicted(row) {
  const status = statusOf(row);
  const hint = hintOf(row);
  return hint !== undefined && hint !== retries(status === '5xx' ? 500 : status);
}

/** Checks that with the hook such a row is requested as often as its hint says. */
async function checkHook(place, row) {
  const { outcome: error, calls } = await send(place, row.provider, scriptOf(place, row), { model: obedient });
  const hint = hintOf(row);
  return differences([['isRetryable', error.isRetryable, hint], ['calls', calls, hint ? 1 + MAX_RETRIES : 1]]);
}

/** Checks that a stated delay is honoured. It is longer than the two seconds after which the SDK retries by default. */
async function checkDelay(place) {
  const script = `LlmErrorCode.RateLimitExceeded${place.options};retry-after-ms=2500,ok`;
  const begin = performance.now();
  const { outcome, calls } = await send(place, 'ppio', script);
  const waited = performance.now() - begin;
  return differences([['text', outcome.text, 'ok'], ['calls', calls, 2], ['waited', waited >= 2500, true]]);
}

/** Checks that an error after a 200 is part of the stream, and not retried. */
async function checkStream(place) {
  const script = `LlmErrorCode.RateLimitExceeded${place.options};late`;
  const call = async options => {
    for await (const part of streamText({ ...options, onError() {} }).fullStream) {
      if (part.type === 'error') return part.error;
    }
  };
  const { outcome: error, calls } = await send(place, 'ppio', script, { call });
  return differences([
    ['code', error?.code, 'RATE_LIMIT_EXCEEDED'],
    ['type', error?.type, 'rate_limit_error'],
    ['calls', calls, 1],
  ]);
}

/** Checks that an error inside a 200 gets an error status code from the gateway. */
async function checkSuccess(place) {
  const { outcome: error, calls } = await send(place, 'ppio', 'LlmErrorCode.NotEnoughBalance;status=200');
  return differences([['status', error.statusCode, 402], ['calls', calls, 1]]);
}

/** Returns how many of these cases have no fault, and prints the faults of the others. */
async function count(cases) {
  let good = 0;
  for (const [name, check] of cases) {
    const faults = await check();
    good += faults.length === 0;
    for (const fault of faults) console.log(`  ${name}: ${fault}`);
  }
  return good;
}

/** Returns a case for each of these rows at each place. */
function casesOf(rows, check) {
  const name = (place, row) => `${row.provider} ${row.table}.${row.variant} ${place.name}`;
  return rows.flatMap(row => places.map(place => [name(place, row), () => check(place, row)]));
}

const ofRows = casesOf(rows, checkRow);
const contradicted = rows.filter(isContradicted);
const others = [
  ...casesOf(contradicted, checkHook),
  ...places.map(place => [`a stated delay ${place.name}`, () => checkDelay(place)]),
  ...places.map(place => [`an error in a stream ${place.name}`, () => checkStream(place)]),
  ['an error inside a success', () => checkSuccess(places[1])],
];
const [good, goodOthers] = [await count(ofRows), await count(others)];
console.log(
  `ai ${version}: ${rows.length} rows directly and through the gateway, ` +
    `${good} of ${ofRows.length} as expected; ${goodOthers} of ${others.length} other cases; ` +
    `by their status code ${contradicted.length} rows are retried, or not, against their hint, unless the SDK's hook reads x-should-retry`,
);
process.exitCode = good === ofRows.length && goodOthers === others.length ? 0 : 1;
