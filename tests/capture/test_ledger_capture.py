# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The host's ledger against a packet capture of the same connections: the difference must be 0.

PUSHLAB names the program. Skipped (77) where packets of the loopback interface cannot be captured.
"""

import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

import streams
import traffic

SKIPPED = 77
COUNTS = ("requests", "controlRequests", "answers", "empty", "sends", "delivered", "history", "connections")


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


class Capture:
    """tcpdump at one port of the loopback interface."""

    def __init__(self, port, path):
        program = shutil.which("tcpdump", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        if not program:
            skip("tcpdump is not installed")
        self.path = path
        # As it was started: tcpdump started by root would else give up the right to write where it is told.
        user = ["-Z", "root"] if os.geteuid() == 0 else []
        self._process = subprocess.Popen(
            [program, *user, "-i", "lo", "-n", "-s", "0", "-B", "16384", "-U", "--immediate-mode", "-w", str(path), f"tcp port {port}"],
            stderr=subprocess.PIPE, text=True)
        heard = []
        while line := self._process.stderr.readline():
            heard.append(line.strip())
            if "listening on" in line:
                return
        self._process.wait()
        skip("tcpdump may not capture here: " + " ".join(heard))

    def stop(self):
        time.sleep(0.5)
        self._process.send_signal(signal.SIGINT)
        said = self._process.communicate(timeout=20)[1]
        dropped = re.search(r"(\d+) packets dropped by kernel", said)
        if not dropped or dropped.group(1) != "0":
            skip("tcpdump lost packets: " + " ".join(said.split()))


class Host:
    def __init__(self, *options):
        self._process = subprocess.Popen(
            [os.environ["PUSHLAB"], "host", "--headless", "--port", "0", "--bind", "127.0.0.1", "--hold", "1", "--poll-interval", "0.2",
             "--techniques", ",".join(traffic.TECHNIQUES), *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        first = self._process.stdout.readline().strip()
        self.port = int(re.fullmatch(r"http://127\.0\.0\.1:(\d+)/", first).group(1))
        self.url = first
        link = self._process.stderr.readline()
        while "#key=" not in link:
            assert link, "the host did not show the teacher's link"
            link = self._process.stderr.readline()
        self.key = link.strip().rsplit("#key=", 1)[1]

    def stop(self):
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(timeout=20)

    def get(self, target):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", target, headers={"Authorization": "Bearer " + self.key})
        body = connection.getresponse().read()
        connection.close()
        return body

    def set(self, settings):
        """The teacher changes class settings."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("POST", "/api/class/settings", json.dumps(settings),
                           {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"})
        assert connection.getresponse().status == 200
        connection.close()

    def stats(self):
        return json.loads(self.get("/api/stats?members=1"))


class Joined:
    """A real client of the program."""

    def __init__(self, host, name, technique):
        self._process = subprocess.Popen(
            [os.environ["PUSHLAB"], "join", host.url, "--headless", "--json", "--name", name, "--technique", technique],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)

    def say(self, line):
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def leave(self):
        self._process.send_signal(signal.SIGINT)

    def wait(self):
        self._process.wait(timeout=20)


def read_until(connection, enough):
    data = b""
    while not enough(data):
        piece = connection.recv(65536)
        if not piece:
            break
        data += piece
    return data


def frame(opcode, payload, final=True):
    key = b"\x12\x34\x56\x78"
    masked = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload))
    size = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + struct.pack("!H", len(payload))
    return bytes([(0x80 if final else 0) | opcode]) + size + key + masked


def raw_polls(host):
    """Pipelined and chunked, a HEAD, a 100 Continue, an unknown path, the tutorials' routes, pages between them."""
    with socket.create_connection(("127.0.0.1", host.port), timeout=20) as connection:
        def request(line, fields="", body=b""):
            return f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\n{fields}\r\n".encode() + body
        connection.sendall(request("GET /get/msg/?index=0") * 5 + request("GET /api/time") + request("HEAD /get/msg/?index=0"))
        body = json.dumps({"text": "chunked", "via": "polling", "from": "raw", "member": "raw"}).encode()
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(body[i:i + 9]), body[i:i + 9]) for i in range(0, len(body), 9))
        connection.sendall(request("POST /api/rooms/lobby/messages", "Transfer-Encoding: chunked\r\n", chunks + b"0\r\n\r\n"))
        read_until(connection, lambda data: b'{"seq":' in data)
        connection.sendall(request("POST /api/rooms/lobby/messages", f"Content-Length: {len(body)}\r\nExpect: 100-continue\r\n"))
        read_until(connection, lambda data: b"100 Continue" in data)
        connection.sendall(body)
        read_until(connection, lambda data: b'{"seq":' in data)
        connection.sendall(request("GET /home/?name=raw") + request("GET /nothing/"))
        read_until(connection, lambda data: b"404 Not Found" in data and data.endswith(b"}"))
        connection.sendall(request("POST /send_msg/", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n", b"content=lp"))
        read_until(connection, lambda data: data.endswith(b"OK"))
        connection.sendall(request("GET /get_msg/?name=raw") + request("GET /get_msg/?name=raw", "Connection: close\r\n"))
        read_until(connection, lambda data: False)


def raw_socket(host):
    """Fragments with a ping between them, an empty frame, an orderly close."""
    with socket.create_connection(("127.0.0.1", host.port), timeout=20) as connection:
        connection.sendall(b"GET /ws/chat/lobby/?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
        read_until(connection, lambda data: b"\r\n\r\n" in data)
        text = json.dumps({"message": "x" * 300}).encode()
        connection.sendall(frame(9, b"are you there"))
        connection.sendall(frame(1, text))
        read_until(connection, lambda data: b"x" * 300 in data)
        connection.sendall(frame(8, struct.pack("!H", 1000) + b"bye"))
        read_until(connection, lambda data: False)


def teacher_chat(host):
    """The teacher reads and writes by each technique, on PushLab's routes and the tutorials'."""
    key = f"Authorization: Bearer {host.key}\r\n"

    def connect():
        return socket.create_connection(("127.0.0.1", host.port), timeout=20)

    def request(line, fields="", body=b""):
        return f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\n{key}{fields}\r\n".encode() + body

    def message(via):
        body = json.dumps({"text": f"the teacher by {via}", "via": via, "from": "Teacher", "member": "teacher"}).encode()
        return request("POST /api/rooms/lobby/messages", f"Content-Length: {len(body)}\r\n", body)

    reader = "member=teacher&name=Teacher&v=2"
    with connect() as stream, connect() as chat, connect() as web:
        stream.sendall(request(f"GET /api/rooms/lobby/events?after=0&{reader}"))
        read_until(stream, lambda data: b"event: welcome" in data)
        web.sendall(request(f"GET /ws/chat/lobby/?after=0&{reader}",
                            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"))
        read_until(web, lambda data: b'"welcome"' in data)
        for via in ("polling", "long-polling", "sse"):
            chat.sendall(request(f"GET /api/rooms/lobby/messages?after=0&wait=0&{reader}") + message(via))
            read_until(chat, lambda data: b'{"seq":' in data[-40:])
        chat.sendall(request(f"GET /api/rooms/lobby/messages?after=0&wait=5&{reader}"))
        read_until(chat, lambda data: data.endswith(b"}"))
        for path in ("/send/msg/?text=poll", "/get/msg/?index=0", "/get/msg/?index=0", "/lang/?uid=Teacher", "/send/message/?text=queue",
                     "/get/message/?uid=Teacher", "/get/message/?uid=Teacher"):
            chat.sendall(request(f"GET {path}"))
            time.sleep(0.1)
        chat.sendall(request("GET /get/msg/?index=x", "Connection: close\r\n"))
        read_until(chat, lambda data: False)
        web.sendall(frame(1, json.dumps({"text": "the teacher by websocket", "id": "1"}).encode()) + frame(9, b"there?"))
        read_until(web, lambda data: b"there?" in data)
        web.sendall(frame(8, struct.pack("!H", 1000)))
        read_until(web, lambda data: False)
        read_until(stream, lambda data: b"teacher by websocket" in data)


def make_traffic(host):
    clients = {(name, technique): Joined(host, f"{name}-{technique}", technique)
               for technique in traffic.TECHNIQUES for name in ("ann", "bob")}
    time.sleep(1.5)
    for turn in range(5):
        for (name, technique), client in clients.items():
            client.say(f"{name} says {turn} by {technique}, 早上好 " + "x" * 40 * turn)
        host.set({"hold": 1 + turn % 2 / 10})
        time.sleep(0.3)
    host.set({"hold": 1.5})  # while nothing else is told
    time.sleep(0.5)
    clients["ann", "polling"].say("/technique long-polling")
    clients["bob", "long-polling"].say("/technique websocket")
    time.sleep(0.5)
    for client in clients.values():
        client.say("after the switch")
    time.sleep(0.5)
    raw_polls(host)
    raw_socket(host)
    teacher_chat(host)
    members = host.stats()["members"]
    for client in clients.values():
        client.leave()
    for client in clients.values():
        client.wait()
    time.sleep(1.0)
    return members


def differences(ledger, captured):
    found = []

    def compare(what, told, seen):
        print(f"{'ok' if told == seen else 'DIFFERENT':>9}  {what:<34} ledger {told:>9}  capture {seen:>9}")
        if told != seen:
            found.append(what)

    for technique in traffic.TECHNIQUES:
        told, seen = ledger["techniques"][technique], captured[technique]
        for name in COUNTS:
            compare(f"{technique} {name}", told[name], seen[name])
        for way, total in (("up", "bytesUp"), ("down", "bytesDown")):
            compare(f"{technique} {total}", told[total], seen.bytes(way))
            for part in traffic.PARTS:
                compare(f"{technique} {way} {part}", told[way][part], seen[f"{way}.{part}"])
        if seen["requests"] == 0 or seen["delivered"] == 0:
            found.append(f"{technique} carried nothing")
        if seen["down.control"] == 0:
            found.append(f"{technique} heard nothing of the teacher")
    for technique in ("polling", "long-polling"):
        if captured[technique]["controlRequests"] == 0:
            found.append(f"{technique} has no answer that is the teacher's alone")
    for technique in ("polling", "websocket"):
        if captured[technique]["history"] == 0:
            found.append(f"{technique} has no history")
    told, seen = ledger["other"], captured["other"]
    for name, value in (("requests", seen["requests"]), ("connections", seen["connections"]),
                        ("bytesUp", seen.bytes("up")), ("bytesDown", seen.bytes("down"))):
        compare(f"other {name}", told[name], value)
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        host = Host()
        capture = Capture(host.port, pathlib.Path(folder) / "loopback.pcap")
        try:
            members = make_traffic(host)
            ledger = host.stats()
            capture.stop()
        finally:
            host.stop()
        found = streams.connections(capture.path, host.port)
    # The last connection asked for the ledger, which was written before it was counted.
    captured = traffic.count(found[:-1])
    different = differences(ledger, captured)
    for technique in traffic.TECHNIQUES:
        if ledger["techniques"][technique]["tcpIp"] is None and sys.platform == "linux":
            different.append(f"{technique} has no TCP segments")
        if not any(technique in member["techniques"] for member in members):
            different.append(f"{technique} has no member")
    if any(member["name"] == "Teacher" for member in members):
        different.append("the teacher is a member")
    if different:
        print("FAILED: " + ", ".join(different))
        sys.exit(1)
    print(f"{len(found)} connections, difference 0")


if __name__ == "__main__":
    main()
