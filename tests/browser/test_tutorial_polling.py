#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Polling pages as the tutorials write them, unchanged against a host."""

from support import wait
from support.host import PAGES
from support.runner import run
from support.tutorialpage import TutorialPage
from support.tutorialtest import TutorialTest, tests_of


@tests_of("polling")
class PollingPages(TutorialTest):
    haste = 4

    def test_own_pages_are_served_as_they_were_written(self):
        for file in sorted(PAGES.iterdir()):
            status, headers, body = self.host.get(f"/{file.name}")
            self.assertEqual(status, 200, file.name)
            self.assertEqual(body, file.read_bytes(), file.name)
            self.assertTrue(headers["Content-Type"].startswith("text/html"), headers["Content-Type"])
            self.assertIsNone(headers["Content-Security-Policy"], "its scripts are inline")
            # A page that may be stored lives on in the browser's back/forward cache after its reader
            # has left, its long poll open, and takes a message that nobody will see.
            self.assertIn("no-store", headers["Cache-Control"] or "")

    def test_late_page_reads_the_room_from_its_start(self):
        earlier = ["one", "two", "三"]
        for text in earlier:
            self.host.send("polling /send/msg/", text)
        page = TutorialPage(self, "polling.html")
        page.expect(earlier)
        page.send("four")
        page.expect(earlier + ["four"])

    def test_each_request_asks_for_what_is_new(self):
        page = TutorialPage(self, "polling-max-index.html")
        page.send("one")
        page.send("two")
        page.expect(["one", "two"])
        asked = page.requests("/get/msg")
        self.assertTrue(asked[0].endswith("/get/msg?index=0"), asked)
        self.assertTrue(asked[-1].endswith("/get/msg?index=2"), asked)


class PollingPace(TutorialTest):
    """A page as fast as it was written."""

    def test_quiet_page_goes_on_asking(self):
        page = TutorialPage(self, "polling.html")
        wait.until(lambda: len(page.requests("/get/msg")) >= 3, "three requests without a message")
        self.assertGreaterEqual(page.age(), 6)
        page.expect([])
        page.expect_plausible_requests(0, 0)


if __name__ == "__main__":
    run()
