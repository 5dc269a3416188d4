#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names and texts that are markup, turn lines round, hide or are very long: nothing runs, nothing moves, nothing sticks out."""

import json
import os

from support import wait
from support.browser import BrowserTest
from support.builtinpage import BuiltinPage, RoomPage, TECHNIQUES
from support.host import WAYS, quoted
from support.runner import run
from support.texts import HOSTILE, UNRULY

WIDTHS = (1024, 360)
# Names have 256 bytes at most.
NAMES = [name for name in HOSTILE + UNRULY if len(name.encode()) <= 256]
EVIL_ROOM = "<img src=x onerror=window.pwned=1>\u202e\u2066"

ELEMENTS = """return [window.pwned || '', ...document.querySelectorAll(
    'img, iframe, object, embed, b, u, main a[href^="javascript:"], .text *, bdi *, #room-name *, #page-facts *')]
    .map(e => e.outerHTML || e).filter(e => e !== '')"""
SPILL = """const edge = document.documentElement.clientWidth;
return document.documentElement.scrollWidth > edge
    ? [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > edge + 1)
        .map(e => e.tagName + '#' + e.id + '.' + e.className).slice(0, 5) : []"""
FRAME = """return ['header.site', 'main', '#log', '#send-form', '#text', '#send', '#techniques'].map(what => {
    const e = document.querySelector(what);
    if (!e)
        return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return [what, ...[box.left, box.top + scrollY, box.width, box.height].map(Math.round),
        style.direction, style.fontSize, style.color, style.display];
});"""
# Of every message: where its parts are, whether its time and its delay read from left to right, and how far it reaches.
ROWS = """const box = node => { const range = document.createRange(); range.selectNodeContents(node); return range.getClientRects(); };
const upright = node => {
    const text = node && node.firstChild;
    if (!text)
        return true;
    const at = n => { const r = document.createRange(); r.setStart(text, n); r.setEnd(text, n + 1); return r.getBoundingClientRect(); };
    const first = at(0), last = at(text.data.length - 1);
    return last.top > first.top + 2 || last.left > first.left; };
return [...document.querySelectorAll('#log .message')].map(row => {
    const time = row.querySelector('time'), name = row.querySelector('.name');
    const text = row.querySelector('.text'), delay = row.querySelector('.delay');
    const log = document.querySelector('#log').getBoundingClientRect();
    const rects = [...box(row)].filter(r => r.width > 0);
    return {
        text: text.textContent,
        timeFirst: !time || !name || box(time)[0].left < box(name)[0].left || box(name)[0].top > box(time)[0].top + 2,
        nameFirst: !name || !box(text)[0] || box(text)[0].top > box(name)[0].top + 2 || box(name)[0].left < box(text)[0].left,
        upright: upright(time) && upright(delay),
        seen: !name || name.getBoundingClientRect().width > 2,
        textSeen: text.getBoundingClientRect().width > 2,
        inside: rects.every(r => r.left >= log.left - 1 && r.right <= log.right + 1),
        clipped: getComputedStyle(row).overflowY === 'clip',
    };
});"""


class UnrulyTexts(BrowserTest):

    def set_width(self, width):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})

    def say(self, text, name, room="lobby", via="polling"):
        """A message by the API under a NAME; its member stays, so that the dashboard lists it."""
        body = json.dumps({"text": text, "from": name, "id": os.urandom(6).hex(), "member": "m" + os.urandom(6).hex(), "via": via})
        status, _, answer = self.host.request("POST", f"/api/rooms/{quoted(room)}/messages", body.encode(),
                                              {"Content-Type": "application/json"})
        self.assertEqual(status, 201, answer)

    def check(self, what):
        """Nothing of what came ran, became an element or widened the page."""
        self.assertEqual(self.driver.execute_script(ELEMENTS), [], what)
        for width in WIDTHS:
            self.set_width(width)
            self.assertEqual(self.driver.execute_script(SPILL), [], f"{what} at {width} px")

    def check_rows(self, page, count, what):
        rows = page.run(ROWS)
        self.assertEqual(len(rows), count, what)
        for row in rows:
            for test in ("timeFirst", "nameFirst", "upright", "seen", "textSeen", "inside", "clipped"):
                self.assertTrue(row[test], f"{what}: {test} of {row['text']!r}")

    def test_room_page_by_each_technique(self):
        for technique in TECHNIQUES:
            with self.subTest(technique):
                room = "unruly " + technique
                page = RoomPage(self, room)
                page.choose(technique)
                self.set_width(WIDTHS[0])
                self.say("hello", "Anna", room)
                page.expect(["hello"], pause=0.5)
                before = page.run(FRAME)
                for name in NAMES:
                    self.say("hello", name, room, technique)
                for text in HOSTILE + UNRULY:
                    self.say(text, "Eve", room, technique)
                for way in WAYS:
                    for text in (HOSTILE[0], UNRULY[1]):
                        self.host.send(way, text, room)
                count = 1 + len(NAMES) + len(HOSTILE + UNRULY) + 2 * len(WAYS)
                wait.until(lambda: len(page.texts()) == count, lambda: f"{count} messages, not {len(page.texts())}")
                self.assertEqual(page.run(FRAME), before, technique)
                for width in WIDTHS:
                    self.set_width(width)
                    self.check_rows(page, count, f"{technique} at {width} px")
                self.check(technique)
                self.leave_pages()

    def test_own_texts_and_room_name(self):
        page = RoomPage(self, EVIL_ROOM)
        page.choose("websocket")
        for text in HOSTILE + UNRULY:
            page.run("document.querySelector('#text').value = arguments[0];"
                     "document.getElementById('send-form').requestSubmit();", text)
        wait.until(lambda: len(self.host.log(EVIL_ROOM)) == len(HOSTILE + UNRULY), "all is sent")
        self.assertEqual(self.host.log(EVIL_ROOM), HOSTILE + UNRULY)  # as it was typed
        wait.until(lambda: len(page.texts()) == len(HOSTILE + UNRULY), "all is shown")
        self.assertEqual(page.run("return document.querySelector('#room-name').textContent"), EVIL_ROOM[:-2])
        self.assertEqual(self.driver.title, EVIL_ROOM[:-2] + " · PushLab")
        self.check("the room page")

    def check_tutorial(self, path):
        page = BuiltinPage(self, path)
        self.set_width(WIDTHS[0])
        self.host.send("polling /send/msg/", "hello")
        wait.until(lambda: page.texts() == ["hello"], "the first message comes")
        before = page.run(FRAME)
        for text in HOSTILE + UNRULY:
            for way in WAYS:
                self.host.send(way, text)
        count = 1 + len(HOSTILE + UNRULY) * len(WAYS)
        wait.until(lambda: len(page.texts()) == count, lambda: f"{count} messages, not {len(page.texts())}")
        self.assertEqual(page.run(FRAME), before, path)
        self.check_rows(page, count, path)
        self.check(path)

    def test_addresses_with_names_and_rooms(self):
        fields = f"room={quoted(EVIL_ROOM)}"
        for name in NAMES:
            for path in (f"/lang/?uid={quoted(name)}&{fields}", f"/home/?name={quoted(name)}&{fields}",
                         f"/ab_b1/?name={quoted(name)}&{fields}", f"/home/?{fields}", f"/?{fields}&name={quoted(name)}",
                         f"/web/{quoted(EVIL_ROOM)}/?name={quoted(name)}"):
                with self.subTest(path):
                    self.driver.get(self.host.url + path.lstrip("/"))
                    wait.until(lambda: self.driver.execute_script("return document.readyState") == "complete", path)
                    self.check(path)
            self.driver.get("about:blank")

    def test_echo(self):
        self.open("/echo/")
        for text in HOSTILE + UNRULY:
            wait.until(lambda: not self.driver.execute_script("return document.querySelector('#send').disabled"), "it is open")
            count = self.driver.execute_script("return document.querySelectorAll('#log .in').length")
            self.driver.execute_script("document.querySelector('#text').value = arguments[0];"
                                       "document.querySelector('#send').click()", text)
            wait.until(lambda: self.driver.execute_script("return document.querySelectorAll('#log .in').length") > count,
                       f"{text!r} comes back")
        turned = self.driver.execute_script("""return [...document.querySelectorAll('#log .in')].filter(row => {
            const [before, quoted, after] = row.childNodes;
            const at = (node, n) => { const r = document.createRange(); r.setStart(node, n); r.setEnd(node, n + 1);
                return r.getBoundingClientRect(); };
            const first = at(after, 0), last = at(after, after.data.length - 1);
            return last.top < first.top + 2 && last.left <= first.left;
        }).map(row => row.textContent)""")
        self.assertEqual(turned, [])
        self.check("/echo/")

    def test_dashboard(self):
        for name in NAMES:
            self.say("hello", name)
            self.host.get(f"/lang/?uid={quoted(name)}")
        self.open("/#")
        self.assertEqual(self.driver.execute_async_script(
            "PushLab.admission.showKey(arguments[0]).then(arguments[1])", self.host.teacher_key()), "")
        self.open("/admin/")
        rows = "return [...document.querySelectorAll('#members-body th')].map(e => [e.textContent, e.firstChild.getBoundingClientRect().width])"
        wait.until(lambda: len(self.driver.execute_script(rows)) >= len(NAMES), lambda: str(self.driver.execute_script(rows)))
        shown = self.driver.execute_script(rows)
        for name, width in shown:
            self.assertGreater(width, 2, f"{name!r} is seen")
            self.assertNotRegex(name, "[\u202a-\u202e\u2066-\u2069\u2028\u2029]")
        self.check("/admin/")
        # The buttons stay in sight beside the longest name.
        self.set_width(1024)
        self.assertTrue(self.driver.execute_script(
            "return [...document.querySelectorAll('#members-body button')].every(e => e.getBoundingClientRect().right < innerWidth)"))


def tutorial_test(path):
    return lambda self: self.check_tutorial(path)


for number, tutorial in enumerate(("/home/", "/home/?name=U", "/lang/?uid=U", "/ab_b1/?name=U")):
    setattr(UnrulyTexts, f"test_tutorial_{number}", tutorial_test(tutorial))


if __name__ == "__main__":
    run()
