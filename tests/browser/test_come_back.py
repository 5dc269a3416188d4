#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who closes the tab and comes back in another one is the same member; two tabs that are open are two."""

import json

from support import wait
from support.browser import BrowserTest
from support.builtinpage import RoomPage
from support.runner import run

ROOM = "back"
MEMBER = "return PushLab.roomClient.member"
NAME = "return PushLab.roomClient.givenName"
READY = "return Boolean(window.PushLab && PushLab.roomClient && PushLab.roomClient.state.kind !== 'connecting' && PushLab.roomClient.inForce.epoch)"
LEFT = "return Object.entries(localStorage).filter(([key]) => key.startsWith('pushlab-left '))"
# Asleep: it neither hears other tabs nor asks the host. The listener comes before those of the page.
DEAF = "window.addEventListener('storage', event => window.isAsleep && event.stopImmediatePropagation())"
SLEEP = "window.isAsleep = true; PushLab.roomClient.endTransport()"
WAKE = "window.isAsleep = false"
ANSWERED = "return Boolean(localStorage.getItem('pushlab-asks')) && localStorage.getItem('pushlab-here') === localStorage.getItem('pushlab-asks')"
FILL = """document.getElementById('join-name').value = arguments[0];
document.getElementById('join-form').requestSubmit();"""


class ComingBack(BrowserTest):
    prelude = DEAF

    def setUp(self):
        super().setUp()
        self.key = self.host.teacher_key()

    def room(self, name="Mei"):
        page = RoomPage(self, ROOM, f"?name={name}")
        wait.until(lambda: page.run(READY), "it is in")
        return page

    def close(self, page):
        page.run("return 0")  # makes it the current window
        if len(self.driver.window_handles) == 1:
            self.open("/about/")
            page.run("return 0")
        self.driver.close()
        self.driver.switch_to.window(self.driver.window_handles[0])

    def members(self):
        _, _, body = self.host.request("GET", f"/api/rooms/{ROOM}/members", headers={"Authorization": "Bearer " + self.key})
        return sorted(member["name"] for member in json.loads(body)["members"] if member["name"])  # not this test, which reads the log

    def test_a_closed_tab_goes_on_in_the_next(self):
        for technique in ("websocket", "polling"):
            with self.subTest(technique):
                page = self.room()
                page.choose(technique)
                page.send(f"by {technique}", ROOM)
                wait.until(lambda: page.numbers("sends")[technique] == "1", lambda: page.numbers("sends"))
                member = page.run(MEMBER)
                self.close(page)
                again = self.room()
                self.assertEqual([again.run(MEMBER), again.run(NAME)], [member, "Mei"])
                self.assertEqual(self.members(), ["Mei"])
                wait.until(lambda: again.numbers("sends")[technique] == "1", lambda: again.numbers("sends"))
                again.run("location.reload()")
                wait.until(lambda: again.run(READY), "it is in again")
                self.assertEqual(again.run(MEMBER), member, "and stays it when it is loaded anew")
                self.close(again)

    def test_by_the_form_it_is_the_same(self):
        page = self.room()
        member = page.run(MEMBER)
        page.send("once", ROOM)
        self.close(page)
        self.open(f"/?room={ROOM}")
        self.driver.execute_script(FILL, "Mei")
        wait.until(lambda: "/web/" in self.driver.current_url and self.driver.execute_script(READY), "it is in")
        self.assertEqual(self.driver.execute_script(MEMBER), member)
        self.assertEqual(self.driver.execute_script(NAME), "Mei")
        self.assertEqual(self.driver.execute_script("return PushLab.roomClient.counters.websocket.sends"), 1)

    def test_only_who_fits_is_it(self):
        page = self.room()
        member = page.run(MEMBER)
        self.close(page)
        other = self.room("Bo")
        self.assertNotEqual(other.run(MEMBER), member)
        first = self.room()
        self.assertEqual(first.run(MEMBER), member)
        second = self.room()
        self.assertEqual([first.run(NAME), second.run(NAME)], ["Mei", "Mei 2"], "two tabs are two")
        self.assertEqual(self.members(), ["Bo", "Mei", "Mei 2"])

    def test_a_tab_that_nobody_sees_is_still_there(self):
        first = self.room()
        first.set_hidden(True)
        second = self.room()
        wait.until(lambda: second.run(ANSWERED), "the first says so")
        # Where this machine is so slow that the answer comes too late, it is the first that becomes another.
        wait.until(lambda: first.run(MEMBER) != second.run(MEMBER), "two are two")
        wait.until(lambda: {first.run(NAME), second.run(NAME)} == {"Mei", "Mei 2"}, lambda: str(self.members()))
        first.set_hidden(False)
        self.assertEqual(len(self.members()), 2)

    def test_one_that_was_ended_without_a_word_is_not(self):
        page = self.room()
        member = page.run(MEMBER)
        page.set_hidden(True)
        left = page.run(LEFT)
        self.assertTrue(json.loads(left[0][1])["isHidden"])
        self.close(page)
        self.open("/about/")
        # A phone that ends a page does not say so to it: what it said before is there.
        self.driver.execute_script("for (const [key, value] of arguments[0]) localStorage.setItem(key, value);", left)
        self.assertEqual(self.room().run(MEMBER), member)

    def test_one_that_was_asleep_becomes_another(self):
        first = self.room()
        member = first.run(MEMBER)
        first.set_hidden(True)
        first.run(SLEEP)
        second = self.room()
        self.assertEqual([second.run(MEMBER), second.run(NAME)], [member, "Mei"])
        first.run(WAKE)
        first.set_hidden(False)
        wait.until(lambda: first.run(MEMBER) != member, "the first has noticed")
        self.assertEqual(second.run(MEMBER), member)
        first.run("PushLab.roomClient.connect()")
        for page in (first, second):
            wait.until(lambda: page.run(READY), "it is in")
        self.host.send("PushLab's API", "to both", ROOM)
        for page in (first, second):
            page.expect(["to both"])


if __name__ == "__main__":
    run()
