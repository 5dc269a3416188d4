# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A member that is a few lines of Python: it speaks the protocol by itself, obeys the teacher, guesses, and notes what it receives."""

import asyncio
import base64
import json
import os
import random
import struct
import urllib.parse

from joining_storm import HANDSHAKE, Connection, Refused

PATIENCE = 60  # seconds for an answer, on a busy machine
LEAST_PAUSE = 0.05  # seconds, between two tries after a failure
FAULTS = (Refused, OSError, asyncio.IncompleteReadError, asyncio.TimeoutError, ValueError, KeyError)


class VirtualMember:
    """One, by any of the techniques. KIND is what reports call it; SPOILT makes it forget a message, or not obey."""

    kind = "virtual"

    def __init__(self, port, name, technique, guess, complain, spoilt=""):
        self.name = name
        self.seqs = []  # of messages, as they came
        self.said = 0
        self.guesses = {}  # by the question's id
        self._port = port
        self._own_choice = technique
        self._guess = guess
        self._complain = complain
        self._spoilt = spoilt
        self._member = base64.b16encode(os.urandom(8)).decode().lower()
        self._who = f"member={self._member}&name={urllib.parse.quote(name)}"
        self._receiving = Connection(port)
        self._sending = Connection(port)
        self._busy = asyncio.Lock()  # for what is sent
        self._epoch = None
        self._next = 0  # number of the last entry
        self._as_of = 0  # number of the last entry that what is in force includes
        self._settings = {}
        self._own = {}
        self._tasks = []
        self._is_leaving = False

    @property
    def last(self):
        """The number of the last entry that it has."""
        return self._next

    async def join(self):
        info = await self._ask()
        self._epoch, self._next = info["epoch"], info["next"]
        self._tasks.append(asyncio.create_task(self._receive()))

    async def say(self, text):
        body = {"text": text, "from": self.name, "member": self._member, "id": os.urandom(8).hex(), "via": self._technique()}
        await self._send("/api/rooms/lobby/messages", body)
        self.said += 1

    async def leave(self):
        self._is_leaving = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._receiving.close()
        self._sending.close()

    def _technique(self):
        if self._spoilt == "switch":
            return "polling"
        return self._own.get("technique") or self._settings.get("technique") or self._own_choice

    async def _send(self, target, body):
        async with self._busy:
            return await self._exchange("_sending", "POST", target, json.dumps(body).encode())

    async def _exchange(self, which, method, target, body=b"", patience=PATIENCE):
        """The body of the answer. As a browser does, it tries once more where the host has closed a connection that was idle."""
        for is_last in (False, True):
            try:
                return (await asyncio.wait_for(getattr(self, which).exchange(method, target, "", body), patience))[1]
            except (OSError, asyncio.IncompleteReadError) as error:
                if is_last or getattr(error, "partial", b""):
                    raise
                getattr(self, which).close()
                setattr(self, which, Connection(self._port))
        return b""

    async def _ask(self):
        """What is in force for this member."""
        async with self._busy:
            info = json.loads(await self._exchange("_sending", "GET", f"/api/rooms/lobby?{self._who}"))
        self._use(info)
        return info

    def _use(self, info):
        if info["next"] < self._as_of:
            return  # stated before the last entry that was taken
        self._as_of = info["next"]
        self._settings, self._own = info["settings"], info.get("own", {})
        self._see(info.get("question"))

    async def _receive(self):
        while not self._is_leaving:
            try:
                await {"polling": self._poll, "long-polling": self._poll_long, "websocket": self._listen}[self._technique()]()
            except asyncio.CancelledError:
                raise
            except FAULTS as error:
                if not self._is_leaving:
                    self._complain(f"{self.name}, virtual: {type(error).__name__} {error}")
                self._receiving.close()
                self._receiving = Connection(self._port)
                await asyncio.sleep(LEAST_PAUSE)

    async def _fetch(self, wait):
        target = f"/api/rooms/lobby/messages?after={self._next}&wait={wait:g}&epoch={self._epoch}&v=2&{self._who}"
        answer = json.loads(await self._exchange("_receiving", "GET", target, patience=wait + PATIENCE))
        if answer["epoch"] != self._epoch:
            self._complain(f"{self.name}, virtual: the room has begun anew")
            self._epoch, self._next = answer["epoch"], 0
        for entry in answer["messages"]:
            await self._take(entry)
        if answer["next"] != self._next:
            self._complain(f"{self.name}, virtual: the answer ends with {answer['next']}, its last entry is {self._next}")

    async def _poll(self):
        await self._fetch(0)
        await asyncio.sleep(self._settings["pollInterval"])

    async def _poll_long(self):
        await self._fetch(self._settings["hold"])

    async def _listen(self):
        socket = Connection(self._port)
        query = f"after={self._next}&{self._who}&epoch={self._epoch}&v=2"
        key = base64.b64encode(os.urandom(16)).decode()
        try:
            await socket.exchange("GET", f"/ws/chat/lobby/?{query}", f"{HANDSHAKE}{key}\r\n")
            while self._technique() == "websocket":
                opcode, payload = await self._frame(socket)
                if opcode == 8:
                    raise ValueError(f"the host closes the WebSocket: {payload!r}")
                if opcode == 9:
                    socket.write(self._masked(10, payload))
                elif opcode == 1:
                    frame = json.loads(payload)
                    if "welcome" in frame:
                        self._use(frame["welcome"])
                    elif "seq" in frame:
                        await self._take(frame)
            socket.write(self._masked(8, struct.pack(">H", 1000)))
        finally:
            socket.close()

    @staticmethod
    async def _frame(socket):
        """Opcode and payload of the next frame; the host's are not masked, nor in fragments."""
        first, length = await socket.read_exactly(2)
        if length == 126:
            length, = struct.unpack(">H", await socket.read_exactly(2))
        elif length == 127:
            length, = struct.unpack(">Q", await socket.read_exactly(8))
        return first & 15, await socket.read_exactly(length)

    @staticmethod
    def _masked(opcode, payload):
        """With the masking key 0, which leaves the payload as it is."""
        return bytes([0x80 | opcode, 0x80 | len(payload)]) + bytes(4) + payload

    async def _take(self, entry):
        if entry["seq"] != self._next + 1:
            self._complain(f"{self.name}, virtual: entry {entry['seq']} came after {self._next}")
        self._next = entry["seq"]
        control = entry.get("control")
        if control is None:
            if self._spoilt == "message":
                self._spoilt = ""
                return
            self.seqs.append(entry["seq"])
            return
        kind = control["kind"]
        if kind == "own":
            await self._ask()
        elif entry["seq"] > self._as_of:
            self._as_of = entry["seq"]
            if kind == "settings":
                self._settings = control["settings"]
            elif kind in ("question", "result") and "race" not in control:
                self._see(control["question"])

    def _see(self, question):
        if question and question["open"] and question["id"] not in self.guesses and self._spoilt != "guess":
            self.guesses[question["id"]] = None
            self._tasks.append(asyncio.create_task(self._answer(question["id"])))

    async def _answer(self, question):
        await asyncio.sleep(random.uniform(0, 0.5))
        value = self._guess()
        try:
            await self._send("/api/rooms/lobby/guess", {"question": question, "member": self._member, "value": value})
            self.guesses[question] = value
        except FAULTS as error:
            if not self._is_leaving:
                self._complain(f"{self.name}, virtual: its guess was not taken: {error}")
