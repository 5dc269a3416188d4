# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Firefox under test, by WebDriver BiDi: Debian has no geckodriver. Ends the test program with 77 where it is not installed."""

import asyncio
import contextlib
import itertools
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading

SKIPPED = 77
START = 120.0  # seconds that a machine under load may need
ANSWER = 180.0

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
if not FIREFOX:
    print("skipped: Firefox is not installed (Debian: firefox-esr)", flush=True)
    sys.exit(SKIPPED)
try:
    import websockets
except ImportError:
    print("skipped: Python's websockets is not installed (Debian: python3-websockets)", flush=True)
    sys.exit(SKIPPED)

# What breaks the Content-Security-Policy is noticed as well, and what scripts throw: the log does not tell of all of that.
WATCH = """() => { window.__violations = [];
document.addEventListener('securitypolicyviolation', e => window.__violations.push(
    e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));
addEventListener('error', e => window.__violations.push('error ' + e.message));
addEventListener('unhandledrejection', e => window.__violations.push('rejection ' + e.reason)); }"""
VIOLATIONS = "return window.__violations || []"


class Firefox:
    """One window. Calls block; what comes meanwhile is taken by a thread."""

    def __init__(self):
        self._profile = tempfile.TemporaryDirectory(prefix="pushlab-firefox-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [FIREFOX, "--headless", "--no-remote", "--profile", self._profile.name, "--remote-debugging-port", "0", "about:blank"],
            env=os.environ | {"HOME": self._profile.name, "no_proxy": "127.0.0.1"},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            self._begin()
        except BaseException:
            self.quit()
            raise

    def _begin(self):
        address = queue.Queue()
        threading.Thread(target=self._listen, args=(address,), daemon=True).start()
        self._numbers = itertools.count(1)
        self._answers = {}
        self.errors = []  # what the console has said of errors
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        os.environ["no_proxy"] = "127.0.0.1"  # for websockets, too
        self._do(self._connect(address.get(timeout=START)))
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded"])
        self.call("script.addPreloadScript", functionDeclaration=WATCH)
        self._context = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def _listen(self, address):
        with self._process.stderr as stream:
            for line in stream:
                found = re.search(r"WebDriver BiDi listening on (ws://\S+)", line)
                if found:
                    address.put(found.group(1) + "/session")

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(START)

    async def _connect(self, address):
        self._socket = await websockets.connect(address, max_size=None)
        self._taking = asyncio.ensure_future(self._take())

    async def _take(self):
        with contextlib.suppress(websockets.ConnectionClosed):  # Firefox has gone
            async for text in self._socket:
                message = json.loads(text)
                if message["type"] == "event":
                    self._note(message["params"])
                elif message.get("id") in self._answers:
                    self._answers.pop(message["id"]).put(message)

    def _note(self, entry):
        if entry.get("level") == "error":
            self.errors.append(f"{entry.get('text')} {(entry.get('stackTrace') or {}).get('callFrames', [])[:1]}")

    def call(self, method, **parameters):
        """A command of WebDriver BiDi, and what comes of it."""
        number = next(self._numbers)
        answer = self._answers[number] = queue.Queue()
        self._do(self._socket.send(json.dumps({"id": number, "method": method, "params": parameters})))
        message = answer.get(timeout=ANSWER)
        if message["type"] != "success":
            raise AssertionError(f"{method}: {message.get('error')}: {message.get('message')}")
        return message["result"]

    def open(self, address):
        self.call("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, script, *arguments):
        """The script's value, by way of JSON; its arguments are texts."""
        result = self.call(
            "script.callFunction", functionDeclaration="function () { return JSON.stringify((function () {" + script + "}).apply(this, arguments)); }",
            arguments=[{"type": "string", "value": argument} for argument in arguments], awaitPromise=False,
            target={"context": self._context})
        if result["type"] != "success":
            raise AssertionError(f"{script}: {result['exceptionDetails']['text']}")
        return json.loads(result["result"].get("value", "null"))

    def cookies_forgotten(self):
        self.call("storage.deleteCookies")

    def found_errors(self):
        """The errors since the last call, and what broke the Content-Security-Policy of this page."""
        found = [*self.errors, *self.run(VIOLATIONS)]
        self.errors.clear()
        return found

    def quit(self):
        try:
            if hasattr(self, "_context"):
                self.call("browser.close")
                self._process.wait(20)
        except (AssertionError, queue.Empty, subprocess.TimeoutExpired):
            pass
        finally:
            self._process.kill()
            self._process.wait()
            if hasattr(self, "_loop"):
                self._loop.call_soon_threadsafe(self._loop.stop)
            self._profile.cleanup()
