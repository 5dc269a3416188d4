#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pages of different techniques, open at once, talk to each other."""

from support.browser import IN_FRONT, BrowserTest
from support.runner import run
from support.texts import HOSTILE
from support.tutorialpage import TutorialPage


class PagesTogether(BrowserTest):
    haste = 4
    flags = IN_FRONT

    def converse(self, *files):
        pages = [TutorialPage(self, file, user=f"user {i}") for i, file in enumerate(files)]
        said = []
        for i, text in enumerate(HOSTILE):
            for page in pages:
                said.append(f"{i} {page.kind.technique}: {text}")
                page.send(said[-1])
        TutorialPage.expect_all(pages, said)
        self.assertEqual(self.host.log(), said)

    def test_polling_and_long_polling(self):
        self.converse("polling.html", "long-polling-name.html")

    def test_polling_and_websocket(self):
        self.converse("polling-max-index.html", "chat-room.html")

    def test_long_polling_and_websocket(self):
        self.converse("long-polling-uid.html", "chat-room-zh.html")

    def test_both_tutorials_of_long_polling(self):
        self.converse("long-polling-uid.html", "long-polling-iframe.html")

    def test_without_jquery(self):
        self.converse("xhr.html", "fetch.html")

    def test_all_three_and_a_form_with_a_token(self):
        self.converse("polling-getjson.html", "csrf-form.html", "chat-room.html")


if __name__ == "__main__":
    run()
