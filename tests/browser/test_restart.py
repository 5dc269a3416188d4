#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A host with a database is killed and started again under open room pages: they come back by themselves and miss nothing."""

import json
import pathlib
import tempfile
import threading
import time

from support import wait
from support.browser import IN_FRONT, BrowserTest
from support.builtinpage import RoomPage, TECHNIQUES
from support.host import Host
from support.runner import run

ROOM = "lobby"
AWAY = 4.0  # seconds between the kill and the next start: longer than a poll interval and the first retry
STATE = "return document.querySelector('#state').textContent"
BANNER = "const banner = document.querySelector('#banner'); return banner.hidden ? '' : banner.innerText"
GAPS = "return [...document.querySelectorAll('#log .gap')].map(e => e.textContent)"
FILL = """document.querySelector('#text').value = arguments[0];
document.getElementById('send-form').requestSubmit();"""


class Sender(threading.Thread):
    """A client of the API that numbers its messages, and sends each until the host has acknowledged it."""

    def __init__(self, host, count, pause):
        super().__init__(daemon=True)
        self._host, self._count, self._pause = host, count, pause
        self.sent = []  # texts, as they were acknowledged
        self.retries = 0

    def run(self):
        for number in range(self._count):
            text = f"number {number}"
            while not self._send(text):
                self.retries += 1
                time.sleep(0.1)
            self.sent.append(text)
            time.sleep(self._pause)

    def _send(self, text):
        body = json.dumps({"text": text, "from": "Ann", "id": text, "member": "sender", "via": "polling"})
        try:
            status, _, _ = self._host.request("POST", f"/api/rooms/{ROOM}/messages", body, {"Content-Type": "application/json"})
        except OSError:
            return False
        return status == 201


class RestartTest(BrowserTest):
    flags = IN_FRONT

    def make_host(self):
        self.folder = tempfile.TemporaryDirectory(prefix="pushlab-restart-")
        self.addCleanup(self.folder.cleanup)
        return Host(arguments=("--database", str(pathlib.Path(self.folder.name) / "class.sqlite")))

    def open_pages(self):
        pages = {}
        for technique in TECHNIQUES:
            pages[technique] = RoomPage(self, ROOM)
            pages[technique].choose(technique)
        return pages

    def await_loss(self, pages):
        """Every page says of itself that it has lost its host and will try again."""
        for technique, page in pages.items():
            wait.until(lambda page=page: "Connection lost" in page.run(STATE) and "Retrying in" in page.run(BANNER),
                       lambda page=page, technique=technique:
                       f"{technique} says that it is lost, not {page.run(STATE)!r} and {page.run(BANNER)!r}")

    def test_pages_miss_nothing_when_the_host_is_killed(self):
        # What fails meanwhile is in the console of any page whose host is away.
        self.expected_errors += [r"net::ERR_", r"WebSocket connection to", r"Failed to load resource"]
        pages = self.open_pages()
        sender = Sender(self.host, 100, 0.1)
        sender.start()
        for page in pages.values():
            wait.until(lambda page=page: "number 3" in page.texts(), "the first messages come")
        self.host.kill()
        killed_at = time.monotonic()
        self.await_loss(pages)
        for technique, page in pages.items():
            page.run(FILL, f"by {technique}")  # written while nobody is there
        time.sleep(max(0.0, AWAY - (time.monotonic() - killed_at)))
        self.assertGreater(sender.retries, 5, "the sender found nobody there")
        self.host.start_again()
        sender.join(60)
        self.assertFalse(sender.is_alive(), f"everything is acknowledged: {len(sender.sent)}")
        written = {f"by {technique}" for technique in TECHNIQUES}
        wait.until(lambda: written <= set(self.host.log(ROOM)), "what was written meanwhile is sent")
        said = self.host.log(ROOM)
        self.assertEqual([text for text in said if text not in written], sender.sent)
        self.assertEqual(len(said), 100 + len(written))
        for technique, page in pages.items():
            with self.subTest(technique):
                page.expect(said)
                self.assertEqual(page.run(GAPS), [])
                self.assertEqual(page.run(BANNER), "")


if __name__ == "__main__":
    run()
