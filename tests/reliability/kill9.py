#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a host with SIGKILL at random moments under load, again and again, and starts it on the same database.

After each start every message that was acknowledged is there once under its number, numbers have no hole, the epoch is
kept, and the readers of all techniques have gone on where they were without a repeat. PUSHLAB names the program.

    kill9.py [KILLS [SEED]]
"""

import base64
import http.client
import json
import os
import random
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PUSHLAB = os.environ["PUSHLAB"]
KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
SENDERS = 8
ROOM = "/api/rooms/kill%209"


class Fault(Exception):
    """What must not happen."""


class Member(threading.Thread):
    """Goes on until it is told to end, over all breaks of its connection."""

    faults = []
    ending = threading.Event()
    port = 0

    def __init__(self, name):
        super().__init__(name=name, daemon=True)

    def run(self):
        while not self.ending.is_set():
            try:
                self.turn()
            except Fault as fault:
                self.faults.append(f"{self.name}: {fault}")
                return
            except (OSError, http.client.HTTPException, struct.error, EOFError):
                time.sleep(0.02)  # the host is away

    @classmethod
    def connect(cls):
        return http.client.HTTPConnection("127.0.0.1", cls.port, timeout=20)


class Sender(Member):
    """Sends one message after the other, each under its id until it is acknowledged."""

    def __init__(self, number):
        super().__init__(f"sender {number}")
        self.acknowledged = {}  # number by text
        self.resent = 0
        self.count = 0
        self.is_waiting = False

    def turn(self):
        connection = self.connect()
        connection.connect()
        is_new = not self.is_waiting
        while not self.ending.is_set():
            text = f"{self.name} message {self.count}"
            body = json.dumps({"text": text, "from": self.name, "id": str(self.count), "member": self.name})
            self.resent += not is_new
            self.is_waiting = True
            connection.request("POST", ROOM + "/messages", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            seq = json.loads(answer.read()).get("seq")
            if answer.status != 201:
                raise Fault(f"answered {answer.status}")
            self.acknowledged[text] = seq
            self.count += 1
            self.is_waiting = False
            is_new = True


class Reader(Member):
    """Keeps its place in the log and looks that it gets every number once."""

    def __init__(self, name):
        super().__init__(name)
        self.epoch = ""
        self.texts = []  # by number, from 1

    def take(self, message):
        if message["seq"] != len(self.texts) + 1:
            raise Fault(f"got {message['seq']} after {len(self.texts)}")
        self.texts.append(message.get("text", message.get("message")))

    def check_epoch(self, epoch):
        if self.epoch not in ("", epoch):
            raise Fault(f"epoch {epoch} follows {self.epoch}")
        self.epoch = epoch


class HttpReader(Reader):
    def __init__(self, name, wait):
        super().__init__(name)
        self.wait = wait

    def turn(self):
        connection = self.connect()
        while not self.ending.is_set():
            connection.request("GET", f"{ROOM}/messages?after={len(self.texts)}&wait={self.wait}&epoch={self.epoch}&member={self.name}")
            answer = json.loads(connection.getresponse().read())
            self.check_epoch(answer["epoch"])
            for message in answer["messages"]:
                self.take(message)
            if answer["next"] != len(self.texts):
                raise Fault(f"next is {answer['next']} after {len(self.texts)}")
            if self.wait == 0:
                time.sleep(0.05)


class WebSocketReader(Reader):
    def turn(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=2) as link:
            key = base64.b64encode(os.urandom(16)).decode()
            link.sendall(
                f"GET /ws/chat/kill%209/?after={len(self.texts)}&epoch={self.epoch}&member=ws&v=1 HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
                f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
            stream = link.makefile("rb")
            while stream.readline().strip():
                pass
            while not self.ending.is_set():
                frame = json.loads(self.frame(stream))
                if "welcome" in frame:
                    self.check_epoch(frame["welcome"]["epoch"])
                elif "seq" in frame:
                    self.take(frame)

    @staticmethod
    def frame(stream):
        while True:
            opcode, size = struct.unpack("!BB", stream.read(2))
            if size == 126:
                (size,) = struct.unpack("!H", stream.read(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", stream.read(8))
            payload = stream.read(size)
            if len(payload) < size or opcode & 15 == 8:
                raise EOFError
            if opcode & 15 == 1:
                return payload


class QueueReader(Member):
    """A tutorial's reader: the host keeps its place, so what was on its way when the host was killed may come twice."""

    def __init__(self):
        super().__init__("queue")
        self.texts = []

    def turn(self):
        connection = self.connect()
        while not self.ending.is_set():
            connection.request("GET", "/get_msg/?name=queue&room=kill%209")
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise Fault(f"answered {answer.status}")
            if (text := json.loads(body)["data"]) is not None:
                self.texts.append(text)


def start(database, port):
    host = subprocess.Popen([PUSHLAB, "host", "--headless", "--bind", "127.0.0.1", "--port", str(port), "--database", database],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    url = host.stdout.readline().strip()
    if not url:
        raise Fault("the host does not start")
    return host, urllib.parse.urlsplit(url).port


def fetch_log():
    """All texts of the room, by number from 1, and its epoch."""
    texts, epoch = [], ""
    connection = Member.connect()
    while True:
        connection.request("GET", f"{ROOM}/messages?after={len(texts)}&epoch={epoch}")
        answer = json.loads(connection.getresponse().read())
        epoch = answer["epoch"]
        if not answer["messages"]:
            return texts, epoch
        for message in answer["messages"]:
            if message["seq"] != len(texts) + 1:
                raise Fault(f"the log has {message['seq']} after {len(texts)}")
            texts.append(message["text"])


def check_log(acknowledged, epochs):
    texts, epoch = fetch_log()
    epochs.add(epoch)
    if len(epochs) != 1:
        raise Fault(f"several epochs: {epochs}")
    if len(set(texts)) != len(texts):
        raise Fault("a message is there twice")
    for text, seq in acknowledged.items():
        if seq > len(texts) or texts[seq - 1] != text:
            raise Fault(f"'{text}' was acknowledged as {seq} and is not there")
    return texts


def check_readers(readers, texts):
    for reader in readers:
        if reader.texts != texts[:len(reader.texts)]:
            raise Fault(f"{reader.name} has seen a number with another content")


def check_queue(queue, texts, kills):
    repeats = 0
    place = None
    numbers = {text: number for number, text in enumerate(texts)}
    for text in queue.texts:
        number = numbers[text]
        if place is not None and number > place + 1:
            raise Fault(f"the queue passed over {number - place - 1} messages")
        repeats += place is not None and number <= place
        place = number
    if repeats > 20 * kills:
        raise Fault(f"the queue repeated {repeats} messages")
    return repeats


def catch_up(readers, texts):
    deadline = time.monotonic() + 30
    while any(len(reader.texts) < len(texts) for reader in readers):
        if Member.faults or time.monotonic() > deadline:
            raise Fault("; ".join(Member.faults) or "readers do not come to the end of the log")
        time.sleep(0.05)


def main():
    print(f"seed {SEED}", flush=True)
    chance = random.Random(SEED)
    senders = [Sender(number) for number in range(SENDERS)]
    readers = [HttpReader("polling", 0), HttpReader("long-polling", 5), WebSocketReader("websocket")]
    queue = QueueReader()
    epochs = set()
    acknowledged = {}
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "kill9.sqlite")
        host, Member.port = start(database, 0)
        try:
            opening = Member.connect()
            opening.request("GET", "/home/?name=queue&room=kill%209")
            opening.getresponse().read()
            time.sleep(0.2)  # a queue's opening is not acknowledged by its commit
            for member in [*senders, *readers, queue]:
                member.start()
            for kill in range(1, KILLS + 1):
                time.sleep(chance.uniform(0.05, 1.0))
                host.kill()
                host.wait()
                # What was acknowledged up to here must be there after the start, whatever comes meanwhile.
                acknowledged = {text: seq for sender in senders for text, seq in list(sender.acknowledged.items())}
                before = time.monotonic()
                host, _ = start(database, Member.port)
                slowest = max(slowest, time.monotonic() - before)
                texts = check_log(acknowledged, epochs)
                if Member.faults:
                    raise Fault("; ".join(Member.faults))
                if kill % 10 == 0 or kill == KILLS:
                    print(f"{kill} kills: {len(acknowledged)} acknowledged, {len(texts)} in the log", flush=True)
            time.sleep(0.5)
            Sender.ending = threading.Event()
            Sender.ending.set()
            for sender in senders:
                sender.join(30)
            acknowledged = {text: seq for sender in senders for text, seq in sender.acknowledged.items()}
            texts = check_log(acknowledged, epochs)
            catch_up(readers, texts)
            check_readers(readers, texts)
            repeats = check_queue(queue, texts, KILLS)
        finally:
            Member.ending.set()
            host.kill()
            host.wait()
    print(f"ok: {KILLS} kills, {len(texts)} messages, {len(acknowledged)} acknowledged, all there once; "
          f"{sum(sender.resent for sender in senders)} sent again; epoch kept; slowest start {slowest * 1000:.0f} ms; "
          f"the queue read {len(queue.texts)}, {repeats} of them again")


try:
    main()
except Fault as fault:
    print(f"FAILED: {fault}")
    sys.exit(1)
