# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Chromium under test: one browser a test class, one host a test."""

import re
import tempfile
import unittest

from .requirements import CHROMEDRIVER, CHROMIUM

from selenium import webdriver
from selenium.common.exceptions import SessionNotCreatedException
from selenium.webdriver.chrome.service import Service

from .host import Host

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-proxy-server", "--window-size=1000,800")

# For a test with several windows, of which one is in front: the others' timers run as fast.
IN_FRONT = ("--disable-renderer-backgrounding", "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows")

# A policy that only reports, or one broken without a word in the console, is noticed as well.
WATCH = """window.__violations = [];
document.addEventListener('securitypolicyviolation', e => window.__violations.push(
    e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));"""

# A page that polls every two seconds need not be changed to be tested in less time. A window may be told this twice.
HASTEN = """if (!window.__haste) {
    window.__haste = %d;
    for (const name of ['setTimeout', 'setInterval']) {
        const original = window[name];
        window[name] = (what, ms, ...rest) => original.call(window, what, ms / window.__haste, ...rest);
    }
}"""


def start(profile, flags):
    """A Chromium that logs its console, for a test or a script."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS + flags + (f"--user-data-dir={profile}",):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for tries_left in (2, 1, 0):
        try:
            return webdriver.Chrome(service=Service(executable_path=CHROMEDRIVER), options=options)
        except SessionNotCreatedException:  # the driver gives Chromium a minute, which a machine under load may need
            if not tries_left:
                raise


class BrowserTest(unittest.TestCase):
    """Fails a test that leaves an error in the console or a host that does not end with code 0."""

    maxDiff = None
    flags = ()  # further ones for Chromium
    haste = 1  # how many times as fast the timers of pages run
    prelude = ""  # a script that runs before those of every page

    @classmethod
    def setUpClass(cls):
        profile = tempfile.TemporaryDirectory(prefix="pushlab-browser-", ignore_cleanup_errors=True)
        cls.addClassCleanup(profile.cleanup)
        cls.driver = start(profile.name, cls.flags)
        cls.addClassCleanup(cls.driver.quit)
        cls.driver.set_page_load_timeout(60)
        cls.driver.set_script_timeout(60)

    def setUp(self):
        self.expected_errors = []  # regular expressions
        self.host = self.make_host()
        self.addCleanup(self._stop_host)
        self.driver.get_log("browser")
        self.addCleanup(self.leave_pages)
        self._fresh = True

    def make_host(self):
        return Host()

    def tearDown(self):
        self.assertEqual(self.console_errors(), [])

    def _stop_host(self):
        self.assertEqual(self.host.stop(), 0, "the host's exit code")

    def leave_pages(self):
        """Closes all windows but one, before the host goes: a page must not see it end."""
        handles = self.driver.window_handles
        for handle in handles[1:]:
            self.driver.switch_to.window(handle)
            self.driver.close()
        self.driver.switch_to.window(handles[0])
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})  # cookies know no ports
        self._fresh = True

    def open(self, path):
        """Opens PATH of the host in a window of its own, which becomes the current one."""
        if not self._fresh:
            self.driver.switch_to.new_window("window")
        self._fresh = False
        self.driver.execute_cdp_cmd("Page.enable", {})
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        if self.haste != 1:
            self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HASTEN % self.haste})
        if self.prelude:
            self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": self.prelude})
        self.driver.get(self.host.url + path.lstrip("/"))
        return self.driver.current_window_handle

    def console_errors(self):
        """The errors in the console since the last call, and what broke a Content-Security-Policy."""
        found = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        for handle in self.driver.window_handles:
            self.driver.switch_to.window(handle)
            found += self.driver.execute_script("return window.__violations || []")
        return [error for error in found
                if "/favicon.ico" not in error and not any(re.search(e, error) for e in self.expected_errors)]
