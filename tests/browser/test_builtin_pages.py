#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The host's own pages: no console errors, both languages, text as nothing but text."""

import base64
import hashlib
import re
import time

from support import wait
from support.browser import BrowserTest
from support.builtinpage import BuiltinPage, RoomPage
from support.host import WAYS
from support.runner import run
from support.texts import HOSTILE
from support.tutorialpage import FILL, TutorialPage

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

CHATS = ("/home/", "/home/?name=U", "/lang/?uid=U", "/ab_b1/?name=U", "/web/lobby/")
OTHERS = ("/", "/ab_dy/", "/echo/", "/handshake/", "/web/")
CHINESE = re.compile("[\u4e00-\u9fff]")
WORDS = ("return document.body.innerText + ' ' + Array.from(document.querySelectorAll('input, textarea, output'), "
         "e => e.value || '').join(' ')")
LOADED = "return performance.getEntriesByType('resource').map(e => e.name)"


class BuiltinPages(BrowserTest):

    def pages(self):
        """Every page; the dashboard only where the host takes this browser for the teacher's."""
        status, _, body = self.host.get("/admin/")
        self.assertIn(status, (200, 401, 403), body)
        return CHATS + OTHERS + (("/admin/",) if status == 200 else ())

    def test_dashboard_opens_or_says_that_it_is_the_teachers(self):
        self.open("/admin/")
        if "/admin/" not in self.pages():
            self.expected_errors.append(r"/admin/.* 40[13] ")
            self.assertTrue(self.words().strip(), "a refusal says so")

    def test_what_is_not_there_is_a_page_for_people_and_json_for_scripts(self):
        browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        for path, status, code in (("/none/", 404, "not-found"), ("/web/" + "a" * 65 + "/", 400, "bad-room"),
                                   ("/home/?interval=x", 400, "bad-interval"), ("/ws/chat/a/", 426, "upgrade-required")):
            for accept, is_page in ((browser, True), ("*/*", False), ("application/json", False), (None, False),
                                    ("application/json, text/html;q=0.5", False), ("text/html", True)):
                with self.subTest(path=path, accept=accept):
                    answered, headers, body = self.host.get(path, **({"Accept": accept} if accept else {}))
                    self.assertEqual(answered, status, body)
                    self.assertEqual(headers["Content-Type"].split(";")[0], "text/html" if is_page else "application/json")
                    self.assertIn(code.encode(), body)
                    self.assertEqual("Content-Security-Policy" in headers, is_page)
        self.expected_errors.append(r" 40[04] ")
        for language, words in (("en", "There is no page at this address"), ("zh-CN", "这个地址没有页面")):
            self.open(f"/none/?lang={language}")
            wait.until(lambda: words in self.words(), lambda: self.words())

    def words(self):
        return self.driver.execute_script(WORDS)

    def check_opens(self, path):
        self.open(path)
        wait.until(lambda: self.driver.execute_script("return document.readyState") == "complete", path)
        time.sleep(0.5)  # what a script does after loading may break the policy as well
        self.assertTrue(self.driver.title.strip(), f"{path} has a title")
        foreign = [name for name in self.driver.execute_script(LOADED) if not name.startswith(self.host.url)]
        self.assertEqual(foreign, [], f"{path} loads from elsewhere")
        self.assertEqual(self.console_errors(), [], path)

    def test_open_without_console_errors(self):
        for path in self.pages():
            with self.subTest(path):
                self.check_opens(path)
                self.leave_pages()

    def test_open_without_trailing_slash_and_without_redirect(self):
        for path in self.pages():
            bare = re.sub(r"/(?=\?|$)", "", path) or "/"
            for address in (path, bare):
                with self.subTest(address):
                    status, headers, body = self.host.get(address)
                    self.assertEqual(status, 200, body)
                    self.assertTrue(headers["Content-Type"].startswith("text/html"), headers["Content-Type"])
                    self.assertIn("no-store", headers["Cache-Control"] or "")
                    self.assertNotIn("unsafe-inline", headers["Content-Security-Policy"] or "unsafe-inline")
                    self.assertTrue(body)

    def check_chinese(self, path):
        self.assertTrue(self.driver.execute_script("return document.documentElement.lang").startswith("zh"), path)
        self.assertGreaterEqual(len(CHINESE.findall(self.words())), 8, f"{path}: {self.words()}")
        self.assertEqual(self.console_errors(), [], path)

    def test_speak_chinese_when_asked_by_the_address(self):
        for path in self.pages():
            with self.subTest(path):
                self.open(path + ("&" if "?" in path else "?") + "lang=zh-CN")
                self.check_chinese(path)
                self.leave_pages()

    def test_speak_the_browsers_language(self):
        agent = self.driver.execute_script("return navigator.userAgent")

        def accept(languages):
            self.driver.execute_cdp_cmd("Network.setUserAgentOverride",
                                        {"userAgent": agent, "acceptLanguage": languages})
        self.addCleanup(accept, "en-US,en;q=0.9")
        for path in self.pages():
            with self.subTest(path):
                accept("zh-CN,zh;q=0.9,en;q=0.8")
                self.driver.get(self.host.url + path.lstrip("/"))
                self.check_chinese(path)
                accept("en-US,en;q=0.9")
                self.driver.get(self.host.url + path.lstrip("/"))
                self.assertTrue(self.driver.execute_script("return document.documentElement.lang").startswith("en"))

    def check_chat(self, path):
        page = BuiltinPage(self, path)
        texts = []
        for text in ["first"] + HOSTILE:
            page.send(text)
            texts.append(text)
        for way in WAYS:
            texts.append(f"<u>by</u> {way} 😀")
            self.host.send(way, texts[-1])
        page.expect(texts)
        self.assertEqual(self.host.log(), texts)
        self.assertEqual(page.markup(), ["", 0])

    def test_pages_of_different_techniques_talk(self):
        pages = [BuiltinPage(self, "/home/"), BuiltinPage(self, "/lang/?uid=tony"), RoomPage(self),
                 TutorialPage(self, "chat-room.html")]
        said = []
        for i in range(2):
            for number, page in enumerate(pages):
                said.append(f"{i} from page {number} 你好")
                page.send(said[-1])
        for page in pages:
            page.expect(said)

    def test_reload_of_a_long_polling_page_loses_nothing(self):
        for path in ("/lang/?uid=again", "/home/?name=again+2", "/ab_b1/?name=again+3"):
            with self.subTest(path):
                page = BuiltinPage(self, path)
                page.send("before")
                page.expect(["before"], pause=0.5)
                self.driver.get("about:blank")
                self.host.send("polling /send/msg/", "while away 1")
                self.host.send("WebSocket", "while away 2")
                self.driver.get(self.host.url + path.lstrip("/"))
                page.expect(["before", "while away 1", "while away 2"], pause=0.5)
                self.driver.get("about:blank")

    def test_echo_shows_what_comes_back_as_text(self):
        self.open("/echo/")
        for text in HOSTILE:
            wait.until(lambda: not self.driver.execute_script("return document.querySelector('#send').disabled"),
                       "the echo page lets its reader send")
            self.driver.execute_script(FILL, "#text", text, "#send")
            wait.until(lambda: text in self.driver.execute_script(
                "return document.querySelector('#log').textContent"), f"{text!r} comes back")
        self.assertEqual(self.driver.execute_script(
            "return [window.pwned || '', document.querySelectorAll('#log img, #log script').length]"), ["", 0])
        self.assertEqual(self.host.log(), [])

    def test_handshake_computes_the_accept_value(self):
        self.open("/handshake/")

        def shown():
            words = self.words()
            for key in re.findall(r"[A-Za-z0-9+/]{22}==", words):
                digest = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
                if base64.b64encode(digest).decode() in words:
                    return True
            return False
        wait.until(shown, lambda: f"a key and its accept value are shown: {self.words()}")

    def test_ajax_check_shows_the_answer(self):
        self.open("/ab_dy/")
        self.driver.execute_script("document.querySelector('#send').click()")
        wait.until(lambda: "tony" in self.words(), "the answer is shown")

    def test_web_asks_for_a_room(self):
        self.open("/web/")
        field = self.driver.find_element(
            By.CSS_SELECTOR, "#room, main input[type=text], main input:not([type]), form input[type=text]")
        field.clear()
        field.send_keys("教室 1", Keys.ENTER)
        wait.until(lambda: re.search(r"/web/%E6%95%99%E5%AE%A4(%20|\+)1/?($|\?)", self.driver.current_url),
                   lambda: f"the room's page opens, not {self.driver.current_url}")


def chat_test(path):
    return lambda self: self.check_chat(path)


for chat in CHATS:
    setattr(BuiltinPages, "test_chat_at" + re.sub(r"\W+", "_", chat).rstrip("_"), chat_test(chat))


if __name__ == "__main__":
    run()
