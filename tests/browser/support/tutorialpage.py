# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tutorial pages: how a reader finds his way in each of them."""

import dataclasses
import time

from . import wait
from .host import quoted

POLL = 2.0   # seconds between two requests of a polling page
SETTLE = 0.5  # seconds in which an answer that is under way comes
HOLD = 10.0  # seconds a host holds a long poll unless set otherwise

OPENED = "return performance.getEntriesByType('resource').some(e => e.name.includes('%s') && e.responseEnd > 0)"
LISTED = "return Array.from(document.querySelectorAll(arguments[0]), e => e.textContent)"
TYPED = "return document.querySelector(arguments[0]).value.split('\\n').slice(0, -1)"
REQUESTS = ("return performance.getEntriesByType('resource').map(e => e.name)"
            ".filter(n => new URL(n).pathname.replace(/\\/$/, '') === arguments[0])")
FILL = """const field = document.querySelector(arguments[0]);
field.value = arguments[1];
field.dispatchEvent(new Event('input', {bubbles: true}));
document.querySelector(arguments[2]).click();"""


@dataclasses.dataclass(frozen=True)
class Kind:
    """One page: its file, selectors, the routes it uses and how to know that it has begun."""
    file: str
    technique: str
    field: str
    button: str
    texts: str
    send_path: str
    receive_path: str = ""
    ready: str = "return document.readyState === 'complete'"
    read: str = LISTED
    user: str = ""  # the parameter that takes the user's name
    errors: tuple = ()  # what the console may say, as regular expressions


KINDS = [
    Kind("polling.html", "polling", "#txt", "#btn", "#message > div", "/send/msg", "/get/msg"),
    Kind("polling-max-index.html", "polling", "#txt", "#send", "#message > div", "/send/msg", "/get/msg"),
    Kind("polling-getjson.html", "polling", "#chat-text", "#chat-send", "#messages > li", "/send/msg", "/get/msg"),
    Kind("form-data.html", "polling", "#content", "#send", "#log > div", "/send_msg", "/get/msg"),
    Kind("xhr.html", "polling", "#line", "#go", "#rows td", "/send_msg", "/get/msg"),
    Kind("long-polling-name.html", "long-polling", "#i1", "#d1", ".record > p", "/send_msg", "/get_msg",
         OPENED % "/home/", user="name"),
    Kind("long-polling-uid.html", "long-polling", "#txt", "#btnSend", "#message > div", "/send/message",
         "/get/message", OPENED % "/lang/", user="uid"),
    Kind("long-polling-iframe.html", "long-polling", "#content", "#send", "#record > p", "/send_msg", "/get_msg",
         OPENED % "/ab_b1/", user="name",
         # the page inside need not run nor be shown: the request for it is what makes the queue
         errors=("Blocked script execution", "Refused to (frame|display)", "Framing ")),
    Kind("csrf-form.html", "long-polling", "#id_content", "#submit", "#board > p", "/send_msg", "/get_msg",
         OPENED % "/home/", user="name"),
    Kind("fetch.html", "long-polling", "#text", "#send", "#log > div", "/send/message", "/get/message",
         OPENED % "/lang", user="uid"),
    Kind("chat-room.html", "websocket", "#chat-message-input", "#chat-message-submit", "#chat-log", "",
         ready="return chatSocket.readyState === 1", read=TYPED),
    Kind("chat-room-zh.html", "websocket", "#txt", "#send", "#message > div:not(.notice)", "",
         ready="return socket.readyState === 1"),
]
BY_FILE = {kind.file: kind for kind in KINDS}


def of(technique):
    return [kind for kind in KINDS if kind.technique == technique]


class TutorialPage:
    """One open page. Every call makes its window the current one."""

    def __init__(self, test, file, user="", query=""):
        self.kind = BY_FILE[file]
        self._test = test
        test.expected_errors += self.kind.errors
        if self.kind.user and user:
            query = f"{self.kind.user}={quoted(user)}"
        self._handle = test.open(f"/{file}" + (f"?{query}" if query else ""))
        wait.until(lambda: self.run(self.kind.ready), f"{file} has begun")

    def run(self, script, *arguments):
        self._test.driver.switch_to.window(self._handle)
        return self._test.driver.execute_script(script, *arguments)

    def send(self, text, room="lobby"):
        """Sends TEXT as a reader would and waits until the room has it, so that order means something."""
        before = len(self._test.host.log(room))
        self.run(FILL, self.kind.field, text, self.kind.button)
        wait.until(lambda: len(self._test.host.log(room)) > before, f"{self.kind.file} sends {text!r}")

    def texts(self):
        return self.run(self.kind.read, self.kind.texts)

    def expect(self, texts):
        """TEXTS are all the page shows, each once and in order, and stay so."""
        self.expect_all([self], texts)

    @staticmethod
    def expect_all(pages, texts):
        """The same of each of PAGES, which are waited for together."""
        for page in pages:
            wait.until(lambda: len(page.texts()) >= len(texts),
                       lambda: f"{page.kind.file} shows {texts}, but {page.texts()}")
            page._test.assertEqual(page.texts(), texts, page.kind.file)
        time.sleep(SETTLE)
        for page in pages:
            page.poll_on()
            page._test.assertEqual(page.texts(), texts, f"{page.kind.file}, a moment later")

    def poll_on(self):
        """Long enough for one more answer to come to a page that polls, were there any."""
        if self.kind.technique == "polling":
            count = len(self.requests(self.kind.receive_path))
            wait.until(lambda: len(self.requests(self.kind.receive_path)) > count, f"{self.kind.file} polls on")

    def requests(self, path):
        """The addresses asked for at PATH (without trailing slash) so far, those in progress not among them."""
        return self.run(REQUESTS, path)

    def age(self):
        """Seconds since the page began to load."""
        return self.run("return performance.now()") / 1000

    def expect_plausible_requests(self, sends, receives):
        """What the page asked for fits its technique: SENDS texts sent, RECEIVES texts shown."""
        test, kind, before = self._test, self.kind, self.age()
        if kind.technique == "websocket":
            asked = self.run("return performance.getEntriesByType('resource').map(e => new URL(e.name).pathname)")
            test.assertEqual(set(asked) - {"/favicon.ico"}, set(), "a WebSocket page needs no request after its upgrade")
            return
        test.assertEqual(len(self.requests(kind.send_path)), sends, f"{kind.file}: one request a text sent")
        count, age = len(self.requests(kind.receive_path)), self.age()
        if kind.technique == "polling":
            interval = POLL / test.haste
            test.assertLessEqual(count, age / interval + 2, f"{kind.file} after {age:.1f} s")
            # Where a poll is a pause after the answer, each comes later by what a busy machine takes: half are enough in haste.
            least = before / interval / (1 if test.haste == 1 else 2) - 3
            test.assertGreaterEqual(count, least, f"{kind.file} after {before:.1f} s")
        else:
            test.assertGreaterEqual(count, receives, f"{kind.file}: one message an answer")
            test.assertLessEqual(count, receives + age / HOLD, f"{kind.file} after {age:.1f} s")
