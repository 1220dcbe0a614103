"""A headless Chromium with one page open, driven through its debugging pipe."""

import base64
import json
import os
import shutil
import subprocess
import tempfile

# How long anything may take before the test gives up, in milliseconds.
PATIENCE = 20_000


class Browser:
    def __init__(self, program, width=1280, height=900):
        self.folder = tempfile.mkdtemp()
        commands, self.commands = os.pipe()
        self.messages, messages = os.pipe()
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"]
        arguments += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={self.folder}"]
        # The browser reads commands from its file 3 and writes messages to its file 4.
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{commands} 4>&{messages}', "bash", program, *arguments, "about:blank"],
            pass_fds=[commands, messages], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(messages)
        self.sent, self.left, self.session = 0, b"", None
        self.requests, self.complaints = [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.call(f"{domain}.enable")
        self.resize(width, height)

    def call(self, method, **parameters):
        self.sent += 1
        command = {"id": self.sent, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while True:
            message = self.receive()
            if message.get("id") == self.sent:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            self.notice(message)

    def receive(self):
        while b"\0" not in self.left:
            read = os.read(self.messages, 1 << 20)
            if not read:
                raise RuntimeError("the browser has ended")
            self.left += read
        message, _, self.left = self.left.partition(b"\0")
        return json.loads(message)

    def notice(self, message):
        method, what = message.get("method"), message.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = what["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded" and what["entry"]["level"] == "error":
            self.complaints.append(what["entry"]["text"])

    def open(self, address):
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def resize(self, width, height, mobile=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)

    def prefer(self, scheme):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def evaluate(self, expression):
        """Returns the value of an expression in the page, or of what it promises."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def until(self, condition):
        """Waits for a condition, and returns whether it was met."""
        return self.evaluate(f"""new Promise((done) => {{
            const end = performance.now() + {PATIENCE};
            const look = () => ({condition}) ? done(true) : performance.now() > end ? done(false) : setTimeout(look, 10);
            look();
        }})""")

    def press(self, key, text=None):
        codes = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "/": 191, "Tab": 9}
        typed = {"text": text} if text else {}
        code = codes.get(key, 0)
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **typed)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def screenshot(self, file):
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
