# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Members that are room pages in a real browser: four windows, for more of one browser could not hold a long poll each."""

import asyncio
import concurrent.futures
import contextlib
import pathlib
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "browser"))

PAGES_PER_BROWSER = 4
PAUSE = 0.3  # seconds between two looks at the pages
# Answers an open question that was not answered yet, again where the page has got no answer from the host; says whether it did.
ANSWER = """const q = PushLab.roomClient && PushLab.roomClient.inForce.question;
if (!q || !q.open || q.guess !== undefined || (window.__answered === q.id && Date.now() < window.__again))
    return false;
const form = document.getElementById('guess-form');
if (!form.checkVisibility())
    return false;
window.__answered = q.id;
window.__again = Date.now() + 12000;
document.getElementById('guess').value = arguments[0];
document.getElementById('guess-send').click();
return true;"""
# Notes the numbers of the messages that are shown, in the order of the rows.
SHOWN = "return [...document.querySelectorAll('#log .message[data-seq]')].map(row => Number(row.dataset.seq))"
SAY = """const field = document.getElementById('text');
field.value = arguments[0];
field.dispatchEvent(new Event('input', {bubbles: true}));
document.getElementById('send').click();"""


class PageMember:
    """One window. What it does is done in the browser's own thread."""

    kind = "page"

    def __init__(self, browser, window, name):
        self.name = name
        self.seqs = []
        self.said = 0
        self._browser = browser
        self._window = window

    @property
    def last(self):
        return self.seqs[-1] if self.seqs else 0

    async def say(self, text):
        await self._browser.run(self._window, SAY, text)
        self.said += 1

    async def look(self):
        self.seqs = await self._browser.run(self._window, SHOWN)


class Browser:
    """A Chromium with its pages. GUESS gives a guess."""

    def __init__(self, guess, complain):
        self.members = []
        self._guess = guess
        self._complain = complain
        self._thread = concurrent.futures.ThreadPoolExecutor(1)
        self._profile = tempfile.TemporaryDirectory(prefix="pushlab-lesson-browser-", ignore_cleanup_errors=True)
        self._driver = None
        self._looking = None
        self._opened = 0.0  # seconds since 1970

    @staticmethod
    def is_there():
        try:
            with contextlib.redirect_stdout(None):
                from support import requirements  # noqa: F401
        except SystemExit:
            return False
        return True

    async def start(self, url, members):
        """MEMBERS: pairs of name and technique."""
        await self._call(self._open, url, members)
        self._looking = asyncio.create_task(self._look())

    async def run(self, window, script, *arguments):
        return await self._call(self._execute, window, script, *arguments)

    async def stop(self):
        if self._looking:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
        await self._call(self._close)
        self._thread.shutdown()

    def kill(self):
        """Ends the browser, whatever state it is in."""
        if driver := self._driver:
            self._driver = None
            driver.quit()
            self._profile.cleanup()

    async def _look(self):
        while True:
            for member in self.members:
                await self.run(member._window, ANSWER, f"{self._guess():g}")
            await asyncio.sleep(PAUSE)

    def _call(self, function, *arguments):
        return asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def _open(self, url, members):
        from support import browser
        self._driver = browser.start(self._profile.name, browser.IN_FRONT)
        self._opened = time.time()
        self._driver.set_page_load_timeout(60)
        for name, technique in members:
            if self.members:
                self._driver.switch_to.new_window("window")
            self._driver.execute_cdp_cmd("Page.enable", {})
            self._driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": browser.WATCH})
            self._driver.get(f"{url}web/lobby/?name={urllib.parse.quote(name)}&technique={technique}&lang=en")
            self.members.append(PageMember(self, self._driver.current_window_handle, name))

    def _execute(self, window, script, *arguments):
        if self._driver.current_window_handle != window:
            self._driver.switch_to.window(window)
        return self._driver.execute_script(script, *arguments)

    def _close(self):
        """Complains of what the console says: warnings too, but of the icon that no host has."""
        if not self._driver:
            return
        try:
            for entry in self._driver.get_log("browser"):
                if "/favicon.ico" not in entry["message"]:
                    since = entry["timestamp"] / 1000 - self._opened
                    self._complain(f"a page's console, {since:.1f} s after it was opened: {entry['level']} {entry['message']}")
            for member in self.members:
                for violation in self._execute(member._window, "return window.__violations || []"):
                    self._complain(f"{member.name}, page: {violation}")
        finally:
            self.kill()
