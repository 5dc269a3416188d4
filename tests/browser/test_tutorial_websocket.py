#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Channels and raw WebSocket pages as the tutorials write them, unchanged against a host."""

from support import wait
from support.browser import BrowserTest
from support.host import quoted
from support.runner import run
from support.texts import HOSTILE
from support.tutorialpage import FILL, LISTED, TutorialPage
from support.tutorialtest import TutorialTest, tests_of

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


@tests_of("websocket")
class WebSocketPages(TutorialTest):

    def test_enter_sends(self):
        page = TutorialPage(self, "chat-room.html")
        field = self.driver.find_element(By.CSS_SELECTOR, "#chat-message-input")
        field.send_keys("typed", Keys.ENTER)
        page.expect(["typed"])
        self.assertEqual(field.get_property("value"), "")

    def test_room_of_any_name_is_a_room_of_its_own(self):
        lobby = TutorialPage(self, "chat-room.html")
        room = TutorialPage(self, "chat-room-zh.html", query=quoted("教室 1%"))
        other = TutorialPage(self, "chat-room-zh.html", query=quoted("教室 1%"))
        room.send("只在教室里", room="教室 1%")
        self.host.send("long polling /send/message/", "由长轮询发送", room="教室 1%")
        room.expect(["只在教室里", "由长轮询发送"])
        other.expect(["只在教室里", "由长轮询发送"])
        lobby.expect([])
        self.assertEqual(self.host.log(), [])

    def test_close_is_answered(self):
        page = TutorialPage(self, "chat-room-zh.html")
        page.run("document.getElementById('close').click()")
        wait.until(lambda: page.run("return socket.readyState") == 3, "the connection is closed")
        self.assertEqual(page.run(LISTED, "#message > .notice"), ["[连接成功]", "[断开连接]"])
        self.host.send("WebSocket", "to nobody")
        page.expect([])


class EchoPage(BrowserTest):

    def setUp(self):
        super().setUp()
        self.open("/echo.html")
        wait.until(lambda: self.driver.execute_script("return ws.readyState") == 1, "the echo socket is open")

    def answers(self, kind):
        return self.driver.execute_script(LISTED, f"#answers > .{kind}")

    def test_text_and_bytes_come_back(self):
        long = "长" * 40000
        for text in HOSTILE + ["", long]:
            self.driver.execute_script(FILL, "#text", text, "#send")
        for text in HOSTILE:
            self.driver.execute_script(FILL, "#text", text, "#binary")
        wait.until(lambda: len(self.answers("bytes")) == len(HOSTILE), "every answer is there")
        self.assertEqual(self.answers("text"), HOSTILE + ["", long])
        self.assertEqual(self.answers("bytes"), HOSTILE)
        self.assertEqual(self.host.log(), [], "an echo is in no room")

    def test_four_events_and_four_states(self):
        self.driver.execute_script(FILL, "#text", "hello", "#send")
        wait.until(lambda: self.answers("text") == ["hello"], "the echo is there")
        self.driver.execute_script("document.getElementById('close').click()")
        events = lambda: self.driver.execute_script(LISTED, "#events > li")
        wait.until(lambda: events() == ["open", "close"], lambda: f"open and close, not {events()}")
        self.assertEqual(self.driver.execute_script("return document.querySelector('#states').textContent"),
                         "0 1 2 3 ")


if __name__ == "__main__":
    run()
