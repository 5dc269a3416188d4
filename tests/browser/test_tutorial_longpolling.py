#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Long polling pages as the tutorials write them, unchanged against a host."""

from support import wait
from support.runner import run
from support.tutorialpage import HOLD, TutorialPage
from support.tutorialtest import TutorialTest, tests_of


@tests_of("long-polling")
class LongPollingPages(TutorialTest):

    def test_quiet_page_asks_once_a_hold(self):
        page = TutorialPage(self, "long-polling-name.html", user="jason")
        wait.until(lambda: page.requests("/get_msg"), "the first request comes back empty", patience=2 * HOLD)
        self.assertGreaterEqual(page.age(), HOLD - 0.5)
        self.host.send("WebSocket", "after the hold")
        page.expect(["after the hold"])
        page.expect_plausible_requests(0, 1)

    def test_answer_ok_is_no_json_and_the_message_is_sent(self):
        page = TutorialPage(self, "long-polling-uid.html", user="u1")
        page.send("sent all the same")
        page.expect(["sent all the same"])
        self.assertEqual(page.run("return PARSER_ERRORS"), 1)

    def test_reload_loses_nothing(self):
        for file in ("long-polling-uid.html", "long-polling-name.html"):
            with self.subTest(file):
                before = len(self.host.log())
                page = TutorialPage(self, file, user=f"reader of {file}")
                page.send("before")
                page.expect(["before"])
                address = page.run("return location.href")
                self.driver.get("about:blank")
                self.host.send("polling /send/msg/", "while away 1")
                self.host.send("WebSocket", "while away 2")
                self.driver.get(address)
                page.expect(["while away 1", "while away 2"])
                self.assertEqual(len(self.host.log()), before + 3)

    def test_every_user_gets_every_message(self):
        first = TutorialPage(self, "long-polling-uid.html", user="tony")
        second = TutorialPage(self, "long-polling-uid.html", user="小明")
        first.send("from tony")
        second.send("来自小明")
        first.expect(["from tony", "来自小明"])
        second.expect(["from tony", "来自小明"])

    def test_user_receives_from_the_moment_of_opening(self):
        self.host.send("polling /send/msg/", "too early")
        page = TutorialPage(self, "fetch.html", user="late")
        self.host.send("polling /send/msg/", "in time")
        page.expect(["in time"])


if __name__ == "__main__":
    run()
