#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The room page changes technique in the middle of a conversation, without loss or repeat."""

import itertools
import json
import threading
import time

from support import wait
from support.browser import IN_FRONT, BrowserTest
from support.builtinpage import TECHNIQUES, BuiltinPage, RoomPage
from support.host import POLL, WAYS, Host, quoted
from support.runner import run
from support.texts import HOSTILE

ROOM = "教室 7"


class Chatter:
    """Sends numbered texts to a room by every way in turn until it is told to stop."""

    def __init__(self, host):
        self._host = host
        self._stopping = threading.Event()
        self.sent = 0
        self._thread = threading.Thread(target=self._run)
        self.failure = None

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stopping.set()
        self._thread.join()

    def _run(self):
        try:
            for number, way in zip(itertools.count(1), itertools.cycle(WAYS)):
                self._host.send(way, f"{number} by {way}", ROOM)
                self.sent = number
                if self._stopping.wait(0.05):
                    return
        except Exception as error:  # told to the test, which runs in another thread
            self.failure = error


class RoomPageTest(BrowserTest):

    def test_each_technique_sends_and_receives(self):
        page = RoomPage(self, ROOM)
        texts = []
        for technique in TECHNIQUES + TECHNIQUES[::-1]:
            page.choose(technique)
            for text in HOSTILE:
                page.send(f"{technique} {text}", ROOM)
                texts.append(f"{technique} {text}")
            for way in WAYS:
                texts.append(f"{technique} hears {way}")
                self.host.send(way, texts[-1], ROOM)
            wait.until(lambda: len(page.texts()) >= len(texts), lambda: f"{technique}: {texts}, but {page.texts()}")
        self.assertEqual(self.host.log(ROOM), texts)
        page.expect(texts)
        self.assertEqual(page.markup(), ["", 0])

    def test_hears_the_teacher_with_the_next_delivery(self):
        page = RoomPage(self, ROOM)
        page.choose("websocket")
        key = {"Authorization": "Bearer " + self.host.teacher_key(), "Content-Type": "application/json"}
        chosen = lambda: self.driver.execute_script("return document.querySelector('#techniques input:checked').value")
        for technique in ("long-polling", "websocket", "polling"):
            self.host.request("POST", "/api/class/settings", json.dumps({"technique": technique}), key)
            wait.until(lambda: chosen() == technique, chosen, 10)  # it asked every 15 s once
            self.host.send(next(iter(WAYS)), f"by {technique}", ROOM)
            wait.until(lambda: page.texts()[-1:] == [f"by {technique}"], lambda: str(page.texts()))
        self.host.request("POST", "/api/class/settings", json.dumps({"technique": None}), key)
        wait.until(lambda: not self.driver.execute_script("return document.querySelector('#techniques input:disabled')"), chosen)
        page.expect([f"by {technique}" for technique in ("long-polling", "websocket", "polling")])

    def test_says_what_the_teacher_orders(self):
        page = RoomPage(self, ROOM)
        page.choose("websocket")
        key = {"Authorization": "Bearer " + self.host.teacher_key(), "Content-Type": "application/json"}
        post = lambda path, body: self.assertEqual(self.host.request("POST", path, json.dumps(body), key)[0], 200)
        run = self.driver.execute_script
        shown = lambda: run("const e = document.getElementById('orders'); return e.hidden ? '' : e.textContent")
        typing = "const e = document.getElementById('text'); return [e.disabled, document.getElementById('send').disabled, e.value]"
        notices = lambda: run("return Array.from(document.querySelectorAll('#log p.gap'), e => e.textContent)")
        run("document.getElementById('text').focus(); document.getElementById('text').value = 'half a sen'")
        post("/api/class/settings", {"frozen": True})
        wait.until(lambda: run(typing) == [True, True, "half a sen"], lambda: str(run(typing)))
        self.assertIn("frozen", shown())
        post("/api/class/settings", {"frozen": False})
        wait.until(lambda: run(typing) == [False, False, "half a sen"], lambda: str(run(typing)))
        self.assertEqual([shown(), run("return document.activeElement.id")], ["", "text"])
        post("/api/class/mark", {"name": "here"})
        wait.until(lambda: any("here" in notice for notice in notices()), lambda: str(notices()))
        post("/api/class/settings", {"split": True})
        wait.until(lambda: "split" in shown(), shown)
        self.assertEqual(run("return document.querySelectorAll('#techniques input:disabled').length"), 3)
        post("/api/class/settings", {"split": False})
        wait.until(lambda: shown() == "", shown)
        post("/api/class/clear", {})
        wait.until(lambda: any("cleared" in notice for notice in notices()), lambda: str(notices()))
        self.host.send(next(iter(WAYS)), "after it", ROOM)
        wait.until(lambda: page.texts()[-1:] == ["after it"], lambda: str(page.texts()))

    def test_who_is_locked_out_comes_in_by_itself(self):
        key = {"Authorization": "Bearer " + self.host.teacher_key(), "Content-Type": "application/json"}
        page = RoomPage(self, ROOM)
        page.choose("polling")
        state = lambda: self.driver.execute_script("return document.getElementById('dot').className.split(' ').pop()")
        for locked in (True, False):
            self.assertEqual(self.host.request("POST", "/api/class/settings", json.dumps({"locked": locked}), key)[0], 200)
            if locked:  # one who was not in before
                self.expected_errors.append(r"403")
                self.driver.execute_script("""const c = PushLab.roomClient; c.stop(); c.member = 'another'; c.start();""")
                wait.until(lambda: state() == "access-denied", state)
                banner = self.driver.execute_script("return document.getElementById('banner-text').textContent")
                self.assertIn("by yourself", banner)
        wait.until(lambda: state() in ("pausing", "asking"), state, 15)

    def test_switching_under_traffic_loses_and_repeats_nothing(self):
        page = RoomPage(self, ROOM)
        changes = ["polling", "long-polling", "websocket", "polling", "websocket", "long-polling", "sse", "polling", "sse", "websocket", "sse"]
        with Chatter(self.host) as chatter:
            for technique in changes:
                page.choose(technique)
                before = chatter.sent
                time.sleep(POLL + 0.1)
                wait.until(lambda: chatter.sent >= before + 5 or chatter.failure, "the others go on talking")
            for technique in changes * 2:  # and faster than any answer comes
                page.choose(technique)
                time.sleep(0.05)
            page.choose("websocket")
        self.assertIsNone(chatter.failure)
        log = self.host.log(ROOM)
        self.assertGreater(len(log), 50)
        page.expect(log)

    def test_two_room_pages_of_different_techniques_talk(self):
        first, second = RoomPage(self, ROOM), RoomPage(self, ROOM)
        first.choose("long-polling")
        second.choose("websocket")
        said = []
        for text in HOSTILE:
            for name, page in (("first", first), ("second", second)):
                said.append(f"{name}: {text}")
                page.send(said[-1], ROOM)
        first.expect(said)
        second.expect(said)

    def test_delays_reach_the_host(self):
        page = RoomPage(self, ROOM)
        page.choose("websocket")
        page.await_measuring()
        for number in range(5):
            page.send(f"number {number}", ROOM)
        page.expect([f"number {number}" for number in range(5)], pause=0)
        delay = self._delay_of("websocket", lambda figures: figures["n"] == 5)
        self.assertTrue(0 <= delay["p50"] <= delay["p95"] <= delay["max"] < 5000, delay)
        self.assertEqual(delay["setAside"], 0)
        keypress = self.host.stats()["techniques"]["websocket"]["keypressDelay"]
        self.assertEqual(keypress["n"], 5)
        self.assertGreaterEqual(keypress["max"], delay["p50"])

    def test_delays_in_a_hidden_tab_are_set_aside(self):
        page = RoomPage(self, ROOM)
        page.choose("websocket")
        page.await_measuring()
        page.set_hidden(True)
        for number in range(3):
            self.host.send("PushLab's API", f"unseen {number}", ROOM)
        page.expect([f"unseen {number}" for number in range(3)], pause=2.5)  # long enough to be worth a notice
        page.set_hidden(False)
        self.assertIn("set aside: 3", page.hidden_notice())
        page.send("seen", ROOM)
        wait.until(lambda: page.numbers("samples")["websocket"] == "1", lambda: page.numbers("samples"))
        self.assertEqual(page.numbers("setAside")["websocket"], "3")
        delay = self._delay_of("websocket", lambda figures: figures["setAside"] == 3 and figures["n"] == 1)
        self.assertLess(delay["max"], 5000)

    def test_a_page_that_goes_reports_the_rest(self):
        page = RoomPage(self, ROOM)
        page.choose("long-polling")
        page.await_measuring()
        page.send("the last words", ROOM)
        wait.until(lambda: page.numbers("samples")["long-polling"] == "1", "the delay is measured")
        page.run("location.href = 'about:blank'")
        self._delay_of("long-polling", lambda figures: figures["n"] == 1)

    def test_all_columns_of_numbers_are_in_sight(self):
        key = {"Authorization": "Bearer " + self.host.teacher_key(), "Content-Type": "application/json"}
        for offered in (["polling", "long-polling", "websocket"], ["polling", "long-polling", "websocket", "sse"]):
            offer = json.dumps({"techniques": offered})
            self.assertEqual(self.host.request("POST", "/api/class/settings", offer, key)[0], 200)
            for lang in ("en", "zh-CN"):
                page = BuiltinPage(self, f"/web/{quoted(ROOM)}/?lang={lang}")
                self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                            {"width": 1024, "height": 768, "deviceScaleFactor": 1, "mobile": False})
                self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.clearDeviceMetricsOverride", {})
                shown = lambda: len(page.run("return [...document.querySelectorAll('#numbers [data-row^=p] td:not([hidden])')]"))
                wait.until(lambda: shown() == 2 * len(offered), lambda: str(shown()))
                cut = page.run("""const cells = document.querySelectorAll('#numbers [data-row^=p] td:not([hidden])');
                    for (const cell of cells) cell.textContent = PushLab.measured(1059.9, 2);
                    const frame = document.getElementById('numbers').parentElement;
                    return [cells[0].textContent, frame.scrollWidth - frame.clientWidth]""")
                self.assertEqual(cut, ["1,059.9 ±\u00a02.0", 0])

    def _delay_of(self, technique, expected):
        """The figures that the host has of TECHNIQUE, once they are as EXPECTED."""
        def read():
            return self.host.stats()["techniques"][technique]["delay"]
        wait.until(lambda: expected(read()), lambda: str(read()))
        return read()


class Pace(BrowserTest):
    """How often each technique asks, at the pace of a host that was told none."""
    flags = IN_FRONT

    def make_host(self):
        return Host(poll=None)

    def test_requests_fit_the_technique(self):
        pages = {}
        for technique in TECHNIQUES:
            pages[technique] = RoomPage(self, ROOM)
            pages[technique].choose("polling")  # which has to end
            pages[technique].choose(technique)
        time.sleep(1)
        read = lambda: {technique: (page.asked(), time.monotonic()) for technique, page in pages.items()}
        before = read()
        time.sleep(7)
        after = read()
        counts = {technique: after[technique][0] - before[technique][0] for technique in TECHNIQUES}
        polls = (after["polling"][1] - before["polling"][1]) / 2
        self.assertGreaterEqual(counts["polling"], 2, counts)
        self.assertLessEqual(counts["polling"], polls + 1.5, counts)
        self.assertIn(counts["long-polling"], range(0, 3), counts)
        self.assertEqual(counts["websocket"], 0, counts)
        self.assertEqual(counts["sse"], 0, counts)
        for page in pages.values():
            asked = page.asked()
            own = page.own_count()
            self.assertGreaterEqual(own, asked)
            self.assertLessEqual(own, page.asked() + 20)


if __name__ == "__main__":
    run()
