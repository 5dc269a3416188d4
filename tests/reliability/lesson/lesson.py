#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A class of 60 is led through the built-in lesson, from the first step to the last, as a teacher does it from /admin/.

    tests/reliability/lesson/lesson.py [--clock 2] [--members 60] [--native 24] [--browsers 1]

Its members are native clients without windows, room pages in real browsers (four each), and others that speak the protocol by
themselves. They obey each step, answer each question and talk. --clock: how many times as fast as the lesson says (2); a step takes
longer where not all have guessed or changed technique yet. In the end: every step was entered with its settings, every question has
everybody's guess and its result, with what the class measured wherever the clock left the time that the host asks for; each message
is once and in order at every member, and no log has an error or a warning: neither the host's, nor a client's, nor a page's console.
PUSHLAB names the program (build/release/pushlab). Ends with 1 when something did not hold; --spoil makes something not hold."""

import argparse
import asyncio
import itertools
import json
import os
import pathlib
import random
import re
import resource
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True

from joining_storm import Connection, Refused
from nativemember import NativeMember
from pagemembers import PAGES_PER_BROWSER, Browser
from virtualmember import VirtualMember

LESSON = pathlib.Path(__file__).resolve().parents[3] / "resources/lessons/45-minutes.json"
PATIENCE = 60  # seconds, for what takes no time on a machine that has nothing else to do
CHAT = 0.2  # seconds between two texts of somebody where a step takes seconds, and where it takes minutes:
SLOW_CHAT = 1.0
MEASURED = 17  # seconds that the host needs at one rate, with what members need to hear of it
TECHNIQUES = ("polling", "long-polling", "websocket")
HOST_SAYS = (r"pushlab\.host: Listening on port \d+", r"pushlab: For the teacher alone: .*",
             r"pushlab: Nothing here can keep this computer awake: .*")


class Class:
    """The host, its members, the teacher's page, and all that went wrong."""

    def __init__(self, arguments):
        self._arguments = arguments
        self._program = os.environ.get("PUSHLAB", "build/release/pushlab")
        self._data = tempfile.TemporaryDirectory(prefix="pushlab-lesson-")
        self._environment = os.environ | {"XDG_DATA_HOME": self._data.name, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
        self._host = None
        self._host_said = []
        self._browsers = []
        self._teacher = None
        self._key = ""
        self._guesses = random.Random(1)
        self._tasks = []
        self.members = []
        self.faults = []
        self.results = []  # (id, asked, seconds that it was measured, the question with its result)
        self.entered = 0
        self.is_quiet = False  # nobody talks

    def complain(self, what):
        self.faults.append(what)
        print("FAULT:", what, flush=True)

    # --- the teacher

    async def ask_host(self, method, target, body=None):
        fields = f"Authorization: Bearer {self._key}\r\n"
        for is_last in (False, True):
            try:
                _, answer = await self._teacher.exchange(method, target, fields, json.dumps(body).encode() if body else b"")
                return json.loads(answer)
            except (OSError, asyncio.IncompleteReadError):
                if is_last:
                    raise
                self._teacher = Connection(self.port)
        return None

    async def eventually(self, what, is_true, patience=PATIENCE):
        end = time.monotonic() + patience
        while not (value := await is_true()):
            if time.monotonic() > end:
                self.complain(what)
                return value
            await asyncio.sleep(0.1)
        return value

    # --- beginning and end

    async def open(self):
        pipe = asyncio.subprocess.PIPE
        self._host = await asyncio.create_subprocess_exec(
            self._program, "host", "--headless", "--port", "0", "--bind", "127.0.0.1", stdin=asyncio.subprocess.DEVNULL,
            stdout=pipe, stderr=pipe, env=self._environment)
        self._tasks.append(asyncio.create_task(self._listen_to_host()))
        self.url = (await asyncio.wait_for(self._host.stdout.readline(), PATIENCE)).decode().strip()
        self.port = int(self.url.rstrip("/").rsplit(":", 1)[1])
        self._teacher = Connection(self.port)
        while not self._key:
            await asyncio.sleep(0.05)
        await self._come_in()
        self._tasks.append(asyncio.create_task(self._talk()))

    async def _listen_to_host(self):
        while line := await self._host.stderr.readline():
            line = line.decode().rstrip("\n")
            self._host_said.append(line)
            if found := re.search(r"#key=(\S+)", line):
                self._key = found.group(1)

    async def _come_in(self):
        ways = itertools.cycle(TECHNIQUES)
        guess = lambda: round(self._guesses.uniform(1, 2000))
        browsers = self._arguments.browsers if Browser.is_there() else 0
        if browsers < self._arguments.browsers:
            print("no browser is installed: no pages", flush=True)
        for number in range(browsers):
            browser = Browser(guess, self.complain)
            self._browsers.append(browser)
            await browser.start(self.url, [(f"Page {number * PAGES_PER_BROWSER + i + 1}", next(ways)) for i in range(PAGES_PER_BROWSER)])
            self.members += browser.members
        natives = [NativeMember(self._program, self.url, f"Native {i + 1}", next(ways), guess, self.complain, self._environment)
                   for i in range(self._arguments.native)]
        spoilt = itertools.chain([self._arguments.spoil], itertools.repeat(""))
        virtual = [VirtualMember(self.port, f"Virtual {i + 1}", next(ways), guess, self.complain, next(spoilt))
                   for i in range(self._arguments.members - len(natives) - len(self.members))]
        self.members += natives + virtual
        for member in natives + virtual:
            await member.join()
        await self.eventually("not all members came in", self._are_all_there)

    async def _are_all_there(self):
        return (await self.ask_host("GET", "/api/rooms/lobby/members"))["count"] == len(self.members)

    async def _talk(self):
        """A few members of each kind say something by turns."""
        kinds = {}
        for member in self.members:
            kinds.setdefault(member.kind, []).append(member)
        talkers = [member for members in kinds.values() for member in members[-3:]]
        for member in itertools.cycle(talkers):
            await asyncio.sleep(CHAT if self._arguments.clock > 10 else SLOW_CHAT)
            if not self.is_quiet:
                await member.say("hi")

    async def close(self):
        for task in self._tasks[1:]:
            task.cancel()
        for member in self.members:
            if member.kind != "page":
                await member.leave()
        for browser in self._browsers:
            await browser.stop()
        self._host.terminate()
        code = await asyncio.wait_for(self._host.wait(), PATIENCE)
        await self._tasks[0]
        if code != 0:
            self.complain(f"the host ends with {code}")
        self._data.cleanup()

    def kill(self):
        """What must not be left when something went wrong."""
        for member in self.members:
            if member.kind == "native":
                member.kill()
        for browser in self._browsers:
            browser.kill()
        if self._host and self._host.returncode is None:
            self._host.kill()

    # --- the lesson

    async def play(self, lesson):
        steps = lesson["steps"]
        asked = None  # (the step that asks, when)
        await self.ask_host("POST", "/api/class/lesson", {"action": "start", "lesson": LESSON.stem})
        settings = {}
        for number, step in enumerate(steps, 1):
            began = time.monotonic()
            await self.eventually(f"step {number} was not entered", lambda: self._is_at(number, step, len(steps)))
            settings.update(step.get("settings", {}))
            if settings.get("split"):
                settings["technique"] = None  # each has its own
            await self._check_settings(number, settings)
            if "question" in step:
                asked = (step, time.monotonic())
                self.is_quiet = step["question"] == "crossover"
            if "show" in step:
                await self._note_result(asked)
                self.is_quiet = False
            if "question" in step:
                await self.eventually(f"step {number}: not everybody guesses", self._have_all_guessed)
            await self.eventually(f"step {number}: not everybody uses what is ordered", lambda: self._do_all_obey(settings))
            await asyncio.sleep(max(0, began + step["minutes"] * 60 / self._arguments.clock - time.monotonic()))
            self.entered = number
            print(f"step {number} of {len(steps)}, {time.monotonic() - began:.1f} s: {step['title']['en']}", flush=True)
            await self.ask_host("POST", "/api/class/lesson", {"action": "next" if number < len(steps) else "stop"})

    async def _is_at(self, number, step, count):
        state = (await self.ask_host("GET", "/api/class/lesson"))["lesson"]
        return state and state["step"] == number and state["steps"] == count and state["stepTitle"] == step["title"]

    async def _check_settings(self, number, wanted):
        there = await self.ask_host("GET", "/api/class/settings")
        for name, value in wanted.items():
            if there[name] != value:
                self.complain(f"step {number}: {name} is {there[name]}, not {value}")

    async def _have_all_guessed(self):
        return (await self.ask_host("GET", "/api/class/question"))["guesses"] == len(self.members)

    async def _do_all_obey(self, settings):
        used = [member["technique"] for member in (await self.ask_host("GET", "/api/rooms/lobby/members"))["members"]]
        if settings.get("split"):
            return sorted(used.count(technique) for technique in TECHNIQUES) == sorted(
                len(range(i, len(self.members), len(TECHNIQUES))) for i in range(len(TECHNIQUES)))
        return settings.get("technique") is None or set(used) == {settings["technique"]}

    async def _note_result(self, asked):
        step, since = asked
        question = (await self.ask_host("GET", "/api/class/question"))["question"]
        wanted = step["question"] if isinstance(step["question"], str) else "own"
        self.results.append((wanted, time.monotonic() - since, question))

    # --- the audit

    async def audit(self, first):
        """FIRST: the number of the last entry before the lesson."""
        messages, after = [], 0
        while True:
            answer = await self.ask_host("GET", f"/api/rooms/lobby/messages?after={after}&wait=0&v=2")
            messages += [entry for entry in answer["messages"] if "control" not in entry]
            if not answer["messages"]:
                break
            after = answer["next"]
        log = [message["seq"] for message in messages]
        await self.eventually("not everybody has everything", lambda: self._have_all(log[-1]), 20)
        expected = [seq for seq in log if seq > first]
        for member in self.members:
            if (seen := [seq for seq in member.seqs if seq > first]) != expected:
                missing, surplus = sorted(set(expected) - set(seen)), len(seen) - len(set(seen))
                self.complain(f"{member.name}: {len(seen)} messages of {len(expected)}, {surplus} twice, missing {missing[:5]}"
                              + ("" if sorted(seen) == seen else ", not in order"))
            said = sum(message["from"] == member.name for message in messages)
            if said != member.said:
                self.complain(f"{member.name} said {member.said} texts, the log has {said}")
        return len(expected)

    async def _have_all(self, last):
        for member in self.members:
            if member.kind == "page":
                await member.look()
        return all(member.last >= last for member in self.members)

    def judge_results(self, lesson):
        asked = [step["question"] if isinstance(step["question"], str) else "own" for step in lesson["steps"] if "question" in step]
        if [name for name, _, _ in self.results] != asked:
            self.complain(f"results of {[name for name, _, _ in self.results]}, asked was {asked}")
        for name, seconds, question in self.results:
            result = question["result"]
            if result["count"] != len(self.members):
                self.complain(f"{name}: {result['count']} guesses")
            if "nearest" not in result and ("measured" in result or "theory" in result or name == "own"):
                self.complain(f"{name}: nobody came nearest")
            figures = [f"{key} {result[key]['value']:.4g}" + (f" ± {result[key]['uncertainty']:.2g}, n = {result[key]['n']}"
                                                             if key == "measured" else "")
                       for key in ("theory", "measured") if key in result]
            unmeasured = result.get("unmeasured", {}).get("en", "")
            print(f"{name}, measured for {seconds:.0f} s, {result['count']} guesses: {'; '.join(figures)}{unmeasured}", flush=True)
            if name != "own":
                self._judge_figures(name, seconds, result, unmeasured)

    def _judge_figures(self, name, seconds, result, unmeasured):
        """Theory is there always, the measurement where the host had the time for it; else it must say so. They are of one kind."""
        needs = {"requests": MEASURED, "crossover": 3 * MEASURED}.get(name, 0)  # the crossover's are steps at two rates
        if "theory" not in result:
            self.complain(f"{name}: no theory")
        elif "measured" not in result:
            if seconds >= needs:
                self.complain(f"{name}: nothing was measured in {seconds:.0f} s: {unmeasured}")
            elif not unmeasured.startswith("Not measured yet: "):
                self.complain(f"{name}: neither measured nor a word why not")
        else:
            theory, measured = result["theory"]["value"], result["measured"]
            if abs(measured["value"] - theory) > max(0.35 * theory, 1.5 * measured["uncertainty"]):
                self.complain(f"{name}: {measured['value']} was measured where theory says {theory}")

    def judge_words(self):
        """What the host and the native clients said."""
        texts = {text for _, _, question in self.results for part in ("theory", "measured")
                 for text in [question["result"].get(part, {}).get("derivation" if part == "theory" else "how", {}).get("en")]}
        texts |= {question["result"].get("unmeasured", {}).get("en") for _, _, question in self.results}
        for line in self._host_said:
            if not any(re.fullmatch(pattern, line) for pattern in HOST_SAYS):
                self.complain(f"the host says: {line}")
        for member in self.members:
            if member.kind == "native":
                for line in member.unexpected(texts):
                    self.complain(f"{member.name} says: {line}")


async def run(arguments):
    lesson = json.loads(LESSON.read_text(encoding="utf-8"))
    klass = Class(arguments)
    begin = time.monotonic()
    try:
        await klass.open()
        joined = time.monotonic()
        kinds = [member.kind for member in klass.members]
        print(f"{len(kinds)} members after {joined - begin:.1f} s: "
              + ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds))), flush=True)
        first = (await klass.ask_host("GET", "/api/rooms/lobby"))["next"]
        if arguments.spoil == "console":
            page = next(member for member in klass.members if member.kind == "page")
            await page._browser.run(page._window, "console.error('spoilt')")
        await klass.play(lesson)
        played = time.monotonic() - joined
        klass.is_quiet = True
        await asyncio.sleep(1)
        messages = await klass.audit(first)
        await klass.close()
    except (Refused, OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as error:
        klass.complain(f"{type(error).__name__}: {error}")
        return False
    finally:
        klass.kill()
    klass.judge_results(lesson)
    klass.judge_words()
    print(f"{'FAILED' if klass.faults else 'ok'}: {klass.entered} steps in {played:.1f} s, {messages} messages at each of "
          f"{len(klass.members)} members, {len(klass.faults)} faults", flush=True)
    return not klass.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clock", type=float, default=2, help="how many times as fast")
    parser.add_argument("--members", type=int, default=60)
    parser.add_argument("--native", type=int, default=24, help="of them native clients")
    parser.add_argument("--browsers", type=int, default=1, help="with four pages each, which are members too")
    parser.add_argument("--spoil", choices=["", "message", "guess", "switch", "console"], default="",
                        help="a member forgets a message, does not guess or does not obey, a page's console has an error")
    arguments = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16384) if hard != resource.RLIM_INFINITY else 16384, hard))
    sys.exit(0 if asyncio.run(run(arguments)) else 1)


if __name__ == "__main__":
    main()
