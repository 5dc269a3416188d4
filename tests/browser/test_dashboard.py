#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The teacher's dashboard: members in words and in order, their buttons in their row, nothing cut on a phone."""

import json
import time

from selenium.common.exceptions import NoAlertPresentException

from support import wait
from support.browser import BrowserTest
from support.host import quoted
from support.rawsocket import RawSocket
from support.runner import run

ROWS = """return Array.from(document.querySelectorAll('#members-body tr'),
    row => [row.querySelector('bdi').textContent, row.querySelector('.technique').textContent])"""
# How far the middle of each button is from the middle of its row, and what reaches out of its frame, in px.
OFF = """return Array.from(document.querySelectorAll('#members-body tr'), row => { const r = row.getBoundingClientRect();
    return Array.from(row.querySelectorAll('button'), b => { const s = b.getBoundingClientRect();
        return Math.abs(s.top + s.height / 2 - r.top - r.height / 2); }); }).flat()"""
CUT = """return [document.documentElement, ...document.querySelectorAll('.scroll')].map(e => e.scrollWidth - e.clientWidth)"""


class Dashboard(BrowserTest):

    def setUp(self):
        super().setUp()
        for name in ("Zoe", "Anna 10", "Anna 2"):
            self.assertEqual(self.host.get(f"/api/rooms/lobby/messages?after=0&member={quoted(name)}&name={quoted(name)}")[0], 200)
        socket = RawSocket(self.host.address, self.host.port, "/ws/chat/lobby/?after=0&v=1&member=bob&name=Bob")
        self.enterContext(socket)

    def begin(self, language):
        self.key = self.host.teacher_key()
        self.open(f"/admin/?lang={language}#key={self.key}")
        wait.until(lambda: len(self.driver.execute_script(ROWS)) == 4, lambda: str(self.driver.execute_script(ROWS)))

    def resize(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})

    def check(self, language, short, websocket):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.begin(language)
        self.assertEqual(self.driver.execute_script(ROWS),
                         [["Anna 2", short], ["Anna 10", short], ["Zoe", short], ["Bob", websocket]])
        self.resize(1024, 768)
        off = self.driver.execute_script(OFF)
        self.assertEqual(len(off), 20)
        self.assertLess(max(off), 3)
        self.resize(390, 844)
        self.assertEqual(self.driver.execute_script(CUT), [0, 0, 0, 0])
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def test_figures_begin_anew(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.begin("en")
        requests = """return document.querySelector('#stats-body tr td:nth-of-type(2)').textContent"""
        since = """return document.getElementById('figures-since').textContent"""
        wait.until(lambda: self.driver.execute_script(requests) == "3", lambda: self.driver.execute_script(requests))
        self.assertEqual(self.driver.execute_script(since), "")
        self.driver.execute_script("document.getElementById('reset-figures').click()")
        wait.until(lambda: self.driver.execute_script(requests) == "0", lambda: self.driver.execute_script(requests))
        self.assertIn("Figures since", self.driver.execute_script(since))

    def test_class_settings(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.begin("en")
        value = lambda name: self.driver.execute_script(f"return document.querySelector('#class-settings [name={name}]').value")
        wait.until(lambda: value("hold") == "10", lambda: value("hold"))
        self.driver.execute_script("""for (const [name, value] of [['technique', 'polling'], ['pollInterval', '5']]) {
            const field = document.querySelector(`#class-settings [name=${name}]`);
            field.value = value;
            field.dispatchEvent(new Event('change', {bubbles: true})); }""")
        room = lambda: json.loads(self.host.get("/api/rooms/lobby")[2])
        wait.until(lambda: (room()["technique"], room()["pollInterval"]) == ("polling", 5), lambda: str(room()))
        self.assertEqual(room()["hold"], 10)
        self.driver.execute_script("document.querySelector('#offer [value=sse]').click()")
        wait.until(lambda: "sse" not in room()["techniques"], lambda: str(room()))

    def question(self):
        def find():
            try:
                return self.driver.switch_to.alert
            except NoAlertPresentException:
                return None
        return wait.until(find, "a question")

    def test_leads_the_class(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.begin("en")
        run = self.driver.execute_script
        key = {"Authorization": "Bearer " + self.key}
        settings = lambda: json.loads(self.host.request("GET", "/api/class/settings", None, key)[2])
        log = lambda: json.loads(self.host.get("/api/rooms/lobby/messages?after=0&v=2&member=Zoe")[2])
        click = lambda name: run(f"document.getElementById('{name}').click()")
        wait.until(lambda: run("return document.getElementById('freeze').getAttribute('aria-pressed')") == "false", "the settings are shown")
        for name in ("freeze", "lock"):
            click(name)
            wait.until(lambda: settings()["frozen" if name == "freeze" else "locked"], lambda: str(settings()))
            pressed = f"return document.getElementById('{name}').getAttribute('aria-pressed')"
            wait.until(lambda: run(pressed) == "true", lambda: run(pressed))
            click(name)
        wait.until(lambda: not settings()["frozen"] and not settings()["locked"], lambda: str(settings()))
        run("""for (const [name, value] of [['generatorSize', '100'], ['generatorRate', '20'], ['technique', 'split']]) {
            const field = document.querySelector(`#class-settings [name=${name}]`);
            field.value = value;
            field.dispatchEvent(new Event('change', {bubbles: true})); }""")
        wait.until(lambda: settings()["generator"] == {"rate": 20, "size": 100, "poisson": False}, lambda: str(settings()))
        wait.until(lambda: settings()["split"], lambda: str(settings()))
        run("document.getElementById('mark-name').value = 'here'")
        click("mark")
        wait.until(lambda: "here" in str(log()), lambda: str(log()))
        epoch = log()["epoch"]
        later = "setTimeout(() => document.getElementById('clear').click(), 0)"  # a question holds a script up
        run(later)
        self.question().dismiss()  # asked first
        self.assertEqual(log()["epoch"], epoch)
        run(later)
        self.question().accept()
        wait.until(lambda: log()["epoch"] != epoch, lambda: str(log()))
        run("""const row = Array.from(document.querySelectorAll('#members-body tr')).find(r => r.textContent.includes('Zoe'));
            const choice = row.querySelector('select'); choice.value = 'sse'; choice.dispatchEvent(new Event('change'));""")
        own = lambda: json.loads(self.host.get("/api/rooms/lobby?member=Zoe")[2]).get("own")
        wait.until(lambda: own() and own()["technique"] == "sse" and not own()["split"], lambda: str(own()))

    def test_who_is_no_member(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        for number in range(2):  # of a comparison
            self.assertEqual(self.host.get(f"/api/rooms/compare-1-1/messages?after=0&member=p{number}")[0], 200)
        self.begin("en")
        words = lambda: self.driver.execute_script("return document.getElementById('virtual').textContent")
        wait.until(lambda: words() == "Virtual clients of a comparison, which are no members: 2", words)
        self.open("/web/lobby/?name=Ms+T")  # in the teacher's own browser
        inside = "return Boolean(window.PushLab && PushLab.roomClient && PushLab.roomClient.state.kind === 'connected')"
        wait.until(lambda: self.driver.execute_script(inside), "the teacher is in")
        self.driver.switch_to.window(self.driver.window_handles[0])
        cells = lambda: self.driver.execute_script(
            "return Array.from(document.querySelectorAll('#stats-body tr'), row => row.children[1].textContent)")
        time.sleep(2.5)  # two more answers
        self.assertEqual(cells()[:3], ["3", "0", "1"])
        self.assertEqual(len(self.driver.execute_script(ROWS)), 4)

    def test_bans_and_spotlight(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.begin("en")
        run = self.driver.execute_script
        press = lambda text: run("""Array.from(document.querySelectorAll('#members-body tr')).find(r => r.textContent.includes('Zoe'))
            .querySelectorAll('button').forEach(b => { if (b.textContent === arguments[0]) b.click(); })""", text)
        pressed = """return Array.from(document.querySelectorAll('#members-body [aria-pressed="true"]'),
            b => b.closest('tr').querySelector('bdi').textContent)"""
        of_class = lambda: json.loads(self.host.request("GET", "/api/class/moderation", None, {"Authorization": "Bearer " + self.key})[2])
        press("Spotlight")
        wait.until(lambda: run(pressed) == ["Zoe"], lambda: str(run(pressed)))
        self.assertEqual(of_class()["spotlight"]["member"], "m:Zoe")
        press("Spotlight")
        wait.until(lambda: run(pressed) == [], lambda: str(run(pressed)))
        self.assertIsNone(of_class()["spotlight"])
        bans = "return document.getElementById('bans').textContent"
        hidden = "return document.getElementById('banned').hidden"
        self.assertTrue(run(hidden))
        press("Ban")
        wait.until(lambda: "Zoe" in run(bans), lambda: run(bans))
        self.assertFalse(run(hidden))
        come = lambda: self.host.get("/api/rooms/lobby/messages?after=0&member=Zoe&name=Zoe")[0]
        self.assertEqual(come(), 403)
        run("document.querySelector('#bans button').click()")
        wait.until(lambda: run(hidden), lambda: run(bans))
        self.assertEqual(come(), 200)

    def test_english(self):
        self.check("en", "Short polling", "WebSocket")

    def test_chinese(self):
        self.check("zh-CN", "短轮询", "WebSocket")


if __name__ == "__main__":
    run()
