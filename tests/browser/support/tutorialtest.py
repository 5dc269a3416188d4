# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What every tutorial page must do, whatever its technique."""

from .browser import BrowserTest
from .host import WAYS
from .texts import HOSTILE
from .tutorialpage import TutorialPage, of

TAKEN_FOR_MARKUP = "return [window.pwned || '', document.querySelectorAll(arguments[0]).length]"


class TutorialTest(BrowserTest):
    """Bodies of the tests that the files of the techniques share."""

    def check_sends_and_receives(self, file):
        page = TutorialPage(self, file, user="tony 小明")
        texts = ["first"] + HOSTILE + ["last"]
        for text in texts:
            page.send(text)
        self.assertEqual(self.host.log(), texts)
        page.expect(texts)
        inside = page.kind.texts.split(" ")[0]
        self.assertEqual(page.run(TAKEN_FOR_MARKUP, f"{inside} img, {inside} script, {inside} b"), ["", 0])
        page.expect_plausible_requests(len(texts), len(texts))

    def check_receives_every_way(self, file):
        page = TutorialPage(self, file, user="tony")
        texts = []
        for way in WAYS:
            for text in (f"by {way}", f"<i>{way}</i> “引号” 😀"):
                self.host.send(way, text)
                texts.append(text)
        page.expect(texts)
        page.expect_plausible_requests(0, len(texts))


def tests_of(technique):
    """A class decorator: the shared tests, one method a page of TECHNIQUE."""
    def add(cls):
        for kind in of(technique):
            name = kind.file.removesuffix(".html").replace("-", "_")
            setattr(cls, f"test_{name}_sends_and_receives",
                    lambda self, file=kind.file: self.check_sends_and_receives(file))
            setattr(cls, f"test_{name}_receives_every_way",
                    lambda self, file=kind.file: self.check_receives_every_way(file))
        return cls
    return add
