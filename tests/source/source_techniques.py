#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Nothing asks a technique for its name but what is that technique's own: all else reads the table of techniques. And a
technique without a row in the table does not compile.

technique_table.py SOURCES COMPILER FLAG...
"""

import pathlib
import re
import subprocess
import sys
import tempfile

TABLE = "server/protocol/techniquetraits.h"
ENUM = "server/protocol/technique.h"

# Where a technique may be asked for by name: its handler, its transport, its virtual client, its model.
OWN_CPP = re.compile(
    r"server/protocol/techniquetraits\.h"
    r"|(server/protocol|client)/theory/.*"
    r"|server/push/(websocket/.*|polling|longpolling|heldrequest|chatsocket|websocketgateway|eventstream\w*)\.(h|cpp)"
    r"|client/transport/.*"
    r"|client/compare/(load/)?clientkind\.cpp"
)
CPP_VALUE = r"\b(?:Technique|Variant)::(?!TutorialQueue)[A-Z]\w*"
CPP_COMPARISON = re.compile(rf"(?:[=!]=\s*[\w:]*?|\bcase\s+[\w:]*?){CPP_VALUE}|{CPP_VALUE}\s*[=!]=")
OWN_SCRIPT = re.compile(r"PushLab\.techniques\['[a-z-]+'\] = class")


def script_comparison(names):
    """What compares with one of the names in JavaScript."""
    name = r"""['"`](?:%s)['"`]""" % "|".join(names)
    return re.compile(rf"[=!]==?\s*{name}|{name}\s*[=!]==?|\bcase\s+{name}")


def code_of(text):
    """The text without its line comments, which may say anything."""
    return re.sub(r"(?m)(^|\s)//.*$", "", text)


def findings(root, files, own, comparison):
    """The lines that compare, as PATH:LINE: TEXT."""
    found = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        if own(path.relative_to(root).as_posix(), text):
            continue
        for number, line in enumerate(code_of(text).split("\n"), 1):
            if comparison.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()}")
    return found


def cpp_files(root):
    """All sources and headers of the program."""
    for folder in ("app", "client", "server"):
        for pattern in ("*.cpp", "*.h"):
            yield from sorted((root / folder).rglob(pattern))


def check_patterns(script):
    """The patterns find what they are to find, and nothing else."""
    for text in ("if (a == Technique::Polling)", "x != protocol::Technique::WebSocket;", "case Variant::LongPolling:",
                 "case protocol::Technique::Polling: return 1;", "Technique::WebSocket == a", "compare::Variant::Polling != b"):
        assert CPP_COMPARISON.search(text), text
    for text in ("ledger.of(Technique::WebSocket)", "case Mark::Circle:", "a == Variant::TutorialQueue", "= Technique::Polling;"):
        assert not CPP_COMPARISON.search(text), text
    for text in ("a === 'polling'", "'websocket' == a", 'case "long-polling":', "a !== `polling`"):
        assert script.search(text), text
    for text in ("state.kind === 'pausing'", "{'polling': 1}", "a = 'polling'"):
        assert not script.search(text), text


def compiles(root, compiler, flags, changes):
    """Whether the table compiles when its enumeration is changed in that way; and what the compiler says."""
    with tempfile.TemporaryDirectory() as folder:
        for name in (ENUM, TABLE):
            text = (root / name).read_text(encoding="utf-8")
            if name == ENUM:
                for old, new in changes:
                    assert old in text, f"{ENUM} no longer holds {old!r}: mend this test"
                    text = text.replace(old, new, 1)
            target = pathlib.Path(folder) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        source = pathlib.Path(folder) / "main.cpp"
        source.write_text(f'#include "{TABLE}"\n', encoding="utf-8")
        result = subprocess.run([compiler, "-std=c++20", "-fPIC", "-fsyntax-only", "-I", folder, *flags, source],
                                capture_output=True, text=True, check=False)
        return result.returncode == 0, result.stderr


def check_rows(root, compiler, flags):
    """A technique needs a row, and a place in the list of all."""
    enum = (root / ENUM).read_text(encoding="utf-8")
    last = re.search(r"enum class Technique : quint8 \{[^}]*?(\w+)\s*\}", enum).group(1)
    value = (f"{last} }}", f"{last}, Unlisted }}")
    listed = (f"Technique::{last}}}", f"Technique::{last}, Technique::Unlisted}}")
    works, text = compiles(root, compiler, flags, [])
    assert works, f"the table does not compile as it is:\n{text}"
    for changes in ([value], [value, listed]):
        works, text = compiles(root, compiler, flags, changes)
        assert not works, f"a technique without a row compiles: {changes}"
        assert "Unlisted" in text, f"it does not compile, but for another reason:\n{text}"


def main():
    root, compiler, *flags = sys.argv[1:]
    root = pathlib.Path(root)
    names = re.findall(r'TechniqueTraits\{"([a-z-]+)"', (root / TABLE).read_text(encoding="utf-8"))
    assert len(names) >= 3, names
    script = script_comparison(names)
    check_patterns(script)
    found = findings(root, cpp_files(root), lambda path, _: OWN_CPP.fullmatch(path), CPP_COMPARISON)
    scripts = sorted((root / "resources/web/scripts").glob("*.js"))
    assert scripts
    found += findings(root, scripts, lambda _, text: OWN_SCRIPT.search(text), script)
    if found:
        sys.exit("These compare with a technique by name instead of asking the table of techniques for what matters:\n"
                 + "\n".join(found))
    check_rows(root, compiler, [flag for flag in flags if flag != "-I"])


main()
