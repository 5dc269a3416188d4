#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A class comes in: browsers load the first page, show the PIN, load the room and join it, all from one address.

    tests/reliability/joining_storm.py [--browsers 300] [--within 5] [--slowest 2]

Each does what a browser does: up to six connections that stay open, what is immutable is asked for once, the self-test runs while
the room is joined, a third each polls, long polls and opens a WebSocket. The host has the limits that a school meets: those by
address hold for loopback, too. None may be refused, no page may take longer than --slowest seconds from its address to its last
byte, and in the end the host must know each of them, under a name of its own. PUSHLAB names the program (build/release/pushlab).
Ends with 1 when something did not hold. With --within 0 all come in the same moment, which is beyond what is asked of a host."""

import argparse
import asyncio
import base64
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

PIN = "739152"
CONNECTIONS = 6  # of a browser to one host
LINKED = re.compile(rb'(?:src|href)="(/static/[^"]+)"')
HANDSHAKE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "


class Refused(Exception):
    """The host did not do what it was asked."""


class Connection:
    """One that stays open."""

    def __init__(self, port):
        self._port = port
        self._reader = self._writer = None

    async def exchange(self, method, target, fields="", body=b""):
        """The head of the answer and its body; the body of a 101 is left to read()."""
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        length = f"Content-Length: {len(body)}\r\nContent-Type: application/json\r\n" if body else ""
        self._writer.write(f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{length}{fields}\r\n".encode() + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        if status not in (200, 201, 101):
            raise Refused(f"{method} {target}: {head.split(bytes([13]))[0].decode()}")
        if status == 101:
            return head, b""
        size = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        return head, await self._reader.readexactly(int(size.group(1))) if size else b""

    async def read(self, part):
        """Reads on until PART has come."""
        return await self._reader.readuntil(part)

    async def read_exactly(self, count):
        return await self._reader.readexactly(count)

    def write(self, data):
        self._writer.write(data)

    def close(self):
        if self._writer is not None:
            self._writer.close()


class Browser:
    """One student's, from the QR code to the room."""

    def __init__(self, port, number):
        self._number = number
        self._member = base64.b16encode(os.urandom(8)).decode().lower()
        self._cookies = {}
        self._cached = set()
        self._free = asyncio.Queue()
        self._all = [Connection(port) for _ in range(CONNECTIONS)]
        for connection in self._all:
            self._free.put_nowait(connection)
        self.slowest = 0.0
        self.name = ""

    async def fetch(self, target, method="GET", value=None):
        connection = await self._free.get()
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            fields = "Accept: text/html, */*;q=0.8\r\n" + (f"Cookie: {cookies}\r\n" if cookies else "")
            head, body = await connection.exchange(method, target, fields, json.dumps(value).encode() if value is not None else b"")
        finally:
            self._free.put_nowait(connection)
        for name, value in re.findall(rb"(?i)\r\nset-cookie: *([^=]+)=([^;\r]*)", head):
            self._cookies[name.decode()] = value.decode()
        return body

    async def open(self, target):
        """A page with all that it links to."""
        start = time.monotonic()
        page = await self.fetch(target)
        linked = sorted(set(LINKED.findall(page)) - self._cached)
        self._cached.update(linked)
        await asyncio.gather(*(self.fetch(file.decode()) for file in linked))
        self.slowest = max(self.slowest, time.monotonic() - start)

    async def join(self):
        await self.open("/")
        await self.fetch("/api/join", "POST", {"pin": PIN})
        who = f"member={self._member}&name=Student%20{self._number % 100}"  # some share a name
        await self.fetch(f"/api/rooms/lobby?{who}")
        await self.open("/web/lobby/")
        info = json.loads(await self.fetch(f"/api/rooms/lobby?{who}"))
        self.name = info["name"]
        await asyncio.gather(self.fetch("/api/time"), self.fetch("/api/probe"), self.fetch("/api/probe?wait=1"),
                             self.connect(f"after={info['next']}&{who}&epoch={info['epoch']}&v=2"))

    async def connect(self, query):
        way = self._number % 3
        if way == 0:
            await self.fetch(f"/api/rooms/lobby/messages?{query}&wait=0")
        elif way == 1:
            await self.fetch(f"/api/rooms/lobby/messages?{query}&wait=0.5")
        else:
            connection = await self._free.get()  # and keeps it
            cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            key = base64.b64encode(os.urandom(16)).decode()
            await connection.exchange("GET", f"/ws/chat/lobby/?{query}", f"{HANDSHAKE}{key}\r\nCookie: {cookies}\r\n")
            await connection.read(b'"welcome"')

    def close(self):
        for connection in self._all:
            connection.close()


async def come_in(browser, pause):
    """What went wrong; nothing if all went well."""
    await asyncio.sleep(pause)
    try:
        await asyncio.wait_for(browser.join(), 30)
    except (Refused, OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as error:
        return f"{type(error).__name__}: {error}"
    return None


async def storm(port, count, within):
    browsers = [Browser(port, number) for number in range(count)]
    chance = random.Random(1)  # the same each time
    pauses = [chance.uniform(0, within) for _ in browsers]
    problems = await asyncio.gather(*(come_in(browser, pause) for browser, pause in zip(browsers, pauses)))
    members = json.loads(await browsers[0].fetch("/api/stats"))["techniques"]
    for browser in browsers:
        browser.close()
    return browsers, [problem for problem in problems if problem], members


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browsers", type=int, default=300)
    parser.add_argument("--within", type=float, default=5, help="seconds")
    parser.add_argument("--slowest", type=float, default=2, help="seconds that a page may take")
    arguments = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16384) if hard != resource.RLIM_INFINITY else 16384, hard))
    with tempfile.TemporaryDirectory(prefix="pushlab-storm-") as data:
        host = subprocess.Popen([os.environ.get("PUSHLAB", "build/release/pushlab"), "host", "--headless", "--port", "0",
                                 "--bind", "127.0.0.1", "--pin", PIN, "--limit-loopback"],
                                env=os.environ | {"XDG_DATA_HOME": data}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)
        try:
            url = host.stdout.readline().decode()
            port = int(url.rstrip("/\n").rsplit(":", 1)[1])
            browsers, problems, techniques = asyncio.run(storm(port, arguments.browsers, arguments.within))
        finally:
            host.terminate()
            ended = host.wait(10)
    slowest = sorted(browser.slowest for browser in browsers)
    known = sum(technique["members"] for technique in techniques.values())
    names = len({browser.name for browser in browsers if browser.name})
    print(f"{len(browsers)} browsers within {arguments.within:g} s: {len(problems)} failed, pages took "
          f"{slowest[len(slowest) // 2]:.2f} s (median of each browser's slowest) to {slowest[-1]:.2f} s, "
          f"{known} members, {names} names")
    for problem in sorted(set(problems))[:10]:
        print("  " + problem)
    if problems or slowest[-1] > arguments.slowest or known != len(browsers) or names != len(browsers) or ended != 0:
        sys.exit(1)


if __name__ == "__main__":
    main()
