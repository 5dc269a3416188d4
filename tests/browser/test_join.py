#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How a student comes in: name and PIN, from the QR code's link, locked out and let in, past a proxy that meddles."""

import json

from support import wait
from support.browser import BrowserTest
from support.builtinpage import CHOSEN, RoomPage
from support.host import Host
from support.meddlingproxy import MeddlingProxy
from support.runner import run

PIN = "739152"
SEEN = """return [...document.querySelectorAll('#join-form input')].filter(e => e.checkVisibility()).map(e => e.id);"""
FILL = """for (const [id, value] of Object.entries(arguments[0])) document.getElementById(id).value = value;
document.getElementById('join-form').requestSubmit();"""
TEXT = "return document.getElementById(arguments[0])?.textContent || ''"
VALUE = "return document.getElementById(arguments[0]).value"
NAME_HERE = "return document.getElementById('name').value"


class JoinTest(BrowserTest):
    arguments = ("--pin", PIN)

    def make_host(self):
        return Host(arguments=self.arguments)

    def run_script(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def text(self, element):
        return self.run_script(TEXT, element)

    def in_room(self):
        return "/web/" in self.driver.current_url and self.run_script("return document.querySelector('#log') !== null")

    def moderate(self, action):
        status, _, body = self.host.request("POST", "/api/class/moderation", json.dumps({"action": action}),
                                            {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"})
        self.assertEqual(status, 200, body)

    def setUp(self):
        super().setUp()
        self.key = self.host.teacher_key()
        self.host.enter(PIN)

    def forget(self):
        """As a browser that was never here."""
        self.run_script("localStorage.clear(); sessionStorage.clear()")


class ComingIn(JoinTest):
    def test_asks_for_name_and_pin_alone(self):
        self.open("/")
        self.forget()
        self.driver.refresh()
        wait.until(lambda: self.run_script(SEEN) == ["join-name", "join-pin"], lambda: str(self.run_script(SEEN)))
        self.assertEqual(self.run_script(VALUE, "join-name"), "")
        self.run_script("document.getElementById('join-form').requestSubmit()")  # without a name: the browser says so
        self.assertFalse(self.in_room())
        self.run_script(FILL, {"join-name": "   ", "join-pin": PIN})
        wait.until(lambda: self.text("join-error"), "a name is asked for")
        self.run_script(FILL, {"join-name": "Li Ming", "join-pin": PIN})
        wait.until(self.in_room, "the room opens")
        self.assertEqual(self.run_script(NAME_HERE), "Li Ming")
        self.open("/")
        self.assertEqual(self.run_script(VALUE, "join-name"), "Li Ming")  # as it was said the last time

    def test_an_invented_name_is_not_offered_as_ones_own(self):
        self.open("/#pin=" + PIN)
        self.forget()
        wait.until(lambda: self.run_script("return fetch('/api/join').then(a => a.json()).then(a => a.admitted)"), "in")
        self.open("/web/lobby/")
        wait.until(lambda: self.run_script(NAME_HERE), "a name is invented")
        self.open("/")
        self.assertEqual(self.run_script(VALUE, "join-name"), "")

    def test_the_qr_codes_link_leaves_the_name_alone_to_be_said(self):
        self.open("/?room=physics#pin=" + PIN)
        wait.until(lambda: "pin" not in self.driver.current_url, "the PIN leaves the address")
        wait.until(lambda: self.run_script(SEEN) == ["join-name"], lambda: str(self.run_script(SEEN)))
        self.assertIn("physics", self.text("join-where"))
        self.run_script(FILL, {"join-name": "Ann"})
        wait.until(self.in_room, "the room opens")
        self.assertIn("/web/physics/", self.driver.current_url)

    def test_a_wrong_pin_is_told_and_can_be_mended(self):
        self.expected_errors.append(r"/api/join .* 403 ")
        self.open("/")
        self.run_script(FILL, {"join-name": "Ann", "join-pin": "000000"})
        wait.until(lambda: self.text("join-error"), "a wrong PIN is told")
        self.assertFalse(self.in_room())
        self.run_script(FILL, {"join-pin": PIN})
        wait.until(self.in_room, "the room opens")

    def test_a_wrong_pin_in_the_link_is_shown_to_be_mended(self):
        self.expected_errors.append(r"/api/join .* 403 ")
        self.open("/#pin=000000")
        wait.until(lambda: self.text("join-error"), "a wrong PIN is told")
        self.assertEqual(self.run_script(VALUE, "join-pin"), "000000")

    def test_who_is_locked_out_comes_in_when_it_is_unlocked(self):
        self.expected_errors.append(r"/api/rooms/lobby\?.* 403 ")
        self.moderate("lock")
        self.open("/#pin=" + PIN)
        wait.until(lambda: self.run_script(SEEN) == ["join-name"], "the PIN is taken")
        self.run_script(FILL, {"join-name": "Ann"})
        wait.until(lambda: "locked" in self.text("join-waiting"), lambda: self.text("join-waiting"))
        self.assertFalse(self.in_room())
        self.moderate("unlock")
        wait.until(self.in_room, "the room opens by itself")

    def test_who_is_locked_out_of_the_room_page_comes_in_when_it_is_unlocked(self):
        self.expected_errors.append(r"/api/rooms/lobby\?.* 403 ")
        self.open("/#pin=" + PIN)
        wait.until(lambda: self.run_script(SEEN) == ["join-name"], "the PIN is taken")
        self.moderate("lock")
        self.open("/web/lobby/")
        wait.until(lambda: "locked" in self.text("banner-text"), lambda: self.text("banner-text"))
        self.moderate("unlock")
        wait.until(lambda: self.run_script("return document.getElementById('banner').hidden"), "it is in by itself")

    def test_a_taken_name_gets_a_number_and_the_page_says_so(self):
        self.open("/#pin=" + PIN)
        wait.until(lambda: self.run_script(SEEN) == ["join-name"], "the PIN is taken")
        first = RoomPage(self, "lobby")
        first.run("const name = document.getElementById('name'); name.value = 'Li Ming';"
                  "name.dispatchEvent(new Event('change', {bubbles: true}));")
        first.send("one")
        second = RoomPage(self, "lobby")
        wait.until(lambda: second.run(NAME_HERE) == "Li Ming 2", lambda: second.run(NAME_HERE))
        wait.until(lambda: "Li Ming 2" in second.run(TEXT, "log"), "the page says so")
        second.send("two")
        wait.until(lambda: len(first.texts()) == 2, "both are there")
        self.assertIn("Li Ming 2", first.run(TEXT, "log"))

    def test_an_invented_name_that_is_taken_gets_a_number_without_a_word(self):
        self.prelude = "Math.random = () => 0.5"
        self.open("/#pin=" + PIN)
        wait.until(lambda: self.run_script(SEEN) == ["join-name"], "the PIN is taken")
        self.forget()
        first = RoomPage(self, "lobby")
        first.send("one")
        second = RoomPage(self, "lobby")
        wait.until(lambda: second.run(NAME_HERE) == first.run(NAME_HERE) + " 2", lambda: second.run(NAME_HERE))
        second.send("two")
        wait.until(lambda: len(first.texts()) == 2, "both are there")
        self.assertEqual(second.run("return document.querySelectorAll('#log .gap').length"), 0)


class MeddledWith(JoinTest):
    arguments = ()
    noticed = "return document.getElementById('obstacles').textContent"

    def room_through(self, technique, **how):
        proxy = MeddlingProxy(self.host.port, **how)
        self.addCleanup(proxy.close)
        self.host.url = f"http://127.0.0.1:{proxy.port}/"
        self.open(f"/web/lobby/?technique={technique}")

    def setUp(self):
        BrowserTest.setUp(self)

    def test_without_upgrade_another_technique_is_used_and_said(self):
        self.expected_errors.append(r"WebSocket connection to")
        self.room_through("websocket", strips_upgrade=True)
        wait.until(lambda: "WebSocket" in self.run_script(self.noticed), "the page says what is kept back", 30)
        chosen = self.run_script(CHOSEN)
        self.assertNotEqual(chosen, "websocket")
        wait.until(lambda: self.run_script("return document.getElementById('banner').hidden"), "it is connected")

    def test_collected_streams_are_noticed(self):
        self.room_through("sse", collects_streams=True)
        wait.until(lambda: "Server-sent" in self.run_script(self.noticed), "the page says what comes late", 30)
        self.assertEqual(self.run_script(CHOSEN), "websocket")

    def test_a_free_way_is_not_complained_about(self):
        self.open("/web/lobby/")
        wait.until(lambda: self.run_script("return sessionStorage.getItem('pushlab-selftest')"), "the test is over", 30)
        self.assertEqual(set(json.loads(self.run_script("return sessionStorage.getItem('pushlab-selftest')")).values()), {""})
        self.assertEqual(self.run_script(self.noticed), "")


if __name__ == "__main__":
    run()
