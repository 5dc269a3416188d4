#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A reader looks at the bytes of the own exchanges: a list, the parts of what is chosen, and the bytes, linked both ways."""

from selenium.webdriver.common.keys import Keys

from support import wait
from support.browser import BrowserTest
from support.builtinpage import RoomPage
from support.runner import run

ROOM = "bytes"
OPEN = "document.getElementById('open-exchanges').click()"
ROWS = "return [...document.querySelectorAll('#exchange-list [role=option]')].map(row => row.querySelector('.exchange-summary').textContent)"
CHOOSE = """const rows = [...document.querySelectorAll('#exchange-list [role=option]')];
rows.reverse().find(row => row.querySelector('.exchange-summary').textContent.startsWith(arguments[0])
    && (!arguments[1] || row.textContent.includes(arguments[1]))).click()"""
PARTS = "return [...document.querySelectorAll('#parts > li')].map(item => item.dataset.kind)"
SELECTED = "return document.querySelector('#parts [aria-selected=true]')?.dataset.kind"
DETAIL = "return document.getElementById('part').textContent"
MARKED = "return [...document.querySelectorAll('.hex-text .marked')].map(byte => byte.textContent).join('')"
PRESS_PART = "document.querySelector(`#parts [data-kind=\"${arguments[0]}\"] > .part-row`).click()"
PRESS_BYTE = "document.querySelector(`.hex-bytes [data-at=\"${arguments[0]}\"]`).click()"
XOR = "return [...document.querySelectorAll('.xor tr')].map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))"
STATE = "return document.getElementById('exchanges-state').textContent"
SEEN = "return document.getElementById(arguments[0]).checkVisibility()"


class Exchanges(BrowserTest):

    def begin(self, technique, language="en"):
        page = RoomPage(self, ROOM, f"?name=Mei&technique={technique}&lang={language}")
        page.await_measuring()
        page.run(OPEN)
        wait.until(lambda: page.run(STATE) != "", "the host records")
        return page

    def choose(self, page, summary, with_text=""):
        wait.until(lambda: any(row.startswith(summary) for row in page.run(ROWS)), lambda: f"{summary}: {page.run(ROWS)}")
        page.run(CHOOSE, summary, with_text)
        wait.until(lambda: page.run(PARTS), "the parts are there")

    def keys(self, page, *keys):
        page.run("return 1")  # its window
        self.driver.switch_to.active_element.send_keys(*keys)

    def test_a_poll(self):
        page = self.begin("polling")
        self.choose(page, "GET /api/rooms/bytes/messages")
        self.assertEqual(page.run(PARTS)[0], "request-line")
        self.assertEqual(page.run(PARTS)[-1], "end-of-head")
        self.assertEqual(page.run(SELECTED), "request-line")
        self.assertIn("RFC 9112 3", page.run(DETAIL))
        page.run(PRESS_BYTE, 0)
        self.assertEqual((page.run(SELECTED), page.run(MARKED)), ("method", "GET"))
        page.run(PRESS_PART, "target")
        self.assertTrue(page.run(MARKED).startswith("/api/rooms/bytes/"), page.run(MARKED))
        self.assertNotIn(page.run("return PushLab.member()"), page.run("return document.getElementById('exchanges').textContent"),
                         "the member's id is masked")
        self.choose(page, "200 OK")
        self.assertEqual(page.run(PARTS)[-1], "body")
        page.run(PRESS_PART, "body")
        self.assertIn("payload", page.run(DETAIL))

    def test_a_frame_bit_by_bit(self):
        page = self.begin("websocket")
        page.run("PushLab.roomClient.send('Hello')")
        self.choose(page, "Text", "to the host")
        self.assertEqual(page.run(PARTS)[:7], ["fin", "rsv1", "rsv2", "rsv3", "opcode", "mask", "length-7"])
        self.assertEqual(page.run(PARTS)[-2:], ["masking-key", "payload"])
        page.run(PRESS_PART, "opcode")
        self.assertIn("1 Text", page.run(DETAIL))
        self.assertIn("bits 5 to 8 of byte 0", page.run(DETAIL))
        page.run(PRESS_PART, "payload")
        self.assertIn('"Hello"', page.run(DETAIL))
        masked, key, plain, text = page.run(XOR)
        self.assertEqual([int(a, 16) ^ int(b, 16) for a, b in zip(masked, key)], [int(c, 16) for c in plain])
        self.assertEqual("".join(text)[:2], '{"')

    def test_the_keyboard_alone(self):
        page = self.begin("polling")
        wait.until(lambda: page.run(ROWS), "there are rows")
        self.keys(page, Keys.END)
        wait.until(lambda: page.run(PARTS), "the last one is open")
        page.run("document.querySelector('#parts [tabindex=\"0\"]').focus()")
        self.keys(page, Keys.ARROW_RIGHT)
        self.keys(page, Keys.ARROW_RIGHT)
        self.assertIn(page.run(SELECTED), ("method", "version"))
        self.keys(page, Keys.ARROW_LEFT)
        self.keys(page, Keys.ARROW_LEFT)
        self.keys(page, Keys.ARROW_DOWN)
        self.assertEqual(page.run(SELECTED), "field-line")
        page.run("document.getElementById('hex').focus()")
        self.keys(page, Keys.HOME)
        self.assertIn(page.run(SELECTED), ("method", "version"))
        self.keys(page, Keys.ESCAPE)
        wait.until(lambda: not page.run("return document.getElementById('exchanges').open"), "Escape closes it")
        self.assertEqual(page.run("return document.activeElement.id"), "open-exchanges")

    def test_an_event_in_chinese_on_a_phone(self):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True})
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.clearDeviceMetricsOverride", {})
        page = self.begin("sse", "zh-CN")
        self.assertIn("开始记录", page.run(STATE))
        self.host.send("PushLab's API", "hi", ROOM)
        self.assertFalse(page.run(SEEN, "exchange"))
        self.choose(page, "id ")
        self.assertTrue(page.run(SEEN, "exchange"))
        self.assertFalse(page.run(SEEN, "exchange-list"))
        self.assertEqual(page.run("return document.documentElement.scrollWidth <= innerWidth"), True)
        page.run("document.getElementById('exchange-back').click()")
        self.assertTrue(page.run(SEEN, "exchange-list"))


if __name__ == "__main__":
    run()
