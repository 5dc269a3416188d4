# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""TCP streams out of a pcap or pcapng file, put together by sequence numbers: what was sent twice counts once."""

import struct

ETHERNET = 1
RAW_IP = 101
PCAPNG = 0x0A0D0D0A
INTERFACE_BLOCK = 1
PACKET_BLOCK = 6
MAGICS = {0xA1B2C3D4, 0xA1B23C4D}  # micro- and nanoseconds


class Half:
    """One direction of a connection."""

    def __init__(self):
        self._start = None
        self._pieces = {}

    def add(self, sequence, is_syn, payload):
        if is_syn:
            self._start = (sequence + 1) & 0xFFFFFFFF
        elif payload:
            if self._start is None:
                raise ValueError("a connection was under way before the capture began")
            offset = (sequence - self._start) & 0xFFFFFFFF
            if len(self._pieces.get(offset, b"")) < len(payload):
                self._pieces[offset] = payload

    def bytes(self):
        stream = bytearray()
        for offset in sorted(self._pieces):
            piece = self._pieces[offset]
            if offset > len(stream):
                raise ValueError(f"the capture lacks bytes {len(stream)} to {offset} of a stream")
            if offset + len(piece) > len(stream):
                stream += piece[len(stream) - offset:]
        return bytes(stream)


def packets_of_pcapng(data):
    at = 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        if length % 4 or at + length > len(data) or struct.unpack_from("<I", data, at + length - 4) != (length,):
            raise ValueError(f"a block at {at} is cut or damaged")
        if kind == INTERFACE_BLOCK and struct.unpack_from("<H", data, at + 8) != (RAW_IP,):
            raise ValueError("the link type is not raw IP")
        if kind == PACKET_BLOCK:
            captured, full = struct.unpack_from("<II", data, at + 20)
            if captured != full:
                raise ValueError("a packet was captured in part")
            yield data[at + 28:at + 28 + captured]
        at += length


def packets(data):
    (magic,) = struct.unpack_from("<I", data)
    if magic == PCAPNG:
        yield from packets_of_pcapng(data)
        return
    if magic not in MAGICS:
        raise ValueError("no little-endian pcap file")
    (link,) = struct.unpack_from("<I", data, 20)
    if link != ETHERNET:
        raise ValueError(f"link type {link} is not Ethernet")
    at = 24
    while at + 16 <= len(data):
        captured, full = struct.unpack_from("<II", data, at + 8)
        if captured != full:
            raise ValueError("a packet was captured in part")
        yield data[at + 16 + 14:at + 16 + captured]
        at += 16 + captured


def connections(path, port):
    """(up, down) bytes of each connection to that port, in the order of their openings."""
    with open(path, "rb") as file:
        data = file.read()
    found = {}
    done = []
    for packet in packets(data):
        if packet[0] >> 4 != 4 or packet[9] != 6:
            continue
        length = struct.unpack_from("!H", packet, 2)[0]
        tcp = packet[(packet[0] & 15) * 4:length]
        source, target, sequence = struct.unpack_from("!HHI", tcp)
        payload = tcp[(tcp[12] >> 4) * 4:]
        is_up = target == port
        is_syn = bool(tcp[13] & 2)
        key = (packet[12:16], source) if is_up else (packet[16:20], target)
        if is_syn and is_up and key in found and not found[key]["is_opening"]:
            done.append(found.pop(key))  # the number of a port that was used before
        connection = found.setdefault(key, {"up": Half(), "down": Half(), "is_opening": True})
        if not is_syn:
            connection["is_opening"] = False
        connection["up" if is_up else "down"].add(sequence, is_syn, payload)
    return [(one["up"].bytes(), one["down"].bytes()) for one in done + list(found.values())]
