# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Waiting for a condition without ever taking a pause for a proof."""

import time

PATIENCE = 60.0  # seconds: far more than any technique needs, so that a slow machine does not fail


def until(condition, what, patience=PATIENCE):
    """Returns the first true value of CONDITION(); raises AssertionError after PATIENCE seconds."""
    deadline = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {patience:g} s: {what() if callable(what) else what}")
        time.sleep(0.05)
