# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A PushLab host of its own for one test, and raw requests to it."""

import http.client
import json
import os
import pathlib
import queue
import re
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from .rawsocket import RawSocket

PAGES = pathlib.Path(__file__).resolve().parent.parent / "tutorial"
START = 60.0  # seconds until the first line must be there
STOP = 30.0   # seconds until a host told to end must be gone
POLL = 0.5    # seconds between two polls, unless the rate is what a test is about


def quoted(text):
    return urllib.parse.quote(text, safe="")


class Host:
    """Starts the program named by PUSHLAB on a free port of loopback; with TLS its certificate is a new one; with no POLL it
    is not told how often clients are to poll."""

    def __init__(self, tls=False, arguments=(), poll=POLL):
        self._program = os.environ.get("PUSHLAB")
        if not self._program:
            raise RuntimeError("PUSHLAB must name the pushlab program")
        self._data = tempfile.TemporaryDirectory(prefix="pushlab-host-")
        self._tls = tls
        self._arguments = (["--poll-interval", f"{poll * 1000:.0f}ms"] if poll else []) + list(arguments)
        self._pass = {}  # header fields
        self._start(0)

    def _start(self, port):
        self._process = subprocess.Popen(
            [self._program, "host", "--headless", "--port", str(port), "--bind", "127.0.0.1", "--pages", str(PAGES),
             "--techniques", "polling,long-polling,websocket,sse"]
            + ["--tls-self-signed"] * self._tls + self._arguments, env=os.environ | {"XDG_DATA_HOME": self._data.name},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, encoding="utf-8")
        self._key = queue.Queue()
        threading.Thread(target=self._pass_on, args=(self._process.stderr, self._key), daemon=True).start()
        lines = queue.Queue()
        threading.Thread(target=self._drain, args=(lines,), daemon=True).start()
        try:
            first = lines.get(timeout=START) or ""
        except queue.Empty:
            first = ""
        match = re.fullmatch(r"https?://([0-9.]+):(\d+)/", first.strip())
        if not match:
            self._process.kill()
            self._process.wait()
            self._data.cleanup()
            raise AssertionError(f"the host's first line is {first!r}, not its address")
        self.url = match.group(0)
        self.address, self.port = match.group(1), int(match.group(2))

    def kill(self):
        """Ends the host as a crash would."""
        self._process.kill()
        self._process.wait()

    def start_again(self):
        """Starts a killed host as it was, on the same port."""
        self._start(self.port)

    @staticmethod
    def _pass_on(stream, key):
        """What the host says on stderr is seen as ever; the teacher's key is taken from it."""
        with stream:
            for line in stream:
                sys.stderr.write(line)
                found = re.search(r"#key=(\S+)", line)
                if found:
                    key.put(found.group(1))

    def teacher_key(self):
        """The key that the host has printed at its start; once."""
        return self._key.get(timeout=START)

    def _drain(self, lines):
        with self._process.stdout as out:
            for line in out:
                lines.put(line)
        lines.put(None)

    def stop(self):
        """Ends the host and returns its exit code; kills it (negative code) when it will not go."""
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()
        finally:
            self._data.cleanup()

    def request(self, method, path, body=None, headers=None):
        """One request on a connection of its own: status, headers, body."""
        if self._tls:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # what a browser says of it is its own test
            connection = http.client.HTTPSConnection(self.address, self.port, timeout=60, context=context)
        else:
            connection = http.client.HTTPConnection(self.address, self.port, timeout=60)
        try:
            connection.request(method, path, body, self._pass | (headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def enter(self, pin):
        """Shows the PIN, for this object's own requests."""
        status, _, body = self.request("POST", "/api/join", json.dumps({"pin": pin}), {"Content-Type": "application/json"})
        if status != 200:
            raise AssertionError(f"/api/join answered {status}: {body!r}")
        self._pass = {"Authorization": "Bearer " + json.loads(body)["token"]}

    def log(self, room="lobby"):
        """The texts of the room, by the tutorial's polling route."""
        status, _, body = self.get(f"/get/msg/?index=0&room={quoted(room)}")
        if status != 200:
            raise AssertionError(f"/get/msg/ answered {status}: {body!r}")
        return json.loads(body)["data"]

    def stats(self):
        """What the host says that each technique costs."""
        status, _, body = self.get("/api/stats")
        if status != 200:
            raise AssertionError(f"/api/stats answered {status}: {body!r}")
        return json.loads(body)

    def send(self, way, text, room="lobby"):
        """Sends TEXT by one of WAYS and makes sure that the host took it."""
        status, body = WAYS[way](self, text, quoted(room))
        if status not in (200, 201):
            raise AssertionError(f"sending by {way} answered {status}: {body!r}")

    def _send_get(self, path, text, room):
        status, _, body = self.get(f"{path}?text={quoted(text)}&room={room}")
        return status, body

    def _send_form(self, text, room):
        status, _, body = self.request(
            "POST", f"/send_msg/?room={room}", "content=" + quoted(text),
            {"Content-Type": "application/x-www-form-urlencoded"})
        return status, body

    def _send_api(self, text, room):
        number = str(len(text)) + os.urandom(6).hex()
        body = json.dumps({"text": text, "from": "Ann", "id": number, "member": "test-" + number,
                           "via": "long-polling"}, ensure_ascii=False).encode()
        status, _, answer = self.request("POST", f"/api/rooms/{room}/messages", body,
                                         {"Content-Type": "application/json"})
        return status, answer

    def _send_frame(self, text, room):
        with RawSocket(self.address, self.port, f"/ws/chat/{room}/") as socket:
            socket.send_text(json.dumps({"message": text}, ensure_ascii=False))
            while True:  # the sender gets its own message: only then is it in the room
                answer = json.loads(socket.receive_text())
                if "error" in answer:
                    return 400, answer
                if answer["message"] == text:
                    return 200, answer


WAYS = {
    "polling /send/msg/": lambda host, text, room: host._send_get("/send/msg/", text, room),
    "long polling /send/message/": lambda host, text, room: host._send_get("/send/message/", text, room),
    "long polling /send_msg/": Host._send_form,
    "PushLab's API": Host._send_api,
    "WebSocket": Host._send_frame,
}
