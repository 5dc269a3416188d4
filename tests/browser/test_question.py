#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Predict, then measure: the teacher asks from the dashboard, two room pages guess, everybody sees who came nearest."""

from support import wait
from support.browser import IN_FRONT, BrowserTest
from support.runner import run


class Question(BrowserTest):
    flags = IN_FRONT

    def script(self, window, code):
        self.driver.switch_to.window(window)
        return self.driver.execute_script(code)

    def text(self, window, name):
        return self.script(window, f"const e = document.getElementById('{name}'); return e.checkVisibility() ? e.textContent : ''")

    def click(self, window, name):
        self.script(window, f"document.getElementById('{name}').click()")

    def guess(self, window, value):
        self.script(window, f"document.getElementById('guess').value = '{value}'")
        self.click(window, "guess-send")

    def expect(self, window, name, *words):
        wait.until(lambda: all(word in self.text(window, name) for word in words),
                   lambda: f"{words} in {name}: {self.text(window, name)}")

    def room(self, name, technique, language):
        """A member's page, by another name of the host: the teacher's cookie does not go there."""
        window = self.open("/about/")
        self.driver.get(f"http://localhost:{self.host.port}/web/lobby/?name={name}&technique={technique}&lang={language}")
        return window

    def test_from_question_to_nearest_guess(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.expected_errors.append(r"/guess .* 409 ")
        key = self.host.teacher_key()
        admin = self.open(f"/admin/?lang=en#key={key}")
        ann = self.room("Ann", "websocket", "en")
        wait.until(lambda: self.script(admin, "return document.getElementById('question-choice').options.length > 6"), "the questions")
        self.assertEqual(self.text(ann, "question"), "")
        self.script(admin, "document.getElementById('question-choice').value = 'requests'")
        self.click(admin, "question-ask")
        self.expect(ann, "question-text", "30 members poll every 0.5 s")
        ben = self.room("Ben", "long-polling", "zh-CN")  # comes late
        self.expect(ben, "question-text", "30 名成员每 0.5 秒轮询一次")
        for value in ("many", "-1", ""):
            self.guess(ann, value)
            self.expect(ann, "guess-error", "number from 0")
        self.guess(ann, "1000")
        self.expect(ann, "guess-state", "Your guess: 1,000 requests/min.", "You may change it")
        self.guess(ann, "3500")
        self.expect(ann, "guess-state", "3,500")
        self.guess(ben, "100")
        self.expect(ben, "guess-state", "你的猜测：100")
        self.expect(admin, "question-state", "Guesses so far: 2")
        self.driver.switch_to.window(ben)
        self.driver.refresh()
        self.expect(ben, "guess-state", "你的猜测：100")  # the host knows it
        self.click(admin, "question-close")
        self.expect(ann, "guess-state", "now it is measured")
        self.assertFalse(self.script(ann, "return document.getElementById('guess-form').checkVisibility()"))
        self.click(admin, "question-guesses")
        self.expect(ann, "question-result", "Guesses: 2; their median: 1,800")
        self.assertNotIn("Theory", self.text(ann, "question-result"))
        self.script(admin, "document.getElementById('question-names').checked = true")
        self.click(admin, "question-measured")
        for window in (admin, ann):
            self.expect(window, "question-result", "Theory: 3,59", "Not measured yet", "Nearest: 3,500", "Ann")
        self.expect(ben, "question-result", "理论：", "最接近：3,500", "Ann")
        self.assertEqual(self.script(ann, "return document.querySelectorAll('#question-result svg .truth').length"), 1)
        self.click(admin, "question-discard")
        wait.until(lambda: self.text(ann, "question") == "", "the question is gone")

    def test_own_question(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        self.expected_errors.append(r"/class/question .* 400 ")
        key = self.host.teacher_key()
        admin = self.open(f"/admin/?lang=en#key={key}")
        ann = self.room("Ann", "sse", "en")
        wait.until(lambda: self.script(admin, "return document.getElementById('question-choice').options.length > 6"), "the questions")
        self.script(admin, """const choice = document.getElementById('question-choice');
            choice.value = 'own'; choice.dispatchEvent(new Event('change'));""")
        self.click(admin, "question-ask")
        self.expect(admin, "question-error", "text must be")
        self.script(admin, """for (const [name, value] of [['text', '<b>How many?'], ['unit', 'kg'], ['answer', '12.5']])
            document.getElementById('question-own-' + name).value = value;""")
        self.click(admin, "question-ask")
        self.expect(ann, "question-text", "<b>How many?")
        self.guess(ann, "12,5")
        self.expect(ann, "guess-state", "12.5 kg")
        self.click(admin, "question-measured")
        self.expect(ann, "question-result", "Answer: 12.5 kg", "Nearest: 12.5 kg")

    def test_lesson(self):
        self.expected_errors.append(r"/admin/.* 40[13] ")
        key = self.host.teacher_key()
        admin = self.open(f"/admin/?lang=zh-CN#key={key}")
        wait.until(lambda: self.text(admin, "lesson-start") == "开始课程", lambda: self.text(admin, "lesson-start"))
        self.click(admin, "lesson-start")
        self.expect(admin, "lesson-place", "第 1 步，共 17 步")
        ann = self.room("Ann", "websocket", "en")
        self.click(admin, "lesson-next")
        self.expect(ann, "question-text", "Short polling every 2 s")
        self.expect(admin, "lesson-notes", "给老师：")
        self.expect(admin, "lesson-clock", "/ 45:00")
        self.guess(ann, "700")
        self.expect(ann, "guess-state", "700 ms")
        self.click(admin, "lesson-next")
        self.expect(ann, "guess-state", "now it is measured")
        self.click(admin, "lesson-next")
        self.expect(ann, "question-result", "Theory: 1,000", "Nearest: 700 ms", "Ann")
        self.click(admin, "lesson-start")
        wait.until(lambda: self.text(admin, "lesson-start") == "开始课程", lambda: self.text(admin, "lesson-start"))


if __name__ == "__main__":
    run()
