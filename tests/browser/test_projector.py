#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The projector's page: opened by the teacher's key alone, led by keys, live, large, light, and held against no technique."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from support import wait
from support.browser import BrowserTest
from support.host import Host, quoted
from support.runner import run

SHOWN = """return [...document.querySelectorAll('.view')].filter(view => !view.hidden).map(view => view.id.slice(5)).join()"""
TEXT = """return document.body.innerText"""
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
        for key in "1233434":
            self.press(key)
            self.press("x")  # tells the keys
            self.press("j")
            texts = self.driver.execute_script(TEXTS)
            self.assertGreater(len(texts), 3)
            self.assertEqual([text for text in texts if text[1] < 28 or text[2] < 7 or text[3] > 1], [], f"view {key}")
            self.assertEqual(self.driver.execute_script(CONTROLS), [])
        paper = self.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        self.assertEqual(paper, "rgb(255, 255, 255)")  # though the system is dark

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
