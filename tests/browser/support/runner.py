# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs the tests of one file as a program."""

import sys
import unittest


def run():
    sys.exit(not unittest.main(module="__main__", verbosity=2, exit=False).result.wasSuccessful())
