"""Rewrites the rows of `catalog --json` as the library reads their responses in the provider's own shape.

    as_read.py ROWS.json MOCK_URL EXPLAIN

A client must come to the same conclusions as the library does. These may differ from the row: a tentative one is refined by its
message, and a quota that renews is a rate limit if the response says that it does so soon, as the tests let it say.
"""

import json
import subprocess
import sys
import urllib.error
import urllib.request


def response_of(row, mock):
    """Returns what the provider sends, as a line of `explain --ndjson`."""
    script = f"{row['table']}.{row['variant']};retry-after-ms=1"
    url = f"{mock}/{row['provider']}/v1/chat/completions"
    body = json.dumps({"model": script}).encode()
    request = urllib.request.Request(url, data=body, headers={"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            status, headers, body = response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        status, headers, body = error.code, error.headers, error.read()
    return {"provider": row["provider"], "status": status, "headers": dict(headers), "body": body.decode()}


def main(path, mock, explain):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    responses = [response_of(row, mock) for row in rows]
    lines = "\n".join(map(json.dumps, responses))
    output = subprocess.run([explain, "--ndjson"], input=lines, capture_output=True, text=True, check=True).stdout
    for row, response, line in zip(rows, responses, output.splitlines(), strict=True):
        read = json.loads(line)
        row |= {name: read[name] for name in ("kind", "retry", "code")}
        row |= {"message": read["message"] or row["summary"], "sent": response["status"]}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rows, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
