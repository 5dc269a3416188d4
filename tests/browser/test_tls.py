#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A browser that has accepted the host's certificate chats over TLS by every technique."""

from support.browser import BrowserTest
from support.builtinpage import TECHNIQUES, RoomPage
from support.host import Host
from support.runner import run

OPENED = "return performance.getEntriesByType('resource').map(e => new URL(e.name).protocol)"


class TlsTest(BrowserTest):
    flags = ("--ignore-certificate-errors",)

    def make_host(self):
        return Host(tls=True)

    def test_each_technique_chats(self):
        page = RoomPage(self)
        self.assertEqual(page.run("return location.protocol"), "https:")
        texts = []
        for technique in TECHNIQUES:
            page.choose(technique)
            page.send(f"by {technique}")
            texts.append(f"by {technique}")
            self.host.send("PushLab's API", f"{technique} hears it")
            texts.append(f"{technique} hears it")
            page.expect(texts)
        self.assertEqual(set(page.run(OPENED)), {"https:"})
        tls = self.host.stats()["tls"]
        self.assertGreater(tls["handshakes"], 1)
        self.assertGreater(tls["bytesDown"], 1000)

    def test_plain_address_leads_to_tls(self):
        self.driver.get(self.host.url.replace("https:", "http:") + "web/lobby/")
        self.assertEqual(self.driver.current_url, self.host.url + "web/lobby/")


if __name__ == "__main__":
    run()
