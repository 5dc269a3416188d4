#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a host with a database takes to acknowledge a message, one alone and 5,000 a second.

    tests/reliability/storage_load.py [SECONDS [RATE]]

Each way of sending, HTTP and WebSocket, is measured alone: first 500 messages at 20 ms from one another, each also sent to a host
that keeps to memory, so that what the database adds can be told from what the machine does; then RATE messages (5,000) in each of
SECONDS (10). A wait of those counts from the moment at which the message was due, however late it was sent, to its acknowledgement,
which the host gives when the message is committed. Afterwards each is looked up in the log. PUSHLAB names the program
(build/release/pushlab). Ends with 1 when a message is missing or there twice, when fewer than RATE a second came through, or when
one lone message in a hundred waited for 2 ms or more."""

import base64
import json
import os
import re
import select
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10
RATE = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
LONE, PAUSE, LONE_LIMIT = 500, 0.020, 2  # messages, seconds, ms
CONNECTIONS = 32  # for HTTP: one request at a time each
PATIENCE = 30  # seconds


class HttpSender:
    """Keep-alive connections, each with one request on its way."""

    name = "HTTP"
    answer = re.compile(rb'HTTP/1\.1 (\d+)(?:.|\r|\n)*?"seq":\d+\}')

    def __init__(self, port, room):
        self.port, self.room = port, room
        self.free = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
        self.poll = select.epoll()
        self.busy = {}  # connection, number and what has been read, by descriptor
        for link in self.free:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.poll.register(link, select.EPOLLIN)

    def send(self, number):
        if not self.free:
            return False
        link = self.free.pop()
        body = b'{"text":"message %d","from":"Mia","member":"load","id":"%d"}' % (number, number)
        link.sendall(b"POST /api/rooms/%s/messages HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
                     b"Content-Length: %d\r\n\r\n%s" % (self.room.encode(), self.port, len(body), body))
        self.busy[link.fileno()] = (link, number, b"")
        return True

    def acknowledged(self, seconds):
        for descriptor, _ in self.poll.poll(max(seconds, 0) if self.free else 1):
            link, number, read = self.busy[descriptor]
            piece = link.recv(65536)
            if not piece:
                sys.exit("FAILED: the host closed a connection")
            read += piece
            if not (found := self.answer.search(read)):
                self.busy[descriptor] = (link, number, read)
                continue
            if found[1] != b"201":
                sys.exit(f"FAILED: answered {read!r}")
            del self.busy[descriptor]
            self.free.append(link)
            yield number


class WebSocketSender:
    """One socket; it gets every message back beside its acknowledgement."""

    name = "WebSocket"
    answer = re.compile(rb'\{"ack":\{"id":"(\d+)","seq":\d+\}\}|"error":')

    def __init__(self, port, room):
        self.link = socket.create_connection(("127.0.0.1", port))
        self.link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = base64.b64encode(os.urandom(16)).decode()
        self.link.sendall(f"GET /ws/chat/{room}/?member=load&v=1 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                          f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self.read = b""
        while b'"welcome"' not in self.read:
            self.read += self.link.recv(65536)

    def send(self, number):
        text = b'{"text":"message %d","from":"Mia","id":"%d"}' % (number, number)
        self.link.sendall(struct.pack("!BB4x", 0x81, 0x80 | len(text)) + text)  # masked with zeros
        return True

    def acknowledged(self, seconds):
        if not select.select([self.link], [], [], max(seconds, 0))[0]:
            return
        piece = self.link.recv(1 << 20)
        if not piece:
            sys.exit("FAILED: the host closed the WebSocket")
        self.read += piece
        end = 0
        for found in self.answer.finditer(self.read):
            if not found[1]:
                sys.exit(f"FAILED: answered {self.read[found.start():][:200]!r}")
            end = found.end()
            yield int(found[1])
        self.read = self.read[max(end, len(self.read) - 100):]  # an acknowledgement that has come in part


def measure_lone(senders):
    """The waits of messages sent one at a time to each of `senders` in turn, sorted."""
    waits = [[] for _ in senders]
    for number in range(LONE):
        for sender, own in zip(senders, waits):
            time.sleep(PAUSE / len(senders))
            start = time.monotonic()
            sender.send(number)
            while not list(sender.acknowledged(1)):
                if time.monotonic() > start + PATIENCE:
                    sys.exit(f"FAILED: message {number} is not acknowledged")
            own.append(time.monotonic() - start)
    return [sorted(own) for own in waits]


def measure(sender, count, interval):
    """The waits of all messages, and the seconds from the first one's due time to the last one's acknowledgement."""
    start = time.monotonic() + 0.1
    waits, sent = [], 0
    while len(waits) < count:
        now = time.monotonic()
        if now > start + count * interval + PATIENCE:
            sys.exit(f"FAILED: {count - len(waits)} messages are not acknowledged")
        while sent < count and start + sent * interval <= now and sender.send(sent):
            sent += 1
        for number in sender.acknowledged(min(start + sent * interval - now, 1) if sent < count else 1):
            waits.append(time.monotonic() - start - number * interval)
    return sorted(waits), time.monotonic() - start


def check_log(port, room, count):
    texts, epoch = [], ""
    while True:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/rooms/{room}/messages?after={len(texts)}&epoch={epoch}") as answer:
            part = json.load(answer)
        epoch = part["epoch"]
        texts += [message["text"] for message in part["messages"]]
        if not part["messages"]:
            break
    if sorted(texts) != sorted(f"message {number}" for number in range(count)):
        sys.exit(f"FAILED: {len(texts)} messages in the log, {len(set(texts))} different ones, of {count}")


def percentiles(waits):
    """p50, p95, p99 and the longest, in ms."""
    return [waits[min(int(len(waits) * share), len(waits) - 1)] * 1000 for share in (0.5, 0.95, 0.99, 1)]


def tell(what, waits):
    print("{}: wait p50 {:.2f}, p95 {:.2f}, p99 {:.2f}, longest {:.2f} ms".format(what, *percentiles(waits)), flush=True)


def start_host(program, *arguments):
    host = subprocess.Popen([program, "host", "--headless", "--bind", "127.0.0.1", "--port", "0", *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    port = urllib.parse.urlsplit(host.stdout.readline().strip()).port
    if not port:
        sys.exit("FAILED: the host does not start")
    return host, port


def run(kind, port, memory_port):
    """Whether all limits were kept."""
    lone, in_memory = measure_lone([kind(port, f"lone-{kind.name}"), kind(memory_port, f"lone-{kind.name}")])
    tell(f"{kind.name}, one alone", lone)
    tell(f"{kind.name}, one alone, no database", in_memory)
    good = percentiles(lone)[2] < LONE_LIMIT
    check_log(port, f"lone-{kind.name}", LONE)
    waits, seconds = measure(kind(port, f"many-{kind.name}"), RATE * SECONDS, 1 / RATE)
    tell(f"{kind.name}, {RATE} a second, {len(waits)} acknowledged in {seconds:.2f} s", waits)
    check_log(port, f"many-{kind.name}", RATE * SECONDS)
    return good and seconds < SECONDS * 1.01 + 0.1  # the last is due at the end


def main():
    program = os.environ.get("PUSHLAB", "build/release/pushlab")
    hosts = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for arguments in (("--database", os.path.join(folder, "load.sqlite")), ()):
                hosts.append(start_host(program, *arguments))
            good = all([run(kind, *(port for _, port in hosts)) for kind in (HttpSender, WebSocketSender)])
        finally:
            for host, _ in hosts:
                host.terminate()
                host.wait()
    print("ok" if good else "FAILED")
    sys.exit(0 if good else 1)


main()
