#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A race, started on the teacher's page: two pages flash and report, the photo finish shows them, then the ranking."""

from support import wait
from support.browser import IN_FRONT, BrowserTest
from support.builtinpage import RoomPage
from support.runner import run

# Whether it flashes, in which colour, and how it moves.
FLASH = """const e = document.getElementById('race-flash'), s = getComputedStyle(e);
    return [!e.hidden, e.className.split(' ').pop(), s.borderTopColor, s.animationName, s.pointerEvents]"""
NOTICE = "const e = document.getElementById('race-notice'); return e.hidden ? '' : e.textContent"
NOTICES = "return Array.from(document.querySelectorAll('#log p.gap'), e => e.textContent)"
GROUPS = """return Array.from(document.querySelectorAll('#race-groups-body tr'),
    row => Array.from(row.cells, cell => cell.textContent))"""
NAMES = "return Array.from(document.querySelectorAll('#race-members-body bdi'), e => e.textContent)"
MARKS = """return ['polling', 'websocket'].map(name =>
    document.querySelectorAll('#race-picture svg .mark.' + name).length)"""
STATE = "return [document.getElementById('race-state').textContent, document.getElementById('race').disabled]"
VERDICT = "const e = document.getElementById('race-verdict'); return e.hidden ? '' : e.textContent"


class Race(BrowserTest):

    flags = IN_FRONT

    def join(self, technique, still=False):
        page = RoomPage(self)
        if still:
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                        {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
        page.choose(technique)
        page.await_measuring()
        wait.until(lambda: page.run("return PushLab.roomClient.state.kind") in ("pausing", "asking", "connected", "waiting"), "it is in")
        return page

    def test_race(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        pages = {"polling": self.join("polling", still=True), "websocket": self.join("websocket")}
        admin = self.open("/about/")
        # Under another name: whoever shows the teacher's cookie is the teacher, and does not run.
        self.driver.get(f"http://localhost:{self.host.port}/admin/#key={self.host.teacher_key()}")

        def ask(script):
            self.driver.switch_to.window(admin)
            return self.driver.execute_script(script)

        wait.until(lambda: ask("return document.querySelectorAll('#members-body tr').length") == 2, "two members")
        self.assertTrue(ask("return document.getElementById('race-section').hidden"))
        ask("document.getElementById('race').click()")
        for technique, page in pages.items():
            wait.until(lambda: page.run(NOTICE), f"{technique} has it")
            shown, name, colour, animation, pointer = page.run(FLASH)
            self.assertEqual([shown, name, pointer], [True, technique, "none"])
            self.assertEqual(animation, "none" if technique == "polling" else "race-flash")
            self.assertNotIn(colour, ("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"))
            self.assertRegex(page.run(NOTICE), r"Race 1: you had it after .* ms, by")
        wait.until(lambda: ask(MARKS) == [1, 1], lambda: str(ask(MARKS)))
        state, disabled = ask(STATE)
        self.assertTrue(disabled)
        self.assertIn("closes in", state)
        self.assertEqual(len(ask(NAMES)), 2)
        wait.until(lambda: "closed" in ask(STATE)[0], lambda: str(ask(STATE)), 20)
        self.assertFalse(ask(STATE)[1])
        self.assertIn("Answered: 2. Silent: 0.", ask(STATE)[0])
        groups = ask(GROUPS)
        self.assertEqual(sorted(row[1] for row in groups), ["Short polling", "WebSocket"])
        self.assertTrue(groups[0][0].startswith("1"))
        self.assertIn(groups[0][1], ask(VERDICT))
        for technique, page in pages.items():
            wait.until(lambda: any("by median" in notice for notice in page.run(NOTICES)), lambda: str(page.run(NOTICES)))
        # Who comes later sees that there was a race, and does not run.
        late = self.join("websocket")
        wait.until(lambda: len(late.run(NOTICES)) == 2, lambda: str(late.run(NOTICES)))
        self.assertEqual([late.run(NOTICES)[0], late.run(NOTICE), late.run(FLASH)[0]], ["Race 1", "", False])
        self.assertIn("Answered: 2.", ask(STATE)[0])


if __name__ == "__main__":
    run()
