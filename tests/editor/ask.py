#!/usr/bin/env python3
"""Asks rust-analyzer about a table: completion, definitions, hover, and a row that is being typed.

usage: ask.py          needs Python 3 and rust-analyzer (`rustup component add rust-analyzer`)
"""

import json
import os
import pathlib
import queue
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
CRATE = ROOT / "target" / "editor"

TABLE = """error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: OPENAI,
    }

    pub enum ErrorCode {
        | status | code    | variant        | kind           | retry | scope | message | summary              |
        | 401    | bad_key | -              | Authentication | Never | -     | -       | "a wrong key"        |
HALF        | 429    | 2007    | TooManyPrompts | RateLimited    | -     | Model | -       | "a limit on prompts" |
    }
}

fn main() {
    println!("{} {}", ErrorCode::BadKey, ErrorCode::TooManyPrompts);
}
"""

HALF_TYPED = "        | 500    | half    | -              | Int\n"


class Editor:
    """A language server with one file open."""

    def __init__(self, text):
        (CRATE / "src").mkdir(parents=True, exist_ok=True)
        manifest = '[package]\nname = "table"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n'
        manifest += f'error-codes = {{ path = "{ROOT / "error-codes"}" }}\n'
        (CRATE / "Cargo.toml").write_text(manifest)
        self.file = CRATE / "src" / "main.rs"
        self.file.write_text(text)
        self.text = text
        self.server = subprocess.Popen(
            ["rust-analyzer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=CRATE
        )
        self.responses, self.notices, self.sent = queue.Queue(), queue.Queue(), 0
        threading.Thread(target=self.listen, daemon=True).start()
        self.request("initialize", {
            "processId": os.getpid(),
            "rootUri": CRATE.as_uri(),
            "capabilities": {"experimental": {"serverStatusNotification": True}},
            "initializationOptions": {"checkOnSave": False, "cachePriming": {"enable": False}},
        })
        self.send({"method": "initialized", "params": {}})
        document = {"uri": self.file.as_uri(), "languageId": "rust", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while not self.notices.get(timeout=300)["params"].get("quiescent"):
            pass

    def listen(self):
        while headers := self.server.stdout.readline():
            while (line := self.server.stdout.readline()) != b"\r\n":
                headers += line
            length = next(int(line.split(b":")[1]) for line in headers.splitlines() if line.lower().startswith(b"content-length"))
            message = json.loads(self.server.stdout.read(length))
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                self.send({"id": message["id"], "result": [None] * len(items) or None})
            elif "id" in message:
                self.responses.put(message.get("result"))
            elif message["method"] == "experimental/serverStatus":
                self.notices.put(message)

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def request(self, method, params):
        self.sent += 1
        self.send({"id": self.sent, "method": method, "params": params})
        return self.responses.get(timeout=300)

    def at(self, method, word, letters=1):
        """Sends a request about a position: this many letters into the last occurrence of a word."""
        before = self.text[: self.text.rindex(word) + letters]
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": self.file.as_uri()}, "position": position})

    def completions(self, word, letters):
        return [item["label"] for item in (self.at("completion", word, letters) or {}).get("items", [])]

    def definition(self, word, letters=1):
        places = self.at("definition", word, letters) or []
        return [pathlib.Path(place.get("targetUri", place.get("uri"))).name for place in places]

    def hover(self, word, letters=1):
        contents = (self.at("hover", word, letters) or {}).get("contents", "")
        return contents["value"] if isinstance(contents, dict) else str(contents)

    def close(self):
        self.server.kill()
        self.server.wait()


class Checks:
    def __init__(self):
        self.made = self.failed = 0

    def contains(self, what, found, *expected):
        self.made += 1
        missing = [one for one in expected if one not in found]
        if missing:
            self.failed += 1
            print(f"{what}: {missing} missing in {found}")


def check_table(checks, text, state):
    editor = Editor(text)
    kinds = ["RateLimited", "QuotaExhausted", "Unknown"]
    checks.contains(f"{state}: completion of a kind", editor.completions("RateLimited", 4), *kinds)
    checks.contains(f"{state}: completion of a kind before its first letter", editor.completions("Authentication", 0), *kinds)
    checks.contains(f"{state}: completion of a hint", editor.completions("Never", 2), "AfterReset", "Backoff")
    checks.contains(f"{state}: completion of a scope", editor.completions("Model", 2), "Account", "Provider")
    checks.contains(f"{state}: completion of a shape", editor.completions("OPENAI", 2), "ANTHROPIC", "KRATOS")
    checks.contains(f"{state}: completion of a variant", editor.completions("::TooManyPrompts", 4), "BadKey", "TooManyPrompts")
    checks.contains(f"{state}: definition of a kind", editor.definition("RateLimited"), "kind.rs")
    checks.contains(f"{state}: definition of a hint", editor.definition("Never"), "retry.rs")
    checks.contains(f"{state}: definition of a scope", editor.definition("Model"), "scope.rs")
    checks.contains(f"{state}: definition of a variant", editor.definition("::TooManyPrompts", 3), "main.rs")
    checks.contains(f"{state}: definition of a derived variant", editor.definition("::BadKey", 3), "main.rs")
    checks.contains(f"{state}: hover", editor.hover("::BadKey", 3), "A wrong key.", "Status 401", "kind Authentication")
    if state == "half typed":
        checks.contains("half typed: completion of its kind", editor.completions("Int\n", 3), "Internal")
    editor.close()


def main():
    checks = Checks()
    check_table(checks, TABLE.replace("HALF", ""), "whole")
    check_table(checks, TABLE.replace("HALF", HALF_TYPED), "half typed")
    print(f"rust-analyzer: {checks.made - checks.failed} of {checks.made} as expected")
    sys.exit(checks.failed > 0)


main()
