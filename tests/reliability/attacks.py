# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What overload.py does to a host, one class an attack."""

import resource
import select
import socket
import struct
import time

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
# Linux: a port is chosen only when it is known where to, so that thousands of closed connections use none up.
IP_BIND_ADDRESS_NO_PORT = 24


def from_address(source):
    """A socket that will connect from there."""
    connection = socket.socket()
    connection.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
    connection.bind((source, 0))
    return connection


def connect(port, receive_buffer=0, source="127.0.0.1"):
    """A connected socket that does not block from now on."""
    connection = from_address(source)
    if receive_buffer:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    connection.settimeout(20)
    connection.connect(("127.0.0.1", port))
    connection.setblocking(False)
    return connection


def request(target, method="GET", fields="", body=b""):
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n{fields}{length}\r\n".encode() + body


HANDSHAKE = request("/ws/chat/lobby/?after=0", fields=f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {KEY}\r\n")


def append(port, size, count):
    """Messages into the lobby."""
    body = b'{"text":"' + b"x" * size + b'"}'
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        for _ in range(count):
            connection.sendall(request("/api/rooms/lobby/messages", "POST", "Content-Type: application/json\r\n", body))
            if not connection.recv(65536).startswith(b"HTTP/1.1 201"):
                raise RuntimeError("a message was refused")


class Attack:
    options = []  # of the host
    descriptors = 0  # that the host may have; 0: as many as the system allows
    answers = (200,)  # that a newcomer may get
    patience = 30  # seconds until the host's memory is back; some attackers are members until 20 s after they left

    def __init__(self, short):
        self.short = short
        self.held = []

    def prepare(self, port):
        """What a host needs once, before its memory is looked at: some of each kind come and go."""
        for first in (request("/"), HANDSHAKE, request("/api/rooms/lobby/messages?after=0")):
            for _ in range(20):
                with socket.create_connection(("127.0.0.1", port), 20) as connection:
                    connection.sendall(first)
                    connection.recv(1)

    def hold(self, port, count, first=b"", receive_buffer=0):
        for _ in range(count):
            connection = connect(port, receive_buffer)
            if first:
                connection.send(first)
            self.held.append(connection)

    def leave(self):
        for connection in self.held:
            connection.close()
        self.held = []

    def faults(self):
        """What went wrong for the attackers themselves, in words."""
        return []


class Slowloris(Attack):
    """Sends, or reads, a byte now and then, and comes again when it is thrown out."""

    first = b""
    drop = b"x"  # sent at each turn; nothing: a byte is read instead
    receive_buffer = 0
    seconds = 4  # of the short form

    def run(self, port, look):
        self.count = 200 if self.short else 1000
        self.again = 0
        self.hold(port, self.count, self.first, self.receive_buffer)
        end = time.monotonic() + (self.seconds if self.short else 60)
        while time.monotonic() < end:
            for i, connection in enumerate(self.held):
                if not self.turn(connection):
                    connection.close()
                    self.held[i] = connect(port, self.receive_buffer)
                    self.held[i].send(self.first)
                    self.again += 1
            look()
            time.sleep(0.5)

    def turn(self, connection):
        """Whether the connection stays."""
        try:
            if self.drop:
                connection.send(self.drop)
                connection.recv(1)  # an answer, or the end: it is thrown out
                return False
            return connection.recv(1) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def told(self):
        return f"{self.count} connections, {self.again} times thrown out and back"


class Headers(Slowloris):
    seconds = 12  # more than the 10 that a request has to arrive in
    first = b"GET /api/time HTTP/1.1\r\nX-A: "


class Bodies(Slowloris):
    first = request("/send_msg/", "POST", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n")


class Reads(Slowloris):
    first = request("/api/rooms/lobby/messages?after=0")
    drop = b""
    receive_buffer = 2048

    def prepare(self, port):
        append(port, 60_000, 10)
        super().prepare(port)


def is_refused(connection):
    """Whether it was ended, or answered with an error."""
    try:
        return not connection.recv(64).startswith(b"HTTP/1.1 101")
    except BlockingIOError:
        return False
    except OSError:
        return True


class Crowd(Attack):
    """Opens very many connections one after another, as fast as it can, of which not one may be refused."""

    seconds = (1, 30)  # that they stay, in the short and the long form

    def run(self, port, look):
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1] - 500
        self.count = min(2000 if self.short else 10_000, most)
        begin = time.monotonic()
        self.open(port)
        self.rate = self.count / (time.monotonic() - begin)
        end = time.monotonic() + self.seconds[0 if self.short else 1]
        while time.monotonic() < end:
            look()
            time.sleep(0.2)
        self.refused = sum(map(is_refused, self.held))

    def told(self):
        return f"{self.count} connections opened at {self.rate:.0f}/s, {self.refused} refused"

    def faults(self):
        return [f"{self.refused} were refused"] if self.refused else []


class Idle(Crowd):
    """Connections that say nothing, and as many WebSockets as there are tenths of them, each a member for 15 to 20 seconds."""

    def open(self, port):
        self.hold(port, self.count * 9 // 10)
        self.hold(port, self.count // 10, HANDSHAKE)


class WebSockets(Crowd):
    """As many WebSockets, each a member of the room, which it stays for 15 to 20 seconds."""

    def open(self, port):
        self.hold(port, self.count, HANDSHAKE)


class HalfOpen(Crowd):
    """WebSockets whose handshake never comes to its end."""

    seconds = (1, 3)  # fewer than the 10 in which it may come

    def open(self, port):
        self.hold(port, self.count, HANDSHAKE[:-2])


class Flood(Attack):
    """Connects as fast as it can from one address: every second keeps what it gets, the others reset it."""

    options = ["--limit-loopback"]

    def run(self, port, look):
        self.count = 0
        end = time.monotonic() + (3 if self.short else 30)
        while time.monotonic() < end:
            connection = connect(port)
            self.count += 1
            if self.count % 2:
                self.held.append(connection)
            else:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
            if len(self.held) > 2000:
                self.leave()
                look()

    def told(self):
        return f"{self.count} connections from one address"


class Deaf(Attack):
    """WebSockets and polls with large answers of which nobody reads a byte, while the room goes on."""

    def prepare(self, port):
        append(port, 60_000, 10)
        super().prepare(port)

    def run(self, port, look):
        self.count = 100 if self.short else 1000
        self.hold(port, self.count // 2, HANDSHAKE, 2048)
        self.hold(port, self.count - self.count // 2, request("/api/rooms/lobby/messages?after=0"), 2048)
        for _ in range(20 if self.short else 60):
            append(port, 60_000, 1)
            look()
            time.sleep(0.1 if self.short else 0.5)

    def told(self):
        return f"{self.count} that never read"


class Descriptors(Attack):
    """More connections than the host may have descriptors: who is turned away is so at once."""

    descriptors = 256
    answers = (0, 200, 503)

    def prepare(self, port):
        with socket.create_connection(("127.0.0.1", port), 20) as connection:
            connection.sendall(HANDSHAKE)
            connection.recv(1)

    def run(self, port, look):
        self.count = 400
        end = time.monotonic() + (3 if self.short else 20)
        while time.monotonic() < end:
            self.hold(port, self.count - len(self.held))
            gone = set(select.select(self.held, [], [], 0)[0])  # answered or closed
            for each in gone:
                each.close()
            self.held = [each for each in self.held if each not in gone]
            look()
            time.sleep(0.1)

    def told(self):
        return f"{self.count} connections at a limit of {self.descriptors} descriptors"


class FewDescriptors(Descriptors):
    """So few that the process itself has none left (EMFILE), whatever the host counts."""

    descriptors = 64


ATTACKS = {
    "headers": Headers,
    "bodies": Bodies,
    "reads": Reads,
    "idle": Idle,
    "websockets": WebSockets,
    "half-open": HalfOpen,
    "flood": Flood,
    "deaf": Deaf,
    "descriptors": Descriptors,
    "few-descriptors": FewDescriptors,
}
