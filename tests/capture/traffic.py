# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What streams to a PushLab host carried, for which technique: read from the bytes alone."""

import collections
import json
import struct
import urllib.parse

TECHNIQUES = ("polling", "long-polling", "websocket", "sse")
POLLS = {"/get/msg": "polling", "/get/message": "long-polling", "/get_msg": "long-polling"}
SENDS = {"/send/msg": "polling", "/send/message": "long-polling", "/send_msg": "long-polling"}
PARTS = ("payload", "overhead", "handshake", "history", "control")


class Sum(collections.Counter):
    """Requests, sends, delivered, history, connections, and bytes as "up.payload" and so on."""

    def bytes(self, way):
        return sum(self[f"{way}.{part}"] for part in PARTS)


def split_head(stream):
    head, mark, rest = stream.partition(b"\r\n\r\n")
    if not mark:
        return None
    lines = head.decode("latin-1").split("\r\n")
    fields = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        fields[name.strip().lower()] = value.strip()
    return lines[0], fields, len(head) + 4, rest


def chunked_body(rest):
    body, at = b"", 0
    while True:
        end = rest.index(b"\r\n", at)
        size = int(rest[at:end].split(b";")[0], 16)
        at = end + 2
        if size == 0:
            while rest[at:at + 2] != b"\r\n":
                at = rest.index(b"\r\n", at) + 2
            return body, at + 2
        body += rest[at:at + size]
        at += size + 2


def messages(stream, is_head_answer=lambda index: False, is_probe=lambda index: False):
    """(first line, fields, body, size) one after another, and what is behind the last; stops at 101 and at a stream's head. The
    stream with which a client only tries whether one gets through is an answer like others."""
    index = 0
    while stream:
        split = split_head(stream)
        if split is None:
            break
        line, fields, size, rest = split
        body = b""
        if fields.get("content-type", "").startswith("text/event-stream") and not is_probe(index):
            yield line, fields, b"", size
            break
        if "chunked" in fields.get("transfer-encoding", ""):
            body, framed = chunked_body(rest)
            size += framed
        elif not is_head_answer(index):
            length = int(fields.get("content-length", "0"))
            if len(rest) < length:
                break
            body = rest[:length]
            size += length
        yield line, fields, body, size
        stream = stream[size:]
        if " 100 " in line:
            continue
        index += 1
        if " 101 " in line or fields.get("upgrade", "").lower() == "websocket":
            break


def technique_of(line, body):
    """(technique or "other", whether it asks for messages, whether it sends)"""
    method, target, _ = line.split(" ")
    path, _, query = target.partition("?")
    path = path.rstrip("/")
    is_head = method == "HEAD"  # which asks and sends nothing
    if path in POLLS:
        return POLLS[path], not is_head, False
    if path in SENDS:
        return SENDS[path], False, not is_head
    if path.startswith("/api/rooms/") and path.endswith("/messages"):
        if method == "POST":
            return json.loads(body).get("via", "polling"), False, True
        wait = float(urllib.parse.parse_qs(query).get("wait", ["0"])[0])
        return ("long-polling" if wait > 0 else "polling"), True, False
    if path.startswith("/api/rooms/") and path.endswith("/events"):
        return "sse", not is_head, False
    if path.startswith("/ws/chat/"):
        return "websocket", True, False
    return "other", False, False


def frames(stream):
    """(opcode, header size, payload)"""
    at = 0
    while at + 2 <= len(stream):
        size, head = stream[at + 1] & 127, 2
        if size == 126:
            (size,), head = struct.unpack_from("!H", stream, at + 2), 4
        elif size == 127:
            (size,), head = struct.unpack_from("!Q", stream, at + 2), 10
        key = b""
        if stream[at + 1] & 128:
            key = stream[at + head:at + head + 4]
            head += 4
        payload = stream[at + head:at + head + size]
        if key:
            payload = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload))
        if len(payload) < size:
            raise ValueError("half a frame at the end of a stream")
        yield stream[at] & 15, head, payload
        at += head + size


def count_frames(sums, way, stream, is_replayed):
    """With is_replayed everything that stands before the first pong was there before the reader."""
    for opcode, head, payload in frames(stream):
        is_replayed = is_replayed and opcode != 10
        if opcode >= 8:
            sums[f"{way}.overhead"] += head + len(payload)
            continue
        values = json.loads(payload) if opcode == 1 else {}
        if "control" in values:
            sums[f"{way}.control"] += head + len(payload)
            continue
        sums[f"{way}.overhead"] += head
        if is_replayed and "message" in values:
            sums["history"] += 1
            sums[f"{way}.history"] += len(payload)
            continue
        sums[f"{way}.payload"] += len(payload)
        if way == "up":
            sums["sends"] += "text" in values or "message" in values
        else:
            sums["delivered"] += "message" in values


def count_events(sums, stream):
    """Of an event stream in chunks: what stands in data lines is payload, events of the teacher's are control whole."""
    at = 0
    while at < len(stream):
        end = stream.index(b"\r\n", at)
        size = int(stream[at:end], 16)
        body = stream[end + 2:end + 2 + size]
        if len(body) < size:
            raise ValueError("half a chunk at the end of a stream")
        events = [event + b"\n\n" for event in body.split(b"\n\n")[:-1]]
        control = sum(len(event) for event in events if event.startswith(b"event: control\n"))
        lines = [line for event in events if not event.startswith(b"event: control\n") for line in event.split(b"\n")]
        payload = sum(len(line) - 6 for line in lines if line.startswith(b"data: "))
        sums["down.payload"] += payload
        sums["down.control"] += control
        sums["down.overhead"] += end + 2 + size + 2 - at - payload - control
        sums["delivered"] += sum(line.startswith(b"id: ") for line in lines)
        at = end + 2 + size + 2


def control_in(body):
    """(entries, bytes with a comma each, whether there is nothing else) of what the teacher tells in an answer"""
    values = json.loads(body)
    entries = values.get("messages", [])
    found = [entry for entry in entries if "control" in entry]
    size = 0
    for entry in found:
        text = body[body.index(b'{"seq":%d,' % entry["seq"]):].decode()
        length = json.JSONDecoder().raw_decode(text)[1]
        size += len(text[:length].encode()) + 1
    return len(found), size, bool(found) and len(found) == len(entries)


def delivered_in(body):
    values = json.loads(body)
    if "messages" in values:
        return sum("control" not in entry for entry in values["messages"])
    if "max_index" in values:
        return len(values["data"])
    return int(values["status"])


class Poller:
    """Who reads the tutorial's polls: it has come with the first answer, and has had what it was given."""

    def __init__(self):
        self._known = None

    def history_in(self, body):
        """(messages, bytes) of an answer that are history to it"""
        values = json.loads(body)
        if "max_index" not in values:
            return 0, 0
        end = values["max_index"]
        if self._known is None:
            self._known = end
        texts = values["data"][:max(0, len(values["data"]) - max(0, end - self._known))]
        self._known = max(self._known, end)
        return len(texts), sum(len(json.dumps(text, ensure_ascii=False).encode()) for text in texts)


def count_connection(totals, poller, up, down):
    requests = list(messages(up))
    answers = list(messages(down, lambda index: requests[index][0].startswith("HEAD "),
                            lambda index: requests[index][0].startswith("GET /api/probe/events")))
    seen = set()
    left = answers
    for line, fields, body, size in requests:
        # Who shows the teacher's key chats at nobody's expense, by whatever technique.
        technique, asks, sends = ("other", False, False) if "authorization" in fields else technique_of(line, body)
        sums = totals[technique]
        is_opening = technique == "websocket" or (technique == "sse" and asks)
        if technique not in seen:
            seen.add(technique)
            sums["connections"] += 1
        # The answer may be the teacher's alone: then it and its request are, whole.
        answer = next((body for status, _, body, _ in left if " 100 " not in status), b"")
        if asks and not is_opening and answer and control_in(answer)[2]:
            sums["controlRequests"] += 1
            sums["up.control"] += size
            sums["down.control"] += left[0][3]
            left = left[1:]
            continue
        sums["requests"] += 1 if technique == "other" else asks
        sums["sends"] += sends
        sums["up.handshake" if is_opening else "up.overhead"] += size - len(body)
        sums["up.payload"] += len(body)
        while left:
            status, _, answer, answer_size = left[0]
            left = left[1:]
            sums["down.handshake" if is_opening else "down.overhead"] += answer_size - len(answer)
            sums["down.payload"] += len(answer)
            if " 100 " in status:
                continue
            if asks and not is_opening:
                count = delivered_in(answer)
                old, old_bytes = poller.history_in(answer)
                sums["answers"] += 1
                sums["delivered"] += count - old
                sums["history"] += old
                control_bytes = control_in(answer)[1]
                sums["down.control"] += control_bytes
                sums["down.payload"] -= old_bytes + control_bytes
                sums["down.history"] += old_bytes
                sums["empty"] += count == 0
            break
        if is_opening:
            sums["answers"] += 1
    up_rest = up[sum(size for *_, size in requests):]
    down_rest = down[sum(size for *_, size in answers):]
    if "websocket" in seen:
        is_replayed = "?after=0 " in requests[-1][0]  # the others come to an empty room, and come back to where they were
        count_frames(totals["websocket"], "up", up_rest, False)
        count_frames(totals["websocket"], "down", down_rest, is_replayed)
    elif "sse" in seen and answers and answers[-1][1].get("content-type", "").startswith("text/event-stream"):
        count_events(totals["sse"], down_rest)
        totals["other"]["up.overhead"] += len(up_rest)
    else:
        totals["other"]["up.overhead"] += len(up_rest)
        totals["other"]["down.overhead"] += len(down_rest)


def count(streams):
    totals = {name: Sum() for name in TECHNIQUES + ("other",)}
    poller = Poller()
    for up, down in streams:
        count_connection(totals, poller, up, down)
    return totals
