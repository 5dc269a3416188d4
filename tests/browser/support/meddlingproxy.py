# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A proxy such as schools have: it takes Upgrade out of requests, or passes streams on in one piece when they are over."""

import re
import socket
import threading


class MeddlingProxy:
    """Listens on loopback and hands on to PORT; Host fields are rewritten, so that the host knows itself by them."""

    def __init__(self, port, strips_upgrade=False, collects_streams=False):
        self._target = port
        self._strips_upgrade, self._collects_streams = strips_upgrade, collects_streams
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._server.close()

    def _accept(self):
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            host = socket.create_connection(("127.0.0.1", self._target))
            threading.Thread(target=self._pass, args=(client, host, self._request), daemon=True).start()
            threading.Thread(target=self._pass, args=(host, client, self._answer()), daemon=True).start()

    @staticmethod
    def _pass(source, sink, change):
        try:
            while data := source.recv(65536):
                if changed := change(data):
                    sink.sendall(changed)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def _request(self, data):
        if self._strips_upgrade and b"\r\nUpgrade:" in data:
            data = re.sub(rb"\r\n(Upgrade|Connection):[^\r]*", b"", data)
        return data

    def _answer(self):
        held = bytearray()

        def change(data):
            if not self._collects_streams or (not held and b"text/event-stream" not in data):
                return data
            held.extend(data)
            if not held.endswith(b"\r\n0\r\n\r\n"):
                return b""
            whole = bytes(held)
            held.clear()
            return whole
        return change
