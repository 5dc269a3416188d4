# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A member that is the native client without a window: a process whose lines are sent, and whose every word is looked at."""

import asyncio
import json
import random
import re

JOINED = re.compile(r"Joined lobby at \S+ by [a-z-]+\.")
ASKED = re.compile(r"Guess with /guess NUMBER")
GUESSED = re.compile(r"Your guess: .*You may change it until the question is closed\.")
# All that it may say; derivations and the like come from the host and are known by their texts.
EXPECTED = [JOINED, ASKED, GUESSED] + [re.compile(pattern) for pattern in (
    r"Now by [a-z-]+\.", r"The class is split: you use [a-z-]+\.", r"Mark: .*", r"The teacher asks: .*",
    r"No more guesses: now it is measured\.", r"Guesses: .*; their median: .*", r"Answer: .*", r"Theory: .*", r"Measured: .* ± .*",
    r"Nearest.*: .*")]


class NativeMember:
    """One."""

    kind = "native"

    def __init__(self, program, url, name, technique, guess, complain, environment):
        self.name = name
        self.seqs = []
        self.said = 0
        self._command = [program, "join", url, "--name", name, "--technique", technique, "--headless", "--json"]
        self._guess = guess
        self._complain = complain
        self._environment = environment
        self._process = None
        self._tasks = []
        self._others = []  # lines that are none of the expected ones
        self._joined = asyncio.Event()

    @property
    def last(self):
        """The number of the last message that it has."""
        return self.seqs[-1] if self.seqs else 0

    async def join(self):
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(*self._command, stdin=pipe, stdout=pipe, stderr=pipe,
                                                             env=self._environment)
        self._tasks = [asyncio.create_task(self._read_messages()), asyncio.create_task(self._read_words())]
        await asyncio.wait_for(self._joined.wait(), 60)

    async def say(self, text):
        self._type(text)
        self.said += 1

    async def leave(self):
        """Ends its input: it goes once the host has acknowledged everything, with 0."""
        self._process.stdin.close()
        try:
            code = await asyncio.wait_for(self._process.wait(), 60)
        except asyncio.TimeoutError:
            self._process.kill()
            code = "nothing within 60 s"
        await asyncio.gather(*self._tasks)
        if code != 0:
            self._complain(f"{self.name}, native: ends with {code}")

    def kill(self):
        if self._process and self._process.returncode is None:
            self._process.kill()

    def unexpected(self, texts):
        """What it said that is none of the expected lines, nor one of the host's TEXTS."""
        return [line for line in self._others if line not in texts]

    def _type(self, line):
        self._process.stdin.write(line.encode() + b"\n")

    async def _read_messages(self):
        while line := await self._process.stdout.readline():
            self.seqs.append(json.loads(line)["seq"])

    async def _read_words(self):
        while line := await self._process.stderr.readline():
            line = line.decode().rstrip("\n")
            words = line.removeprefix("pushlab: ")
            if words == line or not any(pattern.fullmatch(words) or pattern is ASKED and pattern.match(words)
                                        for pattern in EXPECTED):
                self._others.append(words)
            if JOINED.fullmatch(words):
                self._joined.set()
            if ASKED.match(words):
                self._tasks.append(asyncio.create_task(self._answer()))

    async def _answer(self):
        await asyncio.sleep(random.uniform(0, 0.5))
        self._type(f"/guess {self._guess():g}")
