#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The projector's page: opened by the teacher's key alone, led by keys, live, large, light, and held against no technique."""

import json

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from support import wait
from support.browser import BrowserTest
from support.host import Host, quoted
from support.runner import run

SHOWN = """return [...document.querySelectorAll('.view')].filter(view => !view.hidden).map(view => view.id.slice(5)).join()"""
TEXT = """return document.body.innerText.replaceAll("\\u00a0", " ")"""
# By how much the question's result ends above the view's end, and how thick its axis is.
RESULT = """
const end = (id) => document.getElementById(id).getBoundingClientRect().bottom;
return [end("view-question") - end("question-result"), parseFloat(getComputedStyle(document.querySelector(".result .axis")).strokeWidth)]"""
# Each piece of text in sight: what it says, its size, its contrast with the ground, and by how much it is cut.
TEXTS = """
const part = (c) => { const s = c / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
function ground(element) {
    for (let at = element; at; at = at.parentElement) {
        const [r, g, b, a] = numbers(getComputedStyle(at).backgroundColor);
        if (a === undefined || a > 0) return [r, g, b];
    }
    return [255, 255, 255];
}
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('script')) continue;
    const style = getComputedStyle(element);
    const [ink, paper] = [light(numbers(element instanceof SVGElement ? style.fill : style.color)), light(ground(element))];
    const box = element.getBoundingClientRect();
    found.push([walker.currentNode.data, parseFloat(style.fontSize), (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05),
        Math.max(box.right - innerWidth, box.bottom - innerHeight, -box.left, -box.top,
                 element instanceof SVGElement ? 0 : element.scrollWidth - Math.ceil(box.width) - 1)]);
}
return found;"""
CONTROLS = """return [...document.querySelectorAll('a, button, input, select, textarea, summary, [onclick], [tabindex="0"], [contenteditable]')]
    .filter(element => element.checkVisibility()).map(element => element.outerHTML)"""


class Projector(BrowserTest):

    def make_host(self):
        return Host(arguments=("--pin", "4711"))

    def setUp(self):
        super().setUp()
        self.expected_errors.append(r"/projector/.* 40[13] ")
        self.host.enter("4711")
        self.join("Ann")
        self.say("hello")

    def join(self, name):
        path = f"/api/rooms/lobby/messages?after=0&v=2&member={quoted(name)}&name={quoted(name)}"
        self.assertEqual(self.host.get(path)[0], 200)

    def say(self, text):
        self.host.send("PushLab's API", text, "lobby")

    def see(self, language="en"):
        self.key = self.host.teacher_key()
        self.open(f"/projector/?lang={language}#key={self.key}")
        wait.until(lambda: "Ann" in self.text(), self.text)

    def post(self, path, body, **headers):
        status, _, answer = self.host.request("POST", path, json.dumps(body), {"Content-Type": "application/json", **headers})
        self.assertLess(status, 300, answer)

    def lead(self, path, body=None):
        self.post(path, body or {}, Authorization=f"Bearer {self.key}")

    def report(self, member, technique, ms):
        """The receipt of the first race, as a member's client sends it."""
        sample = self.driver.execute_script(
            "const h = new PushLab.DelayHistogram(); h.add(arguments[0]); return JSON.stringify(h);", round(ms * 1e6))
        report = {"number": 1, "member": member, "name": member, "technique": technique, "clock": 1.5, "roundTrip": 3, "race": 1,
                  "delay": json.loads(sample)}
        self.post("/api/rooms/lobby/reports", report)

    def begin(self):
        """A race that four have finished, a question with all of its result, a spotlight."""
        runners = (("Ann", "polling", 450), ("Ben", "websocket", 3), ("Chen", "sse", 5), ("Dora", "long-polling", 40))
        for name, _, _ in runners[1:]:
            self.join(name)
        self.lead("/api/class/race")
        for runner in runners:
            self.report(*runner)
        self.lead("/api/class/question", {"action": "open", "prepared": "requests"})
        asked = json.loads(self.host.get("/api/class/projector", Authorization=f"Bearer {self.key}")[2])["question"]
        for name, value in (("Ann", 3500), ("Ben", 100), ("Chen", 3500)):
            self.post("/api/rooms/lobby/guess", {"member": name, "question": asked["id"], "value": value})
        self.lead("/api/rooms/lobby/moderation", {"action": "spotlight", "member": "m:Ann"})

    def text(self):
        return self.driver.execute_script(TEXT)

    def press(self, key):
        ActionChains(self.driver).send_keys(key).perform()

    def shown(self):
        return self.driver.execute_script(SHOWN)

    def resize(self, width, height, scheme="light"):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def tearDown(self):
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        super().tearDown()

    def test_wrong_key(self):
        self.expected_errors.append(r"/api/teacher.* 403 ")
        self.open("/projector/?lang=en#key=AAAAAAAAAAAAAAAAAAAAAA")
        problem = lambda: self.driver.execute_script("return document.getElementById('entrance-error').textContent")
        wait.until(problem, "a word on the wrong key")
        self.assertIn("key", problem())
        self.assertNotIn("4711", self.text())
        self.assertEqual(self.host.get("/api/class/projector")[0], 403)

    def test_keys(self):
        self.see()
        self.assertEqual(self.shown(), "join")
        for part in ("4711", f"{self.host.address}:{self.host.port}", "lobby", "Joined: 2"):
            self.assertIn(part, self.text())
        modules = self.driver.execute_script("return document.querySelector('#view-join .code path').getAttribute('d').length")
        self.assertGreater(modules, 2000)
        self.assertNotIn("hello", self.text())
        visible = lambda name: self.driver.execute_script("return document.getElementById(arguments[0]).checkVisibility()", name)
        titles = []
        for key, view in (("2", "figures"), ("3", "charts"), ("3", "charts"), ("3", "charts"), ("4", "chat"), ("9", "chat"), ("1", "join")):
            self.press(key)
            self.assertEqual(self.shown(), view)
            self.assertEqual(visible("keys"), True)
            titles.append(self.driver.execute_script("return document.querySelector('h1').textContent"))
        self.assertEqual(len(set(titles)), 6, titles)  # three charts, one at a time
        self.press("4")
        wait.until(lambda: "hello" in self.text(), self.text)
        self.press("j")
        self.assertTrue(visible("join-overlay"))
        self.press("b")
        self.assertTrue(visible("black"))
        self.press("2")
        self.assertFalse(visible("black"))
        size = lambda: self.driver.execute_script("return parseFloat(getComputedStyle(document.body).fontSize)")
        self.resize(1920, 1080)
        before = size()
        self.press("-")
        self.assertLess(size(), before)
        self.press("+")
        self.assertEqual(size(), before)

    def test_live_and_paused(self):
        self.see()
        self.join("Zoe")
        wait.until(lambda: -1 < self.text().find("Zoe") < self.text().find("Ann"), self.text)  # the last to come first
        self.press("2")
        members = lambda: self.driver.execute_script(
            "return document.querySelector('[data-technique=polling] [data-row=members]').textContent")
        wait.until(lambda: members() == "2", members)
        self.press(Keys.SPACE)
        self.assertIn("Paused", self.text())
        self.join("Bob")
        self.press("1")
        wait.until(lambda: "Bob" in self.text(), self.text)  # who joins is no figure
        self.press("2")
        self.assertEqual(members(), "2")
        self.press(Keys.SPACE)
        wait.until(lambda: members() == "3", members)
        self.press("4")
        self.say("and now this")
        wait.until(lambda: "and now this" in self.text(), self.text)

    def test_readable_from_the_last_row(self):
        self.see("zh-CN")
        self.resize(1024, 768, "dark")
        self.begin()
        self.lead("/api/class/question", {"action": "show", "upTo": "measured", "names": True})
        wait.until(lambda: all(word in self.text() for word in ("5 赛跑", "6 问题", "7 聚光灯")) or self.press("x"), self.text)
        for key in "1233434567":
            self.press(key)
            self.press("x")  # tells the keys
            self.press("j")
            texts = self.driver.execute_script(TEXTS)
            self.assertGreater(len(texts), 3)
            self.assertEqual([text for text in texts if text[1] < 28 or text[2] < 7 or text[3] > 1], [], f"view {key}")
            self.assertEqual(self.driver.execute_script(CONTROLS), [])
        paper = self.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        self.assertEqual(paper, "rgb(255, 255, 255)")  # though the system is dark

    def test_race_question_spotlight(self):
        self.see()
        for key in "567":
            self.press(key)
            self.assertEqual(self.shown(), "join")  # there is nothing yet
        self.assertNotIn("5 race", self.text())
        self.begin()
        wait.until(lambda: "5 race · 6 question · 7 spotlight" in self.text() or self.press("x"), self.text)
        self.press("5")
        self.assertEqual(self.shown(), "race")
        wait.until(lambda: "Answered: 4" in self.text(), self.text)
        self.assertRegex(self.text(), r"Race 1 closes in \d+ s")
        ranking = lambda: self.driver.execute_script("return Array.from(document.querySelectorAll('#race-ranking tr'), row => row.innerText)")
        wait.until(lambda: len(ranking()) == 4, ranking)
        self.assertRegex(ranking()[0], r"(?s)1, tied.*median 3")
        self.assertRegex(ranking()[3], r"(?s)4.*Short polling.*median 450")
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#race-picture .mark').length"), 4)
        self.press("6")
        self.assertIn("30 members poll every 0.5 s", self.text())
        wait.until(lambda: "Guesses so far: 3" in self.text(), self.text)
        self.assertNotIn("Theory", self.text())
        self.lead("/api/class/question", {"action": "show", "upTo": "measured", "names": True})
        wait.until(lambda: "Nearest, a tie of 2 members: 3,500" in self.text(), self.text)
        for words in ("median: 3,500", "Theory: 3,59", "60/T", "Ann", "Chen"):
            self.assertIn(words, self.text())
        for width, height in ((1024, 768), (3840, 2160)):  # the distribution takes the room that the words leave
            self.resize(width, height)
            result = lambda: self.driver.execute_script(RESULT)
            wait.until(lambda: 0 <= result()[0] < height / 50 and result()[1] > width / 1000, result)
        self.press("7")
        for words in ("In the spotlight", "Ann", "Short polling", "Messages received"):
            self.assertIn(words, self.text())
        self.press(Keys.SPACE)  # the race is not held back
        self.press("5")
        wait.until(lambda: "Race 1 is closed" in self.text() and "Tied for the first place" in self.text(), self.text, 20)
        self.press("6")
        self.lead("/api/class/question", {"action": "discard"})
        wait.until(lambda: self.shown() == "join", self.shown)

    def test_lesson_leads(self):
        self.see()
        self.press("2")
        self.lead("/api/class/lesson", {"action": "start", "lesson": "45-minutes"})
        wait.until(lambda: self.shown() == "join", self.shown)
        self.lead("/api/class/lesson", {"action": "next"})
        wait.until(lambda: self.shown() == "question", self.shown)
        self.assertIn("Short polling every 2 s", self.text())
        self.press("3")
        self.driver.refresh()  # the step has led already
        wait.until(lambda: self.driver.execute_script("return document.querySelector('#chart svg') !== null"), "an answer")
        self.assertEqual(self.shown(), "charts")
        self.lead("/api/class/lesson", {"action": "next"})
        wait.until(lambda: self.shown() == "figures", self.shown)

    def test_counts_as_other(self):
        self.see()
        counted = lambda stats: {name: {key: of[key] for key in ("requests", "delivered", "sends", "bytesUp", "bytesDown")}
                                 for name, of in stats["techniques"].items()}
        before = self.host.stats()
        self.press("4")
        wait.until(lambda: self.host.stats()["other"]["requests"] > before["other"]["requests"] + 8, "the page asks")
        self.assertEqual(counted(self.host.stats()), counted(before))

    def test_follows_the_language(self):
        self.key = self.host.teacher_key()
        self.open(f"/projector/#key={self.key}")
        wait.until(lambda: "Ann" in self.text(), self.text)
        self.press("2")
        self.driver.execute_script("document.cookie = 'lang=zh-CN; path=/'")
        wait.until(lambda: "短轮询" in self.text(), self.text)
        self.assertEqual(self.shown(), "figures")

    def test_link_on_the_dashboard(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.open(f"/admin/?lang=en#key={self.host.teacher_key()}")
        link = "return document.querySelector('main a[href=\"/projector/\"]')?.textContent"
        wait.until(lambda: self.driver.execute_script(link) == "Projector", "the link")


if __name__ == "__main__":
    run()
