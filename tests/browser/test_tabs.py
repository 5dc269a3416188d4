#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Several tabs of one browser, and one tab over several pages: nothing measured is lost, nobody waits for a connection."""

import time

from support import wait
from support.browser import BrowserTest
from support.builtinpage import RoomPage
from support.runner import run

MEMBER = "return PushLab.roomClient.member"
NOTICE = "const notice = document.querySelector('#tabs-notice'); return notice.hidden ? '' : notice.textContent"
# What was asked for without a hold, and how long the browser kept it waiting for a connection, in ms.
WAITED = """return performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
    .filter(e => !/[?&]wait=[1-9]/.test(e.name) && !/get_msg|get.message/.test(e.name))
    .map(e => [e.name, e.requestStart - e.startTime])"""
LATE = 2000  # ms: who waits for a connection waits for a hold to end, which nothing does here in the first three seconds
DRAFT = "return document.querySelector('#text').value"
OWN = "return Array.from(document.querySelectorAll('#log .message.own'), e => e.dataset.seq)"
DELAYS = "return document.querySelectorAll('#log .message .delay').length"
SWITCH = "document.querySelector(`[data-language=\"${arguments[0]}\"]`).click()"
TYPE = """const field = document.querySelector('#text'); field.value = arguments[0];
field.dispatchEvent(new Event('input', {bubbles: true}));"""
KEEP = """sessionStorage.clear();
for (const [key, value] of arguments[0]) sessionStorage.setItem(key, value);
location.href = arguments[1];"""
ROWS = ("requests", "delivered", "sends", "samples")
ROOM = "tabs"


class Tabs(BrowserTest):

    def test_a_duplicated_tab_is_a_reader_of_its_own(self):
        page = RoomPage(self, ROOM)
        first = page.run(MEMBER)
        before = set(self.driver.window_handles)
        page.run("window.open(location.href)")  # gets a copy of the first one's storage
        wait.until(lambda: set(self.driver.window_handles) - before, "the copy opens")
        self.driver.switch_to.window((set(self.driver.window_handles) - before).pop())
        wait.until(lambda: self.driver.execute_script("return Boolean(window.PushLab && PushLab.roomClient)"), "the copy runs")
        self.assertNotEqual(self.driver.execute_script(MEMBER), first)
        page.run("location.reload()")
        wait.until(lambda: page.run("return Boolean(window.PushLab && PushLab.roomClient)"), "the first runs again")
        self.assertEqual(page.run(MEMBER), first, "a page that is loaded anew is the same member")

    def test_two_tabs_with_one_id_lose_no_delay(self):
        self.expected_errors.append(r"/reports.* 40[49] ")  # how a tab learns of the other
        first, second = RoomPage(self, ROOM), RoomPage(self, ROOM)
        second.run("PushLab.roomClient.member = arguments[0]", first.run(MEMBER))
        for page in (first, second):
            page.choose("polling")
            page.choose("websocket")
        for page in (first, second):
            page.await_measuring()
        for number in range(12):
            self.host.send("PushLab's API", f"number {number}", ROOM)
            time.sleep(0.5)
        read = lambda: self.host.stats()["techniques"]["websocket"]["delay"]["n"]
        wait.until(lambda: read() >= 24, lambda: f"{read()} of 24 delays")
        self.assertEqual(read(), 24)
        self.assertNotEqual(first.run(MEMBER), second.run(MEMBER))

    def test_seven_long_polling_tabs_do_not_wait_for_each_other(self):
        pages = []
        for number in range(7):
            page = RoomPage(self, ROOM)
            page.choose("long-polling")
            pages.append(page)
            time.sleep(0.5)
        time.sleep(3)
        notices = [bool(page.run(NOTICE)) for page in pages]
        self.assertEqual(notices, [False] * 4 + [True] * 3)
        for page in pages:
            late = [entry for entry in page.run(WAITED) if entry[1] > LATE]
            self.assertEqual(late, [])
        texts = [f"number {number}" for number in range(3)]
        for text in texts:
            self.host.send("PushLab's API", text, ROOM)
        for page in pages:
            page.expect(texts, pause=0)
        pages[0].choose("websocket")
        wait.until(lambda: sum(bool(page.run(NOTICE)) for page in pages) == 2, "the place that was left is taken, once")

    def test_seven_tutorial_pages_do_not_wait_for_each_other(self):
        handles = [self.open(f"/lang/?uid=reader{number}") for number in range(7)]
        time.sleep(3)
        texts = ["one", "two"]
        for text in texts:
            self.host.send("long polling /send_msg/", text)
        for handle in handles:
            self.driver.switch_to.window(handle)
            self.assertEqual(bool(self.driver.execute_script(NOTICE)), handle in handles[4:])
            read = lambda: self.driver.execute_script("return Array.from(document.querySelectorAll('#log .text'), e => e.textContent)")
            wait.until(lambda: read() == texts, read)
            self.assertEqual([e for e in self.driver.execute_script(WAITED) if e[1] > LATE], [])

    def test_web_sockets_are_not_counted(self):
        pages = [RoomPage(self, ROOM) for _ in range(7)]
        time.sleep(1)
        self.assertEqual([page.run(NOTICE) for page in pages], [""] * 7)


class OverPages(BrowserTest):
    """The switch of language, About and Back."""

    def begin(self):
        page = RoomPage(self, ROOM)
        page.await_measuring()
        self.host.send("PushLab's API", "not mine", ROOM)
        for number in range(3):
            page.send(f"mine {number}", ROOM)
        wait.until(lambda: page.numbers("samples")["websocket"] == "4", lambda: page.numbers("samples"))
        page.choose("long-polling")
        page.run(TYPE, "half a")
        time.sleep(0.5)
        return page, self.seen(page)

    def seen(self, page):
        return ([page.run(OWN), page.run(DELAYS), page.run(DRAFT), page.run(MEMBER),
                 page.run("return PushLab.roomClient.technique")]
                + [page.numbers(row)["websocket"] for row in ROWS] + [page.numbers("delivered")["long-polling"]])

    def check_same(self, page, before):
        wait.until(lambda: page.run("return Boolean(window.PushLab && PushLab.roomClient)"), "the room runs again")
        wait.until(lambda: len(page.texts()) == 4, "its messages are there")
        wait.until(lambda: self.seen(page) == before, lambda: f"{before}, but {self.seen(page)}")

    def test_the_language_switch_loses_nothing(self):
        page, before = self.begin()
        self.assertEqual(before[:3], [["2", "3", "4"], 4, "half a"])
        for language in ("zh-CN", "en"):
            page.run(SWITCH, language)
            wait.until(lambda: page.run("return document.documentElement.lang") == language, language)
            self.check_same(page, before)

    def test_about_and_back_lose_nothing(self):
        page, before = self.begin()
        page.run("document.querySelector('[data-nav=about]').click()")
        wait.until(lambda: page.run("return location.pathname") == "/about/", "About")
        page.run("history.back()")
        wait.until(lambda: page.run("return location.pathname") != "/about/", "back")
        self.check_same(page, before)

    def test_a_page_that_is_ended_out_of_sight_loses_nothing(self):
        page, before = self.begin()
        path = page.run("return location.href")
        page.set_hidden(True)
        kept = page.run("return Object.entries(sessionStorage)")
        page.set_hidden(False)
        self.assertEqual(page.run("return sessionStorage.getItem('pushlab-member')"), None, "in sight it is in memory only")
        page.run("location.href = '/about/'")
        wait.until(lambda: page.run("return location.pathname") == "/about/", "it is gone")
        page.run(KEEP, kept, path)  # a phone that ends a page does not say so to it: what it said before is there
        self.check_same(page, before)

    def test_what_was_not_acknowledged_is_sent_once(self):
        page = RoomPage(self, ROOM)
        page.choose("long-polling")
        page.run("PushLab.roomClient.outbox.add('on its way', 'me', 0)")  # never sent by this page
        page.run(SWITCH, "zh-CN")
        wait.until(lambda: self.host.log(ROOM) == ["on its way"], lambda: str(self.host.log(ROOM)))

    def test_tutorial_pages_keep_what_they_were_told(self):
        for path in ("/lang/?uid=keeper", "/home/?interval=1"):
            with self.subTest(path):
                self.open(path)
                execute = self.driver.execute_script
                texts = lambda: execute("return Array.from(document.querySelectorAll('#log .text'), e => e.textContent)")
                count = lambda: execute("return document.querySelector('[data-count=messages]').textContent")
                self.host.send("long polling /send_msg/", path)
                wait.until(lambda: texts() and texts() == self.host.log()[-len(texts()):] and texts()[-1] == path, texts)
                execute(TYPE, "half a")
                before = texts(), count()
                execute(SWITCH, "zh-CN")
                wait.until(lambda: execute("return document.documentElement.lang") == "zh-CN", "Chinese")
                wait.until(lambda: (texts(), count()) == before, lambda: f"{before}, but {texts(), count()}")
                self.assertEqual(execute(DRAFT), "half a")
                self.leave_pages()


if __name__ == "__main__":
    run()
