# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The host's own pages. All that is known of them here are the hooks in this file."""

import time

from . import wait
from .host import POLL, quoted
from .tutorialpage import FILL, LISTED

FIELD, BUTTON, LOG = "#text", "#send", "#log"
TEXTS = "#log .message .text"
REQUESTS = "#requests"
TECHNIQUES = ("polling", "long-polling", "websocket", "sse")

CHOOSE = "document.querySelector(`input[name=technique][value=\"${arguments[0]}\"]`).click()"
CHOSEN = "return document.querySelector('input[name=technique]:checked')?.value"
ASKED = ("return performance.getEntriesByType('resource').map(e => new URL(e.name))"
         ".filter(u => u.pathname.startsWith('/api/rooms/') && u.searchParams.has('after')).length")

NUMBERS = """const cells = [...document.querySelector(`#numbers [data-row="${arguments[0]}"]`).querySelectorAll('td')];
return Object.fromEntries(cells.map(cell => [cell.className.split(' ')[0], cell.textContent]));"""
MEASURES = "return PushLab.roomClient.clock.taken >= 5 && PushLab.roomClient.liveFrom < Infinity"
HIDE = """Object.defineProperty(document, 'hidden', {value: arguments[0], configurable: true});
document.dispatchEvent(new Event('visibilitychange'));"""


class BuiltinPage:
    """One open page with a log, a field and a button. Every call makes its window the current one."""

    def __init__(self, test, path):
        self.path = path
        self._poll = 2.0 if path == "/home/" else POLL  # this one is not told by the host
        self._test = test
        self._handle = test.open(path)
        wait.until(lambda: self.run("return document.readyState") == "complete", f"{path} is loaded")
        for hook in (FIELD, BUTTON, LOG):
            test.assertIsNotNone(self.run("return document.querySelector(arguments[0])", hook), f"{path}: {hook}")

    def run(self, script, *arguments):
        self._test.driver.switch_to.window(self._handle)
        return self._test.driver.execute_script(script, *arguments)

    def send(self, text, room="lobby"):
        """Sends TEXT, once the page lets its reader send, and waits until the room has it."""
        wait.until(lambda: not self.run("return document.querySelector(arguments[0]).disabled", BUTTON),
                   f"{self.path} lets its reader send")
        before = len(self._test.host.log(room))
        self.run(FILL, FIELD, text, BUTTON)
        wait.until(lambda: len(self._test.host.log(room)) > before, f"{self.path} sends {text!r}")

    def texts(self):
        return self.run(LISTED, TEXTS)

    def expect(self, texts, pause=None):
        """TEXTS are all the page shows, each once and in order, also PAUSE seconds (if not given, more than a poll) later."""
        wait.until(lambda: len(self.texts()) >= len(texts), lambda: f"{self.path} shows {texts}, but {self.texts()}")
        self._test.assertEqual(self.texts(), texts, self.path)
        time.sleep(self._poll + 0.5 if pause is None else pause)
        self._test.assertEqual(self.texts(), texts, f"{self.path}, a moment later")

    def markup(self):
        """What a text left behind that was taken for markup: nothing."""
        return self.run("return [window.pwned || '', document.querySelectorAll("
                        "'#log .text img, #log .text script, #log .text b').length]")


class RoomPage(BuiltinPage):
    """The chat room page, on which the reader changes technique."""

    def __init__(self, test, room="lobby", query=""):
        super().__init__(test, f"/web/{quoted(room)}/{query}")

    def choose(self, technique):
        self.run(CHOOSE, technique)
        wait.until(lambda: self.run(CHOSEN) == technique, f"{technique} is chosen")

    def await_measuring(self):
        """Until the page knows the host's clock and which messages were there before it: delays count from here on."""
        wait.until(lambda: self.run(MEASURES), f"{self.path} measures")

    def asked(self):
        """The requests for messages that have come back."""
        return self.run(ASKED)

    def own_count(self):
        """The page's own count of its requests."""
        shown = self.run("return document.querySelector(arguments[0]).textContent", REQUESTS)
        return int("".join(c for c in shown if c.isdecimal()) or "0")

    def numbers(self, row):
        """A row of "My numbers": what it says of each technique."""
        return self.run(NUMBERS, row)

    def set_hidden(self, hidden):
        """As if the reader went to another tab or came back: a headless browser shows all of them."""
        self.run(HIDE, hidden)

    def hidden_notice(self):
        return self.run("return document.querySelector('#hidden-notice').textContent")
