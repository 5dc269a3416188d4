#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A class with a PIN: its pages ask for it, take it from a link, and lead to where one was going."""

from support import wait
from support.browser import BrowserTest
from support.builtinpage import RoomPage, TECHNIQUES
from support.host import Host
from support.runner import run

PIN = "739152"
ENTER = """document.getElementById('pin').value = arguments[0];
document.getElementById('entrance-form').requestSubmit();"""
ERROR = "return document.getElementById('entrance-error')?.textContent || ''"


class PinTest(BrowserTest):
    def make_host(self):
        return Host(arguments=("--pin", PIN))

    def in_room(self):
        return self.driver.execute_script("return document.querySelector('#log') !== null")

    def test_room_asks_and_goes_on(self):
        self.expected_errors += [r"/web/lobby/ .* 403 ", r"/api/join .* 403 "]
        self.open("/web/lobby/")
        self.assertFalse(self.in_room())
        self.driver.execute_script(ENTER, "000000")
        wait.until(lambda: self.driver.execute_script(ERROR), "a wrong PIN is told")
        self.assertFalse(self.in_room())
        self.driver.execute_script(ENTER, PIN)
        wait.until(self.in_room, "the room opens")
        self.assertEqual(self.driver.current_url, self.host.url + "web/lobby/")
        self.assertNotIn("pushlab-pass", self.driver.execute_script("return document.cookie"))
        page = RoomPage(self)
        self.host.enter(PIN)
        texts = []
        for technique in TECHNIQUES:
            page.choose(technique)
            page.send(f"by {technique}")
            texts.append(f"by {technique}")
            page.expect(texts)

    def test_link_brings_the_pin(self):
        self.open("/#pin=" + PIN)
        wait.until(lambda: "pin" not in self.driver.current_url, "the PIN leaves the address")
        wait.until(lambda: self.driver.execute_script(
            "return fetch('/api/join').then(a => a.json()).then(a => a.admitted)"), "the link lets one in")
        self.open("/web/lobby/")
        self.assertTrue(self.in_room())


if __name__ == "__main__":
    run()
