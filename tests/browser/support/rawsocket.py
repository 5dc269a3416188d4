# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A WebSocket client of a few lines (RFC 6455), so that the tests depend on no library for it."""

import base64
import os
import socket
import struct

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA


class RawSocket:
    """Blocking; every wait ends after 60 s with an error."""

    def __init__(self, address, port, path):
        self._socket = socket.create_connection((address, port), timeout=60)
        self._stream = self._socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall((f"GET {path} HTTP/1.1\r\nHost: {address}:{port}\r\nUpgrade: websocket\r\n"
                              f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                              f"Sec-WebSocket-Key: {key}\r\n\r\n").encode())
        status = self._stream.readline()
        while self._stream.readline() not in (b"\r\n", b""):
            pass
        if b" 101 " not in status:
            self._close()
            raise AssertionError(f"no upgrade of {path}: {status!r}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._send(CLOSE, struct.pack(">H", 1000))
        except OSError:
            pass
        self._close()

    def _close(self):
        self._stream.close()
        self._socket.close()

    def _send(self, opcode, payload):
        mask = os.urandom(4)
        if len(payload) < 126:
            length = struct.pack(">B", 0x80 | len(payload))
        elif len(payload) < 65536:
            length = struct.pack(">BH", 0x80 | 126, len(payload))
        else:
            length = struct.pack(">BQ", 0x80 | 127, len(payload))
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self._socket.sendall(bytes([0x80 | opcode]) + length + mask + masked)

    def send_text(self, text):
        self._send(TEXT, text.encode())

    def _read(self, count):
        data = self._stream.read(count)
        if len(data) < count:
            raise AssertionError("the host closed the WebSocket")
        return data

    def receive_text(self):
        """The next whole text message; answers pings on the way."""
        message = b""
        while True:
            first, second = self._read(2)
            length = second & 0x7F
            if length == 126:
                length, = struct.unpack(">H", self._read(2))
            elif length == 127:
                length, = struct.unpack(">Q", self._read(8))
            payload = self._read(length)
            opcode = first & 0xF
            if opcode == CLOSE:
                raise AssertionError(f"the host closed the WebSocket: {payload!r}")
            if opcode == PING:
                self._send(PONG, payload)
            elif opcode != PONG:
                message += payload
                if first & 0x80:
                    return message.decode()
