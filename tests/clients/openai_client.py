"""Tests OpenAI's Python SDK with every row of every provider in OpenAI's shape, from the provider and through the gateway.

    openai_client.py ROWS.json MOCK_URL GATEWAY_URL
"""

import json
import sys
import time
import urllib.parse
import urllib.request

import openai

MAX_RETRIES = 2

# The exception that the SDK raises for a kind, by its own `_make_status_error`: 402, 413 and 499 have no class of their own,
# and all status codes from 500 share one.
EXPECTED = {
    "invalid_request": (openai.BadRequestError, {400}),
    "content_filtered": (openai.BadRequestError, {400}),
    "context_length": (openai.BadRequestError, {400}),
    "authentication": (openai.AuthenticationError, {401}),
    "quota_exhausted": (openai.APIStatusError, {402}),
    "permission_denied": (openai.PermissionDeniedError, {403}),
    "not_found": (openai.NotFoundError, {404}),
    "conflict": (openai.ConflictError, {409}),
    "payload_too_large": (openai.APIStatusError, {413}),
    "rate_limited": (openai.RateLimitError, {429}),
    "cancelled": (openai.APIStatusError, {499}),
    "timeout": (openai.InternalServerError, range(500, 600)),
    "unavailable": (openai.InternalServerError, range(500, 600)),
    "internal": (openai.InternalServerError, range(500, 600)),
    "unknown": (openai.InternalServerError, range(500, 600)),
}

# The values of `error.type` that OpenAI uses.
TYPES = {
    "invalid_request_error",
    "authentication_error",
    "permission_error",
    "rate_limit_error",
    "insufficient_quota",
    "server_error",
}

MESSAGES = [{"role": "user", "content": "hello"}]


class Place:
    """Where the SDK sends its requests: to a provider itself, or to the gateway in front of it."""

    def __init__(self, name, mock, url, prefix, options):
        self.name, self.mock, self.prefix, self.options = name, mock, prefix, options
        self.client = openai.OpenAI(base_url=f"{url}/v1", api_key="key", max_retries=MAX_RETRIES)

    def send(self, provider, script, **arguments):
        """Sends one request, and returns the outcome and how often the provider was called."""
        calls = f"{self.mock}/calls/{provider}/{urllib.parse.quote(script)}"
        urllib.request.urlopen(urllib.request.Request(calls, method="DELETE")).close()
        try:
            outcome = self.client.chat.completions.create(
                model=self.prefix + script, messages=MESSAGES, **arguments
            )
            if arguments.get("stream"):
                outcome = [chunk.choices[0].delta.content for chunk in outcome]
        except openai.OpenAIError as error:
            outcome = error
        with urllib.request.urlopen(calls) as count:
            return outcome, int(count.read())


def places(mock, gateway, provider):
    # The provider itself would respond in its own shape; the gateway has to convert that to OpenAI's.
    yield Place("directly", mock, f"{mock}/{provider}", "", ";shape=openai")
    yield Place("through the gateway", mock, gateway, f"{provider}/", "")


def kind_of(row):
    """Returns the kind that a client sees. A row with neither a kind nor a status code of its own, sent with one that blames the
    request, is a fault of the request."""
    says_nothing = row["kind"] == "unknown" and row["status"] is None and row["sent"] < 500
    return "invalid_request" if says_nothing else row["kind"]


def calls_of(row, error):
    if row["retry"] == "unspecified":
        retries = error.status_code in (408, 409, 429) or error.status_code >= 500
    else:
        retries = row["retry"] != "never"
    return 1 + MAX_RETRIES if retries else 1


def check_row(place, row):
    """Returns the differences from what is expected."""
    script = f"{row['table']}.{row['variant']}{place.options};retry-after-ms=1"
    error, calls = place.send(row["provider"], script)
    expected, statuses = EXPECTED[kind_of(row)]
    # The SDK has a class for this status code, which blames the request as well.
    if expected is openai.BadRequestError and row["sent"] == 422 and kind_of(row) == "invalid_request":
        expected, statuses = openai.UnprocessableEntityError, {422}
    if type(error) is not expected:
        return [f"{error!r} instead of {expected.__name__}"]
    pairs = [
        ("code", error.code, row["code"]),
        ("message", error.body["message"], row["message"]),
        ("calls", calls, calls_of(row, error)),
    ]
    faults = [f"{what} {found!r} instead of {wanted!r}" for what, found, wanted in pairs if found != wanted]
    if error.status_code not in statuses:
        faults.append(f"status {error.status_code}")
    if error.type not in TYPES:
        faults.append(f"type {error.type!r}")
    return faults


def check_delay(place):
    """A stated delay is honoured. It is longer than the half second after which the SDK retries by default."""
    script = f"LlmErrorCode.RateLimitExceeded{place.options};retry-after-ms=700,ok"
    begin = time.monotonic()
    outcome, calls = place.send("ppio", script)
    waited = time.monotonic() - begin
    if isinstance(outcome, openai.OpenAIError) or calls != 2 or waited < 0.7:
        return [f"{outcome!r} after {calls} calls and {waited:.3f} s"]
    return []


def check_stream(place):
    """An error after a 200 is raised, without a class for its status code, and not retried."""
    script = f"LlmErrorCode.RateLimitExceeded{place.options};late"
    error, calls = place.send("ppio", script, stream=True)
    found = (type(error), getattr(error, "code", None), getattr(error, "type", None), calls)
    wanted = (openai.APIError, "RATE_LIMIT_EXCEEDED", "rate_limit_error", 1)
    return [] if found == wanted else [f"{found} instead of {wanted}: {error!r}"]


def check_success(place):
    """An error inside a 200 gets an error status code from the gateway."""
    error, calls = place.send("ppio", "LlmErrorCode.NotEnoughBalance;status=200")
    if getattr(error, "status_code", None) == 402 and calls == 1:
        return []
    return [f"{error!r} after {calls} calls"]


def count(cases):
    """Returns how many of these cases have no fault, and prints the faults of the others."""
    good = 0
    for name, faults in cases:
        good += not faults
        for fault in faults:
            print(f"  {name}: {fault}")
    return good


def main(rows, mock, gateway):
    with open(rows, encoding="utf-8") as file:
        rows = json.load(file)
    ids = {row["provider"] for row in rows}
    all_places = {id: list(places(mock, gateway, id)) for id in ids}

    all_rows = [(place, row) for row in rows for place in all_places[row["provider"]]]
    good = count(
        (f"{row['provider']} {row['table']}.{row['variant']} {place.name}", check_row(place, row))
        for place, row in all_rows
    )
    others = [
        *((f"a stated delay {place.name}", check_delay(place)) for place in all_places["ppio"]),
        *((f"an error in a stream {place.name}", check_stream(place)) for place in all_places["ppio"]),
        ("an error inside a success", check_success(all_places["ppio"][1])),
    ]
    good_others = count(others)
    print(
        f"openai {openai.__version__}: {len(rows)} rows directly and through the gateway, "
        f"{good} of {len(all_rows)} as expected; {good_others} of {len(others)} other cases"
    )
    return good != len(all_rows) or good_others != len(others)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
