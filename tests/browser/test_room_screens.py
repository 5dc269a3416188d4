#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The room page on phones and large screens, by keyboard alone, in words; its log with many messages; and the page /compare."""

import http.client
import json
import re
import time

from support import wait
from support.browser import BrowserTest
from support.builtinpage import TECHNIQUES, RoomPage
from support.host import Host, quoted
from support.runner import run

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

ROOM = "Physics 7b"
# Narrow and wide, a phone whose keyboard is open, and a projector's 4K; with letters of the usual size, and twice as large.
SCREENS = ((320, 568), (390, 844), (390, 430), (1024, 768), (1920, 1080), (3840, 2160))
ENLARGE = "document.documentElement.style.fontSize = arguments[0]; window.dispatchEvent(new Event('resize'))"
# What sticks out to the right, where the field and its button end, and how much the page would scroll.
FITS = """const bottom = id => document.getElementById(id).getBoundingClientRect().bottom;
return {wide: document.documentElement.scrollWidth - innerWidth, below: Math.max(bottom('text'), bottom('send')) - innerHeight,
    scrolls: document.documentElement.scrollHeight - innerHeight,
    log: document.getElementById('log').clientHeight, head: document.querySelector('.room-head').getBoundingClientRect().height,
    fold: document.getElementById('numbers-fold').getBoundingClientRect().height};"""
# The techniques that are seen: name, mark, colour of the mark, and whether they are in sight.
SEGMENTS = """return [...document.querySelectorAll('#techniques label')].filter(e => e.offsetParent).map(label => {
    const box = label.getBoundingClientRect(), mark = getComputedStyle(label, '::before');
    return [label.querySelector('input').value, mark.content, mark.color,
            box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight]; })"""
STATE = "return document.getElementById('state').textContent"
# Texts whose contrast with what is behind them is less than WCAG 2.2 asks for, 4.5 : 1.
PALE = """const parse = text => { const c = (text.match(/[\\d.]+/g) || []).map(Number); return c.length === 3 ? [...c, 1] : c; };
const light = ([r, g, b]) => { const l = [r, g, b].map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; };
const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > 0) return c; } return [255, 255, 255]; };
const found = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.offsetParent || e.closest('.hidden, :disabled, script, .brand-marks'))
        continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5)
        found.add(`${e.tagName}.${e.className}#${e.id} ${ratio.toFixed(2)} ${e.textContent.slice(0, 20)}`);
}
return [...found];"""
# Messages as a WebSocket's frames bring them, one at a time.
RECEIVE = """const client = PushLab.roomClient, [count, word] = arguments;
let seq = client.cursor.after;
for (let i = 0; i < count; ++i)
    client.takeMessages([{seq: ++seq, from: 'Name ' + i % 30, sent: 0, accepted: client.clock.hostNow(), via: 'websocket',
        text: word + ' number ' + i + ' with some words, so that it takes a line or two on the screen of a phone'}]);"""
AT_END = "const log = document.getElementById('log'); return log.scrollHeight - log.scrollTop - log.clientHeight < 3"
CELLS = """return Object.fromEntries([...document.querySelectorAll('.compared-technique:not([hidden])')].map(section =>
    [section.dataset.technique, Object.fromEntries([...section.querySelectorAll('[data-row]')].map(row =>
        [row.dataset.row, [...row.querySelectorAll('td')].map(cell => cell.textContent)]))]));"""


class RoomScreens(BrowserTest):

    def make_host(self):
        return Host(arguments=["--message-rate", "0"])

    def setUp(self):
        super().setUp()
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.clearDeviceMetricsOverride", {})
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"features": []})

    def begin(self, technique="websocket"):
        page = RoomPage(self, ROOM)
        page.choose(technique)
        return page

    def resize(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})

    def emulate(self, feature, value):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": feature, "value": value}]})

    def fill(self, count, room=ROOM):
        """COUNT messages by the API, on one connection."""
        connection = http.client.HTTPConnection(self.host.address, self.host.port, timeout=20)
        for number in range(count):
            body = {"text": f"number {number}", "from": "Ann", "id": str(number), "member": "filler", "via": "polling"}
            connection.request("POST", f"/api/rooms/{quoted(room)}/messages", json.dumps(body), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            self.assertEqual(answer.status, 201, answer.read())
            answer.read()
        connection.close()

    def key(self):
        return {"Authorization": "Bearer " + self.host.teacher_key(), "Content-Type": "application/json"}

    def test_the_field_is_in_sight_on_every_screen(self):
        page = self.begin()
        self.fill(40)
        wait.until(lambda: len(page.texts()) == 40, "the messages are shown")
        for width, height in SCREENS:
            for letters in ("100%", "200%"):
                with self.subTest(width=width, height=height, letters=letters):
                    self.resize(width, height)
                    page.run(ENLARGE, letters)
                    is_small = letters == "200%" and height < 600
                    if width < 700:
                        wait.until(lambda: page.run(AT_END), "the log follows its end")
                    settled = lambda: is_small or page.run(FITS)["scrolls"] <= 0  # scripts fold and unfold a frame later
                    wait.until(settled, lambda: str(page.run(FITS)), 5)
                    fits = page.run(FITS)
                    self.assertLessEqual(fits["wide"], 0, fits)
                    if is_small:
                        continue  # the page may scroll, but never sideways
                    self.assertLessEqual(fits["below"], 0, fits)
                    self.assertLessEqual(fits["scrolls"], 0, fits)
                    if letters == "100%" and width < 700:
                        self.assertLess(fits["head"], 48, fits)
                        self.assertLess(fits["fold"], 44, fits)
                        self.assertGreater(fits["log"], height * (0.55 if height > 800 else 0.3), fits)
                    self.assertTrue(all(segment[3] for segment in page.run(SEGMENTS)), page.run(SEGMENTS))
        page.run(ENLARGE, "")

    def test_a_keyboard_that_lies_over_the_page(self):
        page = self.begin()
        self.resize(390, 844)
        page.run("""Object.defineProperty(visualViewport, 'height', {value: 500, configurable: true});
            visualViewport.dispatchEvent(new Event('resize'));""")
        bottom = lambda: page.run("return document.getElementById('text').getBoundingClientRect().bottom")
        wait.until(lambda: bottom() <= 500, lambda: str(bottom()))
        page.run("delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize'));")
        wait.until(lambda: bottom() > 780, lambda: str(bottom()))

    def test_techniques_on_offer_and_the_menu_on_a_phone(self):
        page = self.begin()
        self.resize(390, 844)
        segments = page.run(SEGMENTS)
        self.assertEqual([name for name, *_ in segments], list(TECHNIQUES))
        self.assertEqual(len({mark for _, mark, *_ in segments}), 4)
        self.assertEqual(len({colour for _, _, colour, _ in segments}), 4)
        self.host.request("POST", "/api/class/settings", json.dumps({"techniques": ["polling", "websocket"]}), self.key())
        names = lambda: [name for name, *_ in page.run(SEGMENTS)]
        wait.until(lambda: names() == ["polling", "websocket"], lambda: str(names()))
        seen = lambda what: page.run("return Boolean(document.querySelector(arguments[0]).offsetParent)", what)
        hidden = ("#name", "[data-nav=about]", "[data-language=en]", "#how", "#open-search", "#people-fold")
        wait.until(lambda: [seen(what) for what in hidden] == [False] * 6, lambda: str([seen(what) for what in hidden]))
        page.run("document.getElementById('menu').click()")
        self.assertEqual([seen(what) for what in hidden], [True] * 6)
        self.assertLessEqual(page.run(FITS)["wide"], 0)
        ActionChains(self.driver).send_keys(Keys.ESCAPE).perform()
        self.assertEqual([seen(what) for what in hidden], [False] * 6)
        self.assertEqual(page.run("return document.activeElement.id"), "menu")
        self.resize(1024, 768)
        wait.until(lambda: [seen(what) for what in hidden] == [True, True, True, True, False, True], "all is in sight again")

    def test_the_state_in_words(self):
        page = self.begin(technique="polling")
        number = lambda pattern: float((re.fullmatch(pattern, page.run(STATE)) or [0, "nan"])[1])
        for technique, pattern, sign in (("polling", r"Next poll in (\d\.\d) s", -1),
                                         ("long-polling", r"Waiting: request open (\d+\.\d) s", 1)):
            page.choose(technique)
            first = wait.until(lambda: max(0, number(pattern)), lambda: page.run(STATE))
            wait.until(lambda: (number(pattern) - first) * sign > 0, lambda: f"{first}, then {page.run(STATE)}", 8)
        for technique in ("websocket", "sse"):
            page.choose(technique)
            wait.until(lambda: page.run(STATE) == "Connected", lambda: page.run(STATE))
        said = lambda: page.run("return document.getElementById('state-said').textContent")
        page.run("PushLab.roomClient.failed('')")
        banner = lambda: page.run("const e = document.getElementById('banner'); return e.hidden ? '' : e.innerText")
        self.assertRegex(banner(), r"Connection lost\. Retrying in \d\.\d s\.\s+Retry now")
        self.assertEqual(said(), "Connection lost. Retrying …")
        wait.until(lambda: said() == "Connected", said)
        self.assertEqual(banner(), "")

    def test_up_recalls_and_own_messages_are_marked(self):
        page = self.begin()
        for text in ("one", "two", "three"):
            page.send(text, ROOM)
        self.host.send("PushLab's API", "not mine", ROOM)
        page.expect(["one", "two", "three", "not mine"], pause=0)
        value = lambda: page.run("return document.getElementById('text').value")
        page.run("document.getElementById('text').focus()")
        press = lambda *keys: ActionChains(self.driver).send_keys(*keys).perform()
        seen = []
        for pressed in (Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN):
            press(pressed)
            seen.append(value())
        self.assertEqual(seen, ["three", "two", "one", "one", "two", "three", ""])
        press(Keys.ARROW_UP, "!", Keys.ARROW_UP)
        self.assertEqual(value(), "three!", "a text that was changed is left alone")
        press(Keys.ENTER)
        page.expect(["one", "two", "three", "not mine", "three!"], pause=0)
        marked = lambda: page.run("""return [...document.querySelectorAll('#log .message')].map(e =>
            e.classList.contains('own') && parseFloat(getComputedStyle(e).borderLeftWidth) > 0)""")
        wait.until(lambda: marked() == [True, True, True, False, True], lambda: str(marked()))

    def test_earlier_messages_and_search(self):
        self.fill(620)
        page = self.begin()
        wait.until(lambda: len(page.texts()) == 500, lambda: str(len(page.texts())))
        before = self.host.stats()["techniques"]
        page.run("document.getElementById('log').scrollTop = 0")
        top = page.texts()[0]
        place = "return [...document.querySelectorAll('#log .text')].find(e => e.textContent === arguments[0]).getBoundingClientRect().top"
        was = page.run(place, top)
        page.run("document.querySelector('.earlier').click()")
        wait.until(lambda: len(page.texts()) == 620, lambda: str(len(page.texts())))
        self.assertEqual(page.texts(), [f"number {number}" for number in range(620)])
        self.assertLess(abs(page.run(place, top) - was), 60, "what was in sight stays there")
        self.assertTrue(page.run("return document.querySelector('.earlier').hidden"))
        after = self.host.stats()["techniques"]
        for technique in TECHNIQUES:
            self.assertEqual(after[technique]["requests"], before[technique]["requests"], technique)
            self.assertEqual(after[technique]["history"], before[technique]["history"], technique)
        count = lambda: page.run("return document.getElementById('search-count').textContent")
        current = lambda: page.run("return document.querySelector('.found-current .text')?.textContent || ''")
        page.run("document.getElementById('search').focus()")
        ActionChains(self.driver).send_keys("NUMBER 61").perform()
        wait.until(lambda: count() == "11 of 11", count)
        self.assertEqual(current(), "number 619")
        ActionChains(self.driver).send_keys(Keys.ENTER).perform()
        self.assertEqual((count(), current()), ("10 of 11", "number 618"))
        page.run("document.getElementById('search-after').click(); document.getElementById('search-after').click()")
        self.assertEqual((count(), current()), ("1 of 11", "number 61"))
        self.assertTrue(page.run("""const row = document.querySelector('.found-current').getBoundingClientRect();
            const log = document.getElementById('log').getBoundingClientRect(); return row.top >= log.top && row.bottom <= log.bottom"""))
        page.run("document.getElementById('search').focus()")
        ActionChains(self.driver).send_keys(Keys.ESCAPE).perform()
        self.assertEqual((count(), current(), page.run("return document.activeElement.id")), ("", "", "text"))

    def test_who_is_here(self):
        for name in ("Zoe", "Anna 10", "Anna 2"):
            self.host.get(f"/api/rooms/{quoted(ROOM)}/messages?after=0&member={quoted(name)}-id&name={quoted(name)}")
        page = self.begin()
        page.run("const name = document.getElementById('name'); name.value = 'Me'; name.dispatchEvent(new Event('change'))")
        page.run("location.reload()")
        people = lambda: page.run("return [...document.querySelectorAll('#people li')].map(e => e.textContent)")
        expected = ["Anna 2 (Short polling)", "Anna 10 (Short polling)", "Me (WebSocket)", "Zoe (Short polling)"]
        wait.until(lambda: people() == expected, lambda: str(people()), 12)
        self.assertEqual(page.run("return document.getElementById('people-count').textContent"), "4")
        self.assertNotIn("-id", page.run("return document.body.innerHTML"))
        self.assertEqual(self.host.stats()["techniques"]["polling"]["members"], 3)

    def test_ten_thousand_messages_stay_quick_and_are_found(self):
        page = self.begin()
        wait.until(lambda: page.run(STATE) == "Connected", "it is connected")
        page.run(RECEIVE, 600, "first")
        shown = lambda: page.run("return document.querySelectorAll('#log .message').length")
        wait.until(lambda: shown() == 600, lambda: str(shown()))
        wait.until(lambda: page.run(AT_END), "the log follows")
        # The browser's own search sees what is far out of sight and was never laid out; a headless one does not always go there.
        self.assertTrue(page.run("getSelection().removeAllRanges(); return find('first number 123 ')"))
        page.run("getSelection().anchorNode.parentElement.scrollIntoView({block: 'center'})")
        in_sight = lambda: page.run("""const found = getSelection().getRangeAt(0).getBoundingClientRect();
            const log = document.getElementById('log').getBoundingClientRect();
            return found.top >= log.top - 1 && found.bottom <= log.bottom + 1""")
        wait.until(in_sight, "what was found is in sight", 5)
        page.run(RECEIVE, 1, "unread")
        unread = lambda: page.run("return document.getElementById('unread').textContent")
        wait.until(lambda: unread() == "1 new ↓", unread)
        self.assertTrue(in_sight())
        page.run("document.getElementById('unread').click()")
        self.resize(390, 844)
        self.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})  # of the processor: a busy machine may wait
        self.addCleanup(self.driver.execute_cdp_cmd, "Performance.disable", {})
        begin = self._metrics()
        page.run(RECEIVE, 10000, "early")
        wait.until(lambda: shown() == 10601, lambda: str(shown()))
        wait.until(lambda: page.run(AT_END), "the log follows")
        filled = self._metrics()
        for _ in range(20):
            page.run(RECEIVE + "return new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))", 1, "late")
        self.assertTrue(page.run(AT_END), "the log follows")
        late = self._metrics()
        task = lambda a, b: (b["TaskDuration"] - a["TaskDuration"]) * 1000
        print(f"10,000 messages: {task(begin, filled):.0f} ms, one more: {task(filled, late) / 20:.1f} ms, "
              f"heap {late['JSHeapUsedSize'] / 2**20:.1f} MiB, {late['Nodes']:.0f} nodes")
        self.assertLess(task(begin, filled), 6000)
        self.assertLess(task(filled, late) / 20, 40)
        self.assertLess(late["JSHeapUsedSize"], 64 * 2 ** 20)

    def _metrics(self):
        self.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
        return {m["name"]: m["value"] for m in self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]}

    def test_the_keyboard_alone_is_enough(self):
        for width, height in ((390, 844), (1024, 768)):
            page = self.begin()
            self.resize(width, height)
            press = lambda *keys: ActionChains(self.driver).send_keys(*keys).perform()
            focused = lambda: page.run("const e = document.activeElement; return e.id || e.name || e.textContent.trim()")
            page.run("document.activeElement.blur()")
            reached = []
            for _ in range(40):
                press(Keys.TAB)
                reached.append(focused())
                if "send" in reached:
                    break
            wanted = ["technique", "log", "text", "send"] + (["menu"] if width < 700 else ["name", "search"])
            for control in wanted:
                self.assertIn(control, reached, f"{width} px")
            ringed = page.run("return getComputedStyle(document.activeElement).outlineStyle")
            self.assertNotEqual(ringed, "none")
            ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
            press(f"typed at {width}", Keys.ENTER)
            wait.until(lambda: page.texts()[-1:] == [f"typed at {width}"], lambda: str(page.texts()))
            page.run("document.querySelector('#techniques input:checked').focus()")
            press(Keys.ARROW_DOWN)
            wait.until(lambda: page.run("return PushLab.roomClient.technique") == "sse", "an arrow chooses the next technique")
            was = page.run("return document.getElementById('numbers-fold').open")
            page.run("document.querySelector('#numbers-fold summary').focus()")
            press(Keys.ENTER)
            self.assertNotEqual(page.run("return document.getElementById('numbers-fold').open"), was)
            self.assertEqual(page.run("return document.getElementById('log').getAttribute('role')"), "log")

    def test_contrast_and_motion(self):
        page = self.begin(technique="long-polling")
        for number in range(8):  # names of every colour
            body = {"text": "hello", "from": "abcdefgh"[number], "id": str(number), "member": str(number), "via": TECHNIQUES[number % 4]}
            self.host.request("POST", f"/api/rooms/{quoted(ROOM)}/messages", json.dumps(body), {"Content-Type": "application/json"})
        page.send("mine", ROOM)
        wait.until(lambda: len(page.texts()) == 9, "the messages are shown")
        for width, height in ((390, 844), (1024, 768)):
            self.resize(width, height)
            page.run("document.querySelectorAll('.fold').forEach(fold => { fold.open = true; })")
            for scheme in ("light", "dark"):
                self.emulate("prefers-color-scheme", scheme)
                self.assertEqual(page.run(PALE), [], f"{scheme} at {width} px")
        moving = lambda: page.run("return document.getAnimations().length")
        self.emulate("prefers-reduced-motion", "no-preference")
        wait.until(lambda: moving() > 0, "the dot of a held request moves")
        self.emulate("prefers-reduced-motion", "reduce")
        wait.until(lambda: moving() == 0, lambda: str(moving()))

    def test_compare_shows_measurements_beside_theory(self):
        key = self.key()
        self.host.request("POST", "/api/class/settings", json.dumps({"pollInterval": 0.5}), key)
        self.begin(technique="polling")
        self.open("/compare/")
        cells = lambda: self.driver.execute_script(CELLS)
        wait.until(lambda: sorted(cells()) == sorted(TECHNIQUES), lambda: str(cells()))
        for width in (320, 1920):
            self.resize(width, 900)
            self.assertLessEqual(self.driver.execute_script("return document.documentElement.scrollWidth - innerWidth"), 0, f"{width} px")
        wait.until(lambda: cells()["polling"]["members"] == ["1", ""], lambda: str(cells()))
        number = lambda text: float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 0
        measured = lambda: [number(text) for text in cells()["polling"]["requests"]]
        wait.until(lambda: 100 <= measured()[0] <= 130, lambda: str(cells()["polling"]), 30)
        self.assertAlmostEqual(measured()[1], 120, delta=0.1)
        self.assertEqual(cells()["polling"]["empty"], ["100.0 %", "100.0 %"])
        self.assertEqual(cells()["polling"]["worst"][1], "500 ms")
        self.assertEqual(cells()["websocket"]["requests"][1], "0")
        self.host.request("POST", "/api/class/settings", json.dumps({"pollInterval": 5}), key)
        wait.until(lambda: abs(measured()[1] - 12) < 0.1, lambda: str(cells()["polling"]))
        words = lambda: self.driver.execute_script("return document.getElementById('settings').textContent")
        self.assertEqual(words(), "Poll every 5 s, hold up to 10 s.")

    def test_compare_costs_no_technique_anything(self):
        before = self.host.stats()
        self.open("/compare/?lang=zh-CN")
        own = lambda: int(self.driver.execute_script("return document.getElementById('own-requests').textContent"))
        wait.until(lambda: own() >= 4, lambda: str(own()))
        self.driver.get("about:blank")
        after = self.host.stats()
        self.assertEqual(after["techniques"], before["techniques"])
        self.assertGreaterEqual(after["other"]["requests"] - before["other"]["requests"], 8)


if __name__ == "__main__":
    run()
