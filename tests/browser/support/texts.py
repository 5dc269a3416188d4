# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Texts that a chat gets wrong when it takes them for anything but text."""

HOSTILE = [
    "<img src=x onerror=\"window.pwned='img'\"><b>bold</b><script>window.pwned='script'</script>",
    "it's \"quoted\" \\ back\\nslash 'twice' &amp; &lt;",
    "100% + 50%25 = a+b&text=other#end?x=1;y",
    "你好，世界：中文“引号”",
    "👩‍🏫 teaches 😀 𝒳 é",
]

# What turns round, hides or pushes aside what stands beside it, where nothing holds it together.
UNRULY = [
    "\u202eturned \u202dround",
    "\u2069\u2069\u202e\u2066\u2067unbalanced",
    "\u2067שלום\u202e עולם",
    "\u200b\u2060\ufeff",
    "line\u2028separator\u2029and\u0085next\x07bell",
    "W" * 230,
    "Z" + "\u0300\u0316" * 40,
    "😀" * 40,
]
