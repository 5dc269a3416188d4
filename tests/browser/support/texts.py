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
