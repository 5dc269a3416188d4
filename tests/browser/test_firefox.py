#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each of the host's own pages in Firefox: it opens without an error and does what it is there for."""

import unittest

from support import wait
from support.firefox import Firefox
from support.host import Host, quoted
from support.runner import run
from support.tutorialpage import FILL, LISTED

TECHNIQUES = ("polling", "long-polling", "websocket", "sse")


class FirefoxPages(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.host = Host(arguments=["--message-rate", "0"])
        cls.addClassCleanup(cls.host.stop)
        cls.key = cls.host.teacher_key()
        cls.firefox = Firefox()
        cls.addClassCleanup(cls.firefox.quit)

    def tearDown(self):
        self.assertEqual(self.firefox.found_errors(), [])
        self.firefox.open("about:blank")  # it must not see the host end

    def open(self, path):
        self.firefox.open(self.host.url + path.lstrip("/"))
        self.assertTrue(self.run_script("return document.title"))

    def run_script(self, script, *arguments):
        return self.firefox.run(script, *arguments)

    def text(self, selector):
        return self.run_script("return document.querySelector(arguments[0])?.textContent || ''", selector)

    def texts(self):
        return self.run_script(LISTED, "#log .message .text")

    def fill(self, field, text, button):
        self.run_script(FILL, field, text, button)

    def until_said(self, selector, words):
        wait.until(lambda: words in self.text(selector), lambda: f"{selector} says {self.text(selector)!r}, not {words!r}")

    def check_chat(self, path, room="lobby"):
        """What is typed comes back, and what another one says is seen."""
        self.open(path)
        wait.until(lambda: not self.run_script("return document.querySelector('#send').disabled"), "the page lets its reader send")
        before = len(self.texts())
        self.fill("#text", "<b>mine</b> 你好", "#send")
        wait.until(lambda: "<b>mine</b> 你好" in self.host.log(room)[before:], "it is sent")
        wait.until(lambda: self.texts()[before:] == ["<b>mine</b> 你好"], self.texts)
        self.host.send("PushLab's API", "theirs", room)
        wait.until(lambda: self.texts()[before + 1:] == ["theirs"], self.texts)

    def test_errors_are_noticed(self):
        self.open("/about/")
        self.run_script("setTimeout(() => { throw new Error('thrown here'); });"
                        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
        self.run_script("console.error('said here')")
        found = set()
        wait.until(lambda: found.update(self.firefox.found_errors())
                   or all(any(words in error for error in found) for words in ("thrown here", "said here", "script-src")), lambda: found)
        self.assertIsNone(self.run_script("return window.ran"))
        self.run_script("window.__violations = []")

    def test_entrance(self):
        self.open("/?room=Physics")
        self.fill("#join-name", "Mei", "#join-form [type=submit]")
        wait.until(lambda: self.run_script("return location.pathname") == "/web/Physics/", "the room is there")
        wait.until(lambda: self.run_script("return document.querySelector('#name')?.value") == "Mei", "under that name")

    def test_room(self):
        self.check_chat("/web/Firefox/?name=Mei&technique=polling", "Firefox")
        for technique in TECHNIQUES[1:]:
            with self.subTest(technique):
                self.run_script("document.querySelector(`input[name=technique][value=\"${arguments[0]}\"]`).click()", technique)
                self.host.send("PushLab's API", f"by {technique}", "Firefox")
                wait.until(lambda: self.texts()[-1] == f"by {technique}", self.texts)
        wait.until(lambda: self.run_script("return PushLab.techniqueOrder.filter(t => PushLab.roomClient.counters[t].requests > 0)")
                   == list(TECHNIQUES), "each was used")
        self.assertEqual(len(self.texts()), 5)
        self.assertEqual(self.run_script("return document.getElementById('obstacles').hidden"), True, "nothing is in the way")

    def test_rooms(self):
        self.open("/web/")
        self.fill("#room-name", "数学 1", "#room-form [type=submit]")
        wait.until(lambda: self.run_script("return location.pathname") == f"/web/{quoted('数学 1')}/", "the room is there")
        self.until_said("#room-name", "数学 1")

    def test_polling(self):
        self.check_chat("/home/")

    def test_long_polling_by_uid(self):
        self.check_chat("/lang/?uid=fox1")

    def test_long_polling_by_name(self):
        self.check_chat("/home/?name=fox2")

    def test_long_polling_in_a_frame(self):
        self.check_chat("/ab_b1/?name=fox3")

    def test_echo(self):
        self.open("/echo/")
        wait.until(lambda: self.text("[data-event=open]") == "1", "it is open")
        self.fill("#text", "<i>again</i>", "#send")
        wait.until(lambda: self.text("[data-event=message]") == "1", "it has come back")
        self.until_said("#log", "<i>again</i>")

    def test_handshake(self):
        self.open("/handshake/")
        self.until_said("#step-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")  # RFC 6455, 1.3

    def test_ajax_check(self):
        self.open("/ab_dy/")
        self.run_script("document.querySelector('#send').click()")
        self.until_said("#json-typeof", "object")
        self.until_said("#plain-typeof", "string")

    def test_about(self):
        self.open("/about/?lang=zh-CN")
        self.assertEqual(self.run_script("return document.documentElement.lang"), "zh-CN")
        self.assertGreater(len(self.text("main")), 200)

    def test_compare(self):
        self.open("/compare/")
        wait.until(lambda: self.text("#settings"), "the figures are there")

    def test_dashboard(self):
        self.addCleanup(self.firefox.cookies_forgotten)
        self.open(f"/admin/#key={self.key}")
        self.until_said("#stats-body", "WebSocket")


if __name__ == "__main__":
    run()
