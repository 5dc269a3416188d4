#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A reader takes the own numbers home: on paper and as a file."""

import csv
import pathlib
import tempfile

from support import wait
from support.browser import BrowserTest
from support.builtinpage import RoomPage
from support.host import quoted
from support.runner import run

ROOM = "物理 7b"
NAME = "=Mei"
# What is seen of the page as it would be printed.
SEEN = """return [...document.querySelectorAll('h1, #log, #text, header, #people-fold, #print-numbers, #save-numbers, #numbers, #numbers-of, #sparkline')]
    .filter(e => e.getClientRects().length > 0).map(e => e.id || e.tagName)"""
PAPER = ("return {text: document.getElementById('numbers-of').textContent, ink: getComputedStyle(document.getElementById('numbers-of')).color,"
         " open: document.getElementById('numbers-fold').open, seen: document.body.innerText}")
# A headless browser prints nothing: what is there to be printed stays until it says that it has printed.
STUB = "window.print = () => { window.__printed = (window.__printed || 0) + 1; }"


class TakeHome(BrowserTest):

    def setUp(self):
        super().setUp()
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"media": "", "features": []})

    def begin(self, language):
        page = RoomPage(self, ROOM, f"?name={quoted(NAME)}&technique=polling&lang={language}")
        page.await_measuring()
        self.host.send("PushLab's API", "hi", ROOM)
        wait.until(lambda: page.numbers("samples")["polling"] == "1", lambda: page.numbers("samples"))
        return page

    def check_paper(self, language, heading):
        page = self.begin(language)
        page.run(STUB)
        page.run("document.getElementById('numbers-fold').open = false")
        page.run("document.getElementById('print-numbers').click()")
        self.assertEqual(page.run("return window.__printed"), 1)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                    {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        self.assertEqual(sorted(page.run(SEEN)), ["numbers", "numbers-of", "sparkline"])
        paper = page.run(PAPER)
        self.assertIn(heading, paper["text"].replace("\u2068", "").replace("\u2069", ""))
        self.assertEqual(paper["ink"], "rgb(27, 36, 48)", "dark on white, whatever the screen has")
        self.assertTrue(paper["open"])
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        page.run("window.dispatchEvent(new Event('afterprint'))")
        self.assertIn("log", page.run(SEEN), "the page is as it was")
        self.assertFalse(page.run(PAPER)["open"], "folded again")
        self.assertNotIn("numbers-of", page.run(SEEN))
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
        self.assertIn("log", page.run(SEEN), "who prints by the browser's menu gets the whole page")

    def test_on_paper_are_the_numbers_alone(self):
        self.check_paper("en", f"{NAME} in room {ROOM}, ")

    def test_on_paper_in_chinese(self):
        self.check_paper("zh-CN", f"{NAME}，房间{ROOM}，")

    def test_a_file_for_a_spreadsheet(self):
        folder = tempfile.TemporaryDirectory(prefix="pushlab-download-")
        self.addCleanup(folder.cleanup)
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder.name})
        page = self.begin("zh-CN")
        requests = page.own_count()
        page.run("document.getElementById('save-numbers').click()")
        files = lambda: [file for file in pathlib.Path(folder.name).iterdir() if file.suffix == ".csv"]
        wait.until(files, "the file is there")
        self.assertEqual(files()[0].name, f"PushLab {ROOM} {NAME}.csv")
        text = files()[0].read_bytes()
        self.assertTrue(text.startswith(b"\xef\xbb\xbf"), "spreadsheets know that it is UTF-8")
        rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines()))
        self.assertEqual([row["technique"] for row in rows], ["polling"])
        self.assertEqual((rows[0]["room"], rows[0]["name"], rows[0]["received"], rows[0]["delays"]), (ROOM, "'" + NAME, "1", "1"))
        self.assertGreaterEqual(int(rows[0]["requests"]), requests)
        self.assertGreater(float(rows[0]["delay_p50_ms"]), 0)
        self.assertGreater(int(rows[0]["payload_bytes"]), 0)
        self.assertEqual(len(rows[0]), 13)


if __name__ == "__main__":
    run()
