#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The teacher withdraws a message from /admin/: it is gone from the page of each technique, and from a page that comes later."""

import json

from selenium.common.exceptions import NoAlertPresentException

from support import wait
from support.browser import BrowserTest
from support.builtinpage import TECHNIQUES, BuiltinPage, RoomPage
from support.runner import run

SECRET = "better not said"
SAID = "return Array.from(document.querySelectorAll('#messages-body .said'), cell => cell.textContent)"
WITHDRAW = """const row = Array.from(document.querySelectorAll('#messages-body tr')).find(r => r.textContent.includes(arguments[0]));
setTimeout(() => row.querySelector('button').click(), 0)"""  # a question holds a script up
SEARCH = """const field = document.getElementById('search'); field.value = arguments[0];
field.dispatchEvent(new Event('input', {bubbles: true}))"""
UP = """const field = document.getElementById('text'); field.value = '';
field.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowUp', bubbles: true, cancelable: true})); return field.value"""


class Withdrawal(BrowserTest):

    def question(self):
        def find():
            try:
                return self.driver.switch_to.alert
            except NoAlertPresentException:
                return None
        return wait.until(find, "a question")

    def test_gone_from_every_page(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        pages = []
        for technique in TECHNIQUES:
            page = RoomPage(self)
            page.choose(technique)
            pages.append(page)
        tutorial = BuiltinPage(self, "/home/")
        pages[0].send("first")
        pages[0].send(SECRET)
        for page in pages + [tutorial]:
            wait.until(lambda: page.texts() == ["first", SECRET], lambda: str(page.texts()))
        pages[1].run(SEARCH, "better")
        wait.until(lambda: pages[1].run("return document.querySelectorAll('.found').length") == 1, "it is found")
        self.open(f"/admin/?lang=en#key={self.host.teacher_key()}")
        admin = self.driver.current_window_handle
        wait.until(lambda: self.driver.execute_script(SAID) == [SECRET, "first"], lambda: str(self.driver.execute_script(SAID)))
        self.driver.execute_script(WITHDRAW, SECRET)
        question = self.question()
        self.assertIn("saved before", question.text)
        question.dismiss()  # asked first
        self.assertEqual(self.host.log(), ["first", SECRET])
        self.driver.execute_script(WITHDRAW, SECRET)
        self.question().accept()
        wait.until(lambda: self.driver.execute_script(SAID) == ["first"], lambda: str(self.driver.execute_script(SAID)))
        self.assertEqual(self.host.log(), ["first"])
        for page in pages:
            wait.until(lambda: page.texts() == ["first"], lambda: str(page.texts()))
            self.assertNotIn(SECRET, page.run("return document.documentElement.textContent"))
        wait.until(lambda: pages[1].run("return document.querySelectorAll('.found').length") == 0, "it is not found")
        self.assertEqual(pages[0].run(UP), "first")
        for page in (RoomPage(self), BuiltinPage(self, "/home/")):  # later
            page.expect(["first"])
        pages[0].send("next")
        for page in pages:
            wait.until(lambda: page.texts() == ["first", "next"], lambda: str(page.texts()))
            self.assertEqual(page.run("return document.querySelectorAll('#log .gap').length"), 0)
        self.driver.switch_to.window(admin)
        kept = json.loads(self.host.get("/api/rooms/lobby/messages?after=0&v=2&member=x")[2])
        self.assertIn({"seq": 2, "withdrawn": True}, kept["messages"])
        self.assertNotIn(SECRET, str(kept))


if __name__ == "__main__":
    run()
