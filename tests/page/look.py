#!/usr/bin/env python3
"""Uses the page of `catalog --html` in headless Chromium as a person does, and compares it with the tables and with `explain`.

usage: look.py [FOLDER]      needs Python 3, Chromium and the target wasm32-unknown-unknown; writes screenshots into FOLDER
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from browser import Browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PROGRAMS = TARGET / "debug" / "examples"
LIMIT = 2_000_000

RESPONSES = [
    ("", "", "HTTP/2 429 \r\ncontent-type: application/json\r\nretry-after: 20\r\nx-request-id: req_1\r\n\r\n"
     '{"error":{"message":"Rate limit reached for gpt-4o","type":"tokens","code":"rate_limit_exceeded"}}'),
    ("ppio", "403", '{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}'),
    ("modelverse", "", '{"error":{"type":"rate_limit_error","code":"rate_limit","message":"Rate limit exceeded"}}'),
    ("", "402", '{"error":{"message":"余额不足，请充值","code":"nothing_known"}}'),
    ("", "503", "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"),
    ("", "", "HTTP/1.1 100 Continue\n\nHTTP/1.1 429 Too Many Requests\nretry-after: Thu, 26 Nov 2099 10:00:00 GMT\n\nslow down"),
    ("", "", 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"id":"1","choices":[]}'),
    ("", "", 'HTTP/1.1 200 OK\r\n\r\n{"error":{"code":"rate_limit_exceeded"}}'),
    ("", "", "<script>document.title = 'changed'</script>"),
]


class Checks:
    def __init__(self):
        self.made = self.failed = 0

    def equal(self, what, found, expected):
        self.made += 1
        if found != expected:
            self.failed += 1
            print(f"{what}: {found!r} instead of {expected!r}")


def run(*command, stdin=None):
    return subprocess.run(command, cwd=ROOT, input=stdin, stdout=subprocess.PIPE, check=True, text=True).stdout


def prepare():
    run("cargo", "build", "--quiet", "--package", "error-codes-examples", "--example", "catalog", "--example", "explain")
    page = TARGET / "page" / "catalog.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(run(PROGRAMS / "catalog", "--html"))
    return page, json.loads(run(PROGRAMS / "catalog", "--json"))


def fill(browser, field, value):
    event = "new Event('input', { bubbles: true })"
    browser.evaluate(f"byId({json.dumps(field)}).value = {json.dumps(value)}, byId({json.dumps(field)}).dispatchEvent({event})")


def clear(browser):
    for field in ["query", "kind", "provider", "status"]:
        fill(browser, field, "")


def found(browser):
    return browser.evaluate("found.map((row) => row.id)")


def id_of(row):
    return f"{row['provider']}/{row['table']}/{row['variant']}"


def check_search(checks, browser, rows):
    count = f"{len(rows):,} rows of {len({row['provider'] for row in rows})} providers"
    checks.equal("what is there", browser.evaluate("byId('count').textContent"), count)
    checks.equal("without a search", found(browser), [id_of(row) for row in rows])
    checks.equal("rows that are drawn at first", browser.evaluate("list.childElementCount < 200"), True)

    fill(browser, "query", "insufficient_quota")
    first = browser.evaluate("[...list.querySelectorAll('.code')].slice(0, 2).map((code) => code.textContent)")
    checks.equal("a code is first", first, ["insufficient_quota", "insufficient_quota"])
    fill(browser, "query", "InsufficientQuota")
    checks.equal("a code in another spelling", browser.evaluate("found[0].title"), "insufficient_quota")
    fill(browser, "query", "429")
    is_429 = {id_of(row) for row in rows if row["status"] and "429" in row["status"].split(", ")}
    checks.equal("a status", is_429 <= set(found(browser)) and len(found(browser)) < len(rows) / 2, True)
    for word in ["余额", "频率", "ＲＡＴＥ limit", "modelverse rate_limit"]:
        fill(browser, "query", word)
        words = word.replace("ＲＡＴＥ", "rate").split()
        texts = "found.every((row) => %s.every((word) => row.text.includes(word)))" % json.dumps(words)
        checks.equal(f"{word}: every row has it", browser.evaluate(f"found.length > 0 && {texts}"), True)
    fill(browser, "query", "余额")
    has_word = [row for row in rows if "余额" in " ".join([*row["messages"], row["summary"] or ""])]
    checks.equal("a Chinese word", set(found(browser)), {id_of(row) for row in has_word})
    fill(browser, "query", "<img src=x onerror=alert(1)>")
    checks.equal("nothing", browser.evaluate("byId('count').textContent"), "No row fits.")
    clear(browser)


def check_scrolling(checks, browser):
    for shown in [60, 120, 180]:
        more = f"list.childElementCount > {shown}"
        checks.equal(f"{shown} rows are drawn", browser.evaluate(f"list.childElementCount >= {shown}"), True)
        browser.evaluate("byId('look-up').scrollTop = byId('look-up').scrollHeight")
        checks.equal(f"more than {shown} rows at the end", browser.until(more), True)
    browser.evaluate("byId('look-up').scrollTop = 0")


def check_filters(checks, browser, rows):
    for field, value, fits in [
        ("kind", "timeout", lambda row: row["kind"] == "timeout"),
        ("provider", "ppio", lambda row: row["provider"] == "ppio"),
        ("status", "503", lambda row: {"503", "5xx"} & set((row["status"] or "").split(", "))),
    ]:
        fill(browser, field, value)
        checks.equal(f"{field} {value}", found(browser), [id_of(row) for row in rows if fits(row)])
        clear(browser)
    fill(browser, "kind", "rate_limited")
    fill(browser, "provider", "openai")
    both = [id_of(row) for row in rows if row["kind"] == "rate_limited" and row["provider"] == "openai"]
    checks.equal("two filters", found(browser), both)
    browser.evaluate("byId('filters').reset()")
    checks.equal("cleared", browser.until(f"found.length === {len(rows)}"), True)


def check_rows(checks, browser, page, rows):
    browser.open(f"{page.as_uri()}#openai/ErrorCode/RateLimitExceeded")
    row = next(row for row in rows if id_of(row) == "openai/ErrorCode/RateLimitExceeded")
    text = browser.evaluate("byId('row').innerText")
    for expected in [row["code"], row["summary"], row["docs"], "(retrieved 20", "The same code at"]:
        checks.equal(f"{expected} in a row", expected in text, True)
    same = browser.evaluate("[...document.querySelectorAll('#row tbody tr')].map((line) => line.querySelector('a').hash.slice(1))")
    bare = lambda name: "".join(letter for letter in name.lower() if letter.isalnum())
    names = lambda row: {bare(name) for name in ([row["code"], *row["aliases"]] if row["code"] else [row["type"] or ""])}
    expected = {id_of(other) for other in rows if "ratelimitexceeded" in names(other)}
    checks.equal("the same code elsewhere", expected <= set(same) and same[0] == id_of(row), True)
    links = browser.evaluate("document.querySelector('#row dd a[target]').href")
    checks.equal("the source", links, row["docs"])
    every = browser.evaluate("allRows.every((row) => rowsById.get(decoded(addressOf(row).slice(1))) === row)")
    checks.equal("every address leads to its row", every and browser.evaluate("rowsById.size === allRows.length"), True)


def check_keyboard(checks, browser):
    browser.evaluate("location.hash = ''")
    browser.until("document.body.dataset.view === 'list'")
    browser.evaluate("document.activeElement.blur()")
    focused = "document.activeElement.id || document.activeElement.closest('li') && [...list.children].indexOf(document.activeElement.closest('li'))"
    browser.press("/", "/")
    checks.equal("/ goes to the search", browser.evaluate(focused), "query")
    browser.type("rate")
    checks.equal("typed", browser.evaluate("filters.query.value"), "rate")
    for key, expected in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", "query")]:
        browser.press(key)
        checks.equal(key, browser.evaluate(focused), expected)
    browser.evaluate("list.lastElementChild.firstElementChild.focus()")
    before = browser.evaluate(focused)
    browser.press("ArrowDown")
    checks.equal("ArrowDown at the last drawn row", browser.evaluate(focused), before + 1)
    browser.press("Enter", "\r")
    checks.equal("Enter opens the row", browser.until("document.body.dataset.view === 'row' && document.activeElement.id === 'row'"), True)
    browser.press("Escape")
    checks.equal("Escape closes it", browser.until("document.body.dataset.view === 'list'"), True)
    checks.equal("and is back at the row", browser.until(f"({focused}) === {before + 1}"), True)
    browser.press("/", "/")
    browser.evaluate("dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }))")
    checks.equal("Escape in the composition of a word", browser.evaluate("filters.query.value"), "rate")
    browser.press("Escape")
    checks.equal("Escape empties the search", browser.evaluate("filters.query.value"), "")
    browser.type("insufficient_quota")
    browser.press("Enter", "\r")
    checks.equal("Enter opens the best row", browser.until("document.querySelector('#row h2')?.textContent === 'insufficient_quota'"), True)
    clear(browser)


def check_explanations(checks, browser):
    browser.evaluate("location.hash = '#explain'")
    checks.equal("the form has the focus", browser.until("document.activeElement.id === 'response'"), True)
    for provider, status, text in RESPONSES:
        arguments = (["--provider", provider] if provider else []) + (["--status", status] if status else [])
        expected = json.loads(run(PROGRAMS / "explain", *arguments, "--json", "-", stdin=text))
        spoken = run(PROGRAMS / "explain", *arguments, "-", stdin=text).splitlines()
        browser.evaluate("byId('explanation').replaceChildren()")
        for field, value in [("sender", provider), ("response-status", status), ("response", text)]:
            fill(browser, field, value)
        browser.until("document.querySelector('#explanation pre')")
        told = browser.evaluate("JSON.parse(document.querySelector('#explanation pre').textContent)")
        lines = browser.evaluate("""[document.querySelector('#explanation .what').textContent,
            ...[...document.querySelectorAll('#explanation dt')].filter((term) => term.textContent !== 'look up')
                .map((term) => `  ${term.textContent.padEnd(10)} ${term.nextElementSibling.textContent}`)]""")
        if "2099" in text:
            # The two have read their clocks one after the other.
            told, expected = ({**error, "retry_after_ms": 0} for error in (told, expected))
            lines, spoken = ([line for line in all if not line.startswith("  retry")] for all in (lines, spoken))
        checks.equal(f"{text!r} as JSON", told, expected)
        checks.equal(f"{text!r} for a person", lines, spoken)
    checks.equal("nothing pasted is run", browser.evaluate("document.title"), "Errors of AI APIs")
    fill(browser, "response-status", "4x9")
    refusal = browser.until("document.querySelector('#explanation .notice')?.textContent.startsWith('a status code is')")
    checks.equal("a status that is none", refusal, True)
    check_the_way_to_the_row(checks, browser)
    browser.evaluate("byId('paste').reset()")
    checks.equal("cleared", browser.until("byId('explanation').childElementCount === 0"), True)


def check_the_way_to_the_row(checks, browser):
    provider, status, text = RESPONSES[1]
    for field, value in [("sender", provider), ("response-status", status), ("response", text)]:
        fill(browser, field, value)
    browser.until("document.querySelector('#explanation .row-link')")
    browser.evaluate("document.querySelector('#explanation .row-link').click()")
    row = "#ppio/LlmErrorCode/NotEnoughBalance"
    checks.equal("the row of an explanation", browser.until(f"location.hash === '{row}' && document.body.dataset.view === 'row'"), True)
    browser.evaluate("history.back()")
    checks.equal("the way back", browser.until("document.body.dataset.view === 'explain'"), True)
    kept = browser.evaluate("pasted.text.value !== '' && document.querySelector('#explanation .row-link') !== null")
    checks.equal("the explanation is still there", kept, True)


def check_nothing_is_loaded(checks, browser, page):
    loaded = [address for address in browser.requests if not address.startswith(page.as_uri())]
    checks.equal("what was loaded", loaded, [])
    checks.equal("what the browser complained about", browser.complaints, [])
    browser.evaluate("""addEventListener('securitypolicyviolation', (event) => (window.refused ??= []).push(event.effectiveDirective)),
        fetch('http://127.0.0.1:9/').catch(() => {}), new Image().src = 'http://127.0.0.1:9/', navigator.sendBeacon('http://127.0.0.1:9/')""")
    refused = browser.until("window.refused?.length === 3") and browser.evaluate("refused.sort()")
    checks.equal("what the page may not load", refused, ["connect-src", "connect-src", "img-src"])


def check_narrow_and_dark(checks, browser, folder):
    def see(name, address, width, height, scheme="light"):
        browser.resize(width, height, mobile=width < 600)
        browser.prefer(scheme)
        browser.evaluate(f"location.hash = {json.dumps(address)}")
        browser.until(f"location.hash === {json.dumps(address)} && document.body.dataset.view")
        wide = browser.evaluate("document.documentElement.scrollWidth > innerWidth")
        checks.equal(f"{name}: wider than the window", wide, False)
        if folder:
            browser.evaluate("new Promise(requestAnimationFrame)")
            browser.screenshot(folder / f"{name}.png")

    row = "#openai/ErrorCode/RateLimitExceeded"
    see("desktop", row, 1280, 900)
    see("dark", row, 1280, 900, "dark")
    fill(browser, "query", "余额")
    see("chinese", "#dashscope/ErrorCode/Arrearage", 1280, 900)
    clear(browser)
    see("phone", "#", 390, 844)
    see("phone-row", row, 390, 844, "dark")
    fill(browser, "response", RESPONSES[0][2])
    browser.until("document.querySelector('#explanation pre')")
    see("phone-explained", "#explain", 390, 844)
    see("explained", "#explain", 1280, 900)
    see("explained-dark", "#explain", 1280, 900, "dark")


def main():
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if program is None:
        sys.exit("look.py: there is no Chromium")
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    page, rows = prepare()
    checks = Checks()
    checks.equal("the size is below the limit", page.stat().st_size < LIMIT, True)
    browser = Browser(program)
    try:
        browser.open(page.as_uri())
        check_search(checks, browser, rows)
        check_scrolling(checks, browser)
        check_filters(checks, browser, rows)
        check_rows(checks, browser, page, rows)
        check_keyboard(checks, browser)
        check_explanations(checks, browser)
        check_narrow_and_dark(checks, browser, folder)
        check_nothing_is_loaded(checks, browser, page)
    finally:
        browser.close()
    print(f"Chromium: {checks.made - checks.failed} of {checks.made} as expected, the page has {page.stat().st_size:,} bytes")
    sys.exit(checks.failed > 0)


main()
