#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A teacher's own lesson from its first step to the worksheet, which has the class's figures and the reader's own."""

import json
import pathlib
import tempfile

from support import wait
from support.browser import IN_FRONT, BrowserTest
from support.host import Host
from support.runner import run

LESSON = {
    "lesson": 1, "title": {"en": "<i>Mine</i>", "zh-CN": "我的"},
    "steps": [
        {"title": {"en": "Predict", "zh-CN": "预测"}, "question": "poll-mean-delay",
         "settings": {"technique": "polling", "pollInterval": 0.5, "generator": {"rate": 20, "size": 2}}},
        {"title": "Measure", "close": True},
        {"title": "Explain", "text": {"en": "It waits.", "zh-CN": "它在等待。"}, "show": "measured", "names": True},
        {"title": "The end"},
    ],
}
WORDS = "return document.getElementById('sheet').innerText"
OWN = "return document.querySelector(arguments[0]).textContent"
SEEN_ON_PAPER = """return [...document.querySelectorAll('header.site, footer.site, .sheet-tools, h1, .sheet-answers, .sheet-techniques')]
    .filter(e => e.getClientRects().length > 0).map(e => e.classList[0] || e.tagName)"""
TORN = """return [...document.querySelectorAll('.sheet-part')].filter(e => getComputedStyle(e).breakInside !== 'avoid').length"""


class Worksheet(BrowserTest):
    flags = IN_FRONT

    def make_host(self):
        self.lessons = tempfile.TemporaryDirectory(prefix="pushlab-lessons-")
        self.addCleanup(self.lessons.cleanup)
        pathlib.Path(self.lessons.name, "mine.json").write_text(json.dumps(LESSON), encoding="utf-8")
        return Host(arguments=["--lessons", self.lessons.name])

    def setUp(self):
        super().setUp()
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"media": "", "features": []})

    def on(self, window, code, *arguments):
        self.driver.switch_to.window(window)
        return self.driver.execute_script(code, *arguments)

    def lead(self, **order):
        status, _, body = self.host.request("POST", "/api/class/lesson", json.dumps(order),
                                            {"Content-Type": "application/json", "Authorization": "Bearer " + self.key})
        self.assertEqual(status, 200, body)

    def expect(self, window, *words):
        def words_there():
            self.on(window, "location.reload()")
            wait.until(lambda: self.on(window, "return document.readyState") == "complete", "the page is there again")
            return all(word in self.on(window, WORDS) for word in words)
        wait.until(words_there, lambda: f"{words} in {self.on(window, WORDS)}")

    def open_worksheet(self, room, notice):
        """By the link in the menu, or in the notice of the lesson's last step."""
        before = set(self.driver.window_handles)
        self.on(room, f"document.querySelector('{'#worksheet-notice' if notice else '.room-menu'} [data-worksheet]').click()")
        wait.until(lambda: len(self.driver.window_handles) > len(before), "the worksheet opens")
        window = (set(self.driver.window_handles) - before).pop()
        wait.until(lambda: self.on(window, "return location.pathname === '/worksheet/' && document.readyState === 'complete'"),
                   "the worksheet is there")
        return window

    def play(self, language):
        """Until the class has measured; returns the member's page."""
        self.lead(action="start", lesson="mine")
        room = self.open(f"/web/lobby/?name=Ann&technique=polling&lang={language}")
        wait.until(lambda: self.on(room, "return document.getElementById('question').checkVisibility()"), "the question is there")
        self.on(room, "document.getElementById('guess').value = '700'; document.getElementById('guess-send').click()")
        wait.until(lambda: "700" in self.on(room, OWN, "#guess-state"), "the guess is taken")
        return room

    def test_from_the_last_step_to_the_worksheet(self):
        self.key = self.host.teacher_key()
        room = self.play("en")
        sheet = self.open_worksheet(room, notice=False)
        words = self.on(sheet, WORDS)
        for there in ("<i>Mine</i>", "1. Predict", "Short polling every 0.5 s", "My prediction", "700 ms", "Why?"):
            self.assertIn(there, words)
        self.assertEqual(self.on(sheet, OWN, "[data-own=name]"), "Ann")
        self.assertNotIn("250 ms", words)
        self.assertNotIn("It waits.", words)
        self.lead(action="next")
        wait.until(lambda: self.on(room, "return PushLab.roomClient.counters.polling.delays.n") > 40, "delays are measured")
        delays = lambda: json.loads(self.host.request("GET", "/api/stats")[2])["techniques"]["polling"]["delay"]["n"]
        wait.until(lambda: delays() > 40, "and reported")
        self.lead(action="next")
        self.expect(sheet, "250 ms", "Guesses of the class: 1; their median: 700 ms", "It waits.", "(n = ")
        self.assertNotIn("messages a minute", self.on(sheet, WORDS))  # what the techniques cost comes at the end
        self.assertFalse(self.on(room, "return document.getElementById('worksheet-notice').checkVisibility()"))
        self.lead(action="next")
        wait.until(lambda: self.on(room, "return document.getElementById('worksheet-notice').checkVisibility()"), "the notice is there")
        filled = self.open_worksheet(room, notice=True)
        words = self.on(filled, WORDS)
        self.assertRegex(words, r"Mean delay \(ms\)\s+25\d\s+[\d,]+(\.\d+)? ± \d+(\.\d+)? \(n = \d+\)")
        self.assertRegex(self.on(filled, OWN, "[data-own=polling]"), r"^[\d,]+(\.\d+)? \(n = \d+\)$")
        self.assertEqual(self.on(filled, OWN, "[data-guess]"), "700 ms")
        wait.until(lambda: not self.on(room, "return document.getElementById('worksheet-notice').checkVisibility()"), "the notice goes")
        self.check_paper(filled)
        self.on(filled, "document.querySelector('[data-language=zh-CN]').click()")
        wait.until(lambda: "班级测得" in self.on(filled, WORDS), lambda: self.on(filled, WORDS))
        self.assertEqual(self.on(filled, OWN, "[data-own=name]"), "Ann")

    def check_paper(self, window):
        self.on(window, "")
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                    {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        self.assertEqual(set(self.on(window, SEEN_ON_PAPER)), {"H1", "sheet-answers", "sheet-techniques"})
        self.assertEqual(self.on(window, "return getComputedStyle(document.body).color"), "rgb(0, 0, 0)")
        self.assertEqual(self.on(window, TORN), 0, "no question is torn apart")
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})

    def test_before_the_lesson(self):
        self.key = self.host.teacher_key()
        window = self.open("/worksheet/?lang=zh-CN")
        links = self.on(window, "return [...document.querySelectorAll('#sheet-lessons a')].map(a => a.textContent)")
        self.assertEqual(links, ["预测、测量、解释：45 分钟", "我的"])
        self.on(window, "document.querySelectorAll('#sheet-lessons a')[1].click()")
        wait.until(lambda: "1. 预测" in self.on(window, WORDS), lambda: self.on(window, WORDS))
        self.on(window, "window.print = () => { window.__printed = true; }; document.getElementById('sheet-print').click()")
        self.assertTrue(self.on(window, "return window.__printed"))
        self.driver.get(self.host.url + "worksheet/?lesson=none#%7Bbad")
        self.assertEqual(self.on(window, WORDS).strip(), "")
        admin = self.open(f"/admin/?lang=en#key={self.key}")
        self.expected_errors.append(r"/admin/.* 40[13] ")
        wait.until(lambda: self.on(admin, "return document.getElementById('lesson-choice')?.options.length") == 2, "the lessons")
        self.on(admin, """const choice = document.getElementById('lesson-choice');
            choice.value = 'mine'; choice.dispatchEvent(new Event('change'));""")
        self.assertEqual(self.on(admin, "return document.getElementById('lesson-worksheet').getAttribute('href')"),
                         "/worksheet/?lesson=mine")


if __name__ == "__main__":
    run()
