# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Ends the test program with 77 (skipped) when the browser or its driver is not installed.

Imported before anything that needs them. A missing host binary is no reason to skip: it fails.
"""

import os
import shutil
import sys

SKIPPED = 77


def _skip(reason):
    print(f"skipped: {reason}", flush=True)
    sys.exit(SKIPPED)


def _program(variable, *names):
    """The path of a program: the environment's VARIABLE, else the first of NAMES found."""
    chosen = os.environ.get(variable)
    if chosen:
        return chosen
    for name in names:
        found = shutil.which(name, path="/usr/bin" + os.pathsep + os.environ.get("PATH", ""))
        if found:
            return found
    return _skip(f"{names[0]} is not installed (Debian: chromium, chromium-driver)")


try:
    import selenium  # noqa: F401
except ImportError:
    _skip("Python's selenium is not installed (Debian: python3-selenium)")

CHROMIUM = _program("CHROMIUM", "chromium", "chromium-browser")
CHROMEDRIVER = _program("CHROMEDRIVER", "chromedriver")
