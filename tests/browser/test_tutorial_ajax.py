#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tutorial's Ajax check: what jQuery hands its callback, with and without a dataType."""

import json

from support import wait
from support.browser import BrowserTest
from support.runner import run

from selenium.common.exceptions import NoSuchElementException
from selenium.webdriver.common.by import By


class AjaxCheckPage(BrowserTest):

    def result(self, which):
        self.driver.find_element(By.ID, which).click()

        def cells():
            try:
                row = self.driver.find_element(By.ID, f"result-{which}")
            except NoSuchElementException:
                return None
            return [cell.text for cell in row.find_elements(By.TAG_NAME, "td")]
        return wait.until(cells, f"the callback of {which} is called")

    def test_json_becomes_an_object_and_html_stays_a_string(self):
        self.open("/ajax-check.html")
        for which in ("auto", "json", "plain-json"):
            kind, name, raw = self.result(which)
            self.assertEqual((kind, name), ("object", "tony"), which)
            self.assertEqual(json.loads(raw), {"username": "tony"})
        kind, name, raw = self.result("plain")
        self.assertEqual((kind, name), ("string", ""))
        self.assertEqual(json.loads(raw), {"username": "tony"})


if __name__ == "__main__":
    run()
