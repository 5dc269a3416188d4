#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a compiler does not see of texts for people: what is filled into Chinese has its blanks by the one function for them, a
count has a word for one, Enter is left to input methods, and a word for one thing is the same everywhere.

source_words.py SOURCES
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree

HAN = r"[\u3400-\u9fff]"
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
COMMENT = re.compile(r"(?m)(^|\s)//.*$")
TEXT = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')  # literals that follow each other are one

# Values that are Chinese in one case and Latin in another.
EITHER = re.compile(r"\b(isolatedName|techniqueTitle|techniqueShortTitle|variantTitle|capitalTitle|shownMember)\(")
BLANK = re.compile(HAN + r" %\d|%\d " + HAN)
CLOSED_AT_THE_END = {"client/compare/text/verdicttext.cpp"}  # conclusionText() closes up whatever is said

# What is counted; where it can be one, it is %n message(s), or {count|message|messages} in pages.
COUNTED = (r"(?:messages|clients|requests|members|runs|times|delays|samples|rooms|classes|tabs|streams|connections|bytes|guesses"
           r"|transits|answers|steps|frames|students|devices|others|minutes|seconds|days)")
COUNT = re.compile(r"(?:%L?\d|\{\w+\}) (?:other |of the |more )?" + COUNTED + r"\b")
# Never one: limits, a tie, what is cut off, published set-ups, numbers with decimals.
NEVER_ONE = {
    "--name must not be empty, nor longer than %1 bytes.",
    "--%1 must be messages a second, with a size in bytes and poisson if wanted, such as 4/s or 4/s,200,poisson, not \"%2\".",
    "Scaled: one room here, where each client receives %1 messages a second, instead of %2 rooms of which each client is in %3.",
    "%1 transits",
    "%1 took %2 for each delivered message, %3 took %4: %5 times as many.",
    "%1 with %2 clients",
    "%1 (from %2 clients)",
    "%1: %2 requests",
    "The beginning of what one virtual client of each technique exchanged: up to %1 requests or frames.",
    "Long polling needs more requests than polling from %1 messages a second on.",
    "Nearest, a tie of %1 members: %2",
    "Nearest, a tie of {count} members: {values}",
    "the first {count} of {size} bytes are kept",
    "{from} to {to} of {count} bytes",
    "{count} other tabs of this browser hold a long poll, and browsers open only six connections to one host. So this tab asks every "
    "{seconds} s without a hold, until one of the others is closed or changed to WebSocket.",
    "The frame is not complete: {have} of {need} bytes.",
    "The first {count} bytes of the payload are shown.",
}

# Fields whose Enter does something: each leaves the key to an input method while that composes.
ENTER = re.compile(r"&QLineEdit::returnPressed|\bnew QInputDialog\b|setEditTriggers\(QAbstractItemView::(?!NoEdit)")
GUARD = re.compile(r"\bnew (?:widgets::)?Composing\(|\bRoomField\b")  # which has one

# Texts of the dashboard that the host's window has, too.
SAME = {"admin.connections": "Connections opened", "admin.delivered": "Delivered", "admin.members": "Members",
        "admin.reset": "Reset figures", "admin.lock": "Lock"}


def translations(root):
    """English text → its Chinese ones."""
    found = {}
    for message in xml.etree.ElementTree.parse(root / "translations/pushlab_zh_CN.ts").iter("message"):
        chinese = "".join(message.find("translation").itertext())
        found.setdefault(message.findtext("source"), set()).add(chinese)
    return found


def strings(root, language):
    """A page's texts by their keys."""
    sections = json.loads((root / f"resources/web/strings/{language}.json").read_text(encoding="utf-8"))
    return {key: text for section in sections.values() for key, text in section.items()}


def statements(text):
    """The statements of a source, with its line; semicolons in texts part nothing."""
    code = COMMENT.sub(lambda match: match.group(1), text)
    hidden = LITERAL.sub(lambda match: '"' + match.group(1).replace(";", "\0") + '"', code)
    line = 1
    for statement in hidden.split(";"):
        yield line + len(re.match(r"\s*", statement).group().split("\n")) - 1, statement.replace("\0", ";")
        line += statement.count("\n")


def unclosed(statement, chinese):
    """Whether something that may be Chinese is filled in between Chinese, and the blanks stay as they are."""
    filled = statement.find(".arg(")
    if filled < 0 or not EITHER.search(statement, filled) or "closedUp(" in statement:
        return False
    texts = ["".join(LITERAL.findall(match.group())) for match in TEXT.finditer(statement[:filled])]
    return not texts or any(BLANK.search(translation) for text in texts for translation in chinese.get(text, ()))


def check_patterns():
    """The patterns find what they are to find, and nothing else."""
    chinese = {"Ban %1?": {"封禁 %1？"}, "%1: %2": {"%1：%2"}}
    assert unclosed('a = tr("Ban %1?").arg(isolatedName(name))', chinese)
    assert unclosed("a = sentence.arg(techniqueTitle(technique))", chinese)
    assert not unclosed('a = closedUp(tr("Ban %1?").arg(isolatedName(name)))', chinese)
    assert not unclosed('a = tr("%1: %2").arg(isolatedName(name), text)', chinese)
    assert not unclosed('a = tr("Ban %1?").arg(address)', chinese)
    assert not unclosed('a = u"<b>%1</b>"_s.arg(isolatedName(name))', chinese)
    assert ENTER.search("connect(m_pin, &QLineEdit::returnPressed") and not GUARD.search("connect(m_pin)")
    assert COUNT.search("The last {count} delays") and COUNT.search("Only %1 requests") and not COUNT.search("Requests: %1")


def main():
    root = pathlib.Path(sys.argv[1])
    check_patterns()
    chinese = translations(root)
    found = []
    sources = [path for folder in ("app", "client") for path in sorted((root / folder).rglob("*.cpp"))]
    assert len(sources) > 200 and len(chinese) > 1000
    for path in sources:
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        if name not in CLOSED_AT_THE_END:
            found += [f"{name}:{line}: a name or a technique within Chinese needs closedUp()"
                      for line, statement in statements(text) if unclosed(statement, chinese)]
        if ENTER.search(text) and not GUARD.search(text):
            found.append(f"{name}: Enter acts in a field, and takes what an input method composes: see client/widgets/composing.h")
    english, pages = strings(root, "en"), strings(root, "zh-CN")
    for text in list(chinese) + list(english.values()):
        if COUNT.search(text) and "%n" not in text and text not in NEVER_ONE:
            found.append(f"{text!r}: a count of one wants another word")
    for key, text in SAME.items():
        if english[key] != text or pages[key] not in chinese.get(text, ()):
            found.append(f"{key}: the window says {text!r}, {' or '.join(chinese.get(text, ()))}")
    if found:
        sys.exit("\n".join(found))


main()
