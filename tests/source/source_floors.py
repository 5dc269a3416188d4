#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each folder may include, lowest floor first; and no two files of a folder need each other, however far around."""

import collections
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])

server_floors = {
    "server/base": "",
    "server/protocol": "base",
    "server/io": "base",
    "server/http": "base protocol io",
    "server/tls": "protocol",
    "server/ledger": "base protocol",
    "server/room": "base protocol ledger",
    "server/storage": "base protocol room",
    "server/admission": "base protocol http room",
    "server/push": "base protocol io http ledger room admission",
    "server/api": "base protocol io http ledger room admission push",
    "server/web": "base protocol http room admission push api",
}
client_floors = {
    "client/theory": "server/protocol",
    "client/transport": "server/protocol",
    "client/session": "server/protocol client/transport",
    "client/compare": "server/base server/protocol client/theory client/transport client/session",
    "client/widgets": "server/protocol client/session client/theory",
}
allowed = {name: {"server/" + below for below in may.split()} for name, may in server_floors.items()}
allowed["server"] = set(server_floors)  # the facade
allowed.update({name: set(may.split()) for name, may in client_floors.items()})
# What is hosted is reached by the facade alone, the headers of server/ itself.
allowed["app"] = {"server", "server/base", "server/protocol", *client_floors}


# An owner and its part that call each other, or a class and its private half. Whoever unties one takes it off; no new one is added.
knots = {
    "server/http": {"cachedrequest", "router", "responder", "connection", "httpserver", "streamresponder",
                    "requestparser", "requestbuilder", "requestfault"},
    "server/io/link": {"linkconditioner", "linkrelay", "relaydirection"},
    "server/io/tls": {"tlsterminator", "tlsrelay"},
    "server/protocol": {"technique", "techniquetraits", "entrycodec", "messagecodec"},
}


def room_of(path):
    """The folder that the table knows: app's, and those below one of server or client, are one."""
    parts = path.split("/")
    if parts[0] == "app":
        return "app"
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def circle(graph):
    """The names along a circle in the graph, or nothing."""
    state, path = {}, []

    def visit(name):
        state[name] = "open"
        path.append(name)
        for other in sorted(graph.get(name, ())):
            if state.get(other) == "open":
                return path[path.index(other):] + [other]
            if other not in state:
                found = visit(other)
                if found:
                    return found
        state[name] = "done"
        path.pop()
        return None

    for name in sorted(graph):
        if name not in state:
            found = visit(name)
            if found:
                return found
    return None


faults = []
graphs = collections.defaultdict(lambda: collections.defaultdict(set))
sources = [file for folder in ("app", "client", "server") for file in (root / folder).rglob("*")
           if file.suffix in (".h", ".cpp")]
for file in sources:
    name = file.relative_to(root).as_posix()
    room = room_of(name)
    if room not in allowed:
        faults.append(f"{name}: the table of floors in {pathlib.Path(__file__).name} does not know {room}")
        continue
    for included in re.findall(r'^#include "((?:app|client|server)/[^"]+)"', file.read_text(encoding="utf-8"), re.M):
        target = room_of(included)
        if target != room and target not in allowed[room]:
            faults.append(f"{name} includes {included}: {room} must not know of {target}")
        unit, other = (re.sub(r"\.\w+$", "", each) for each in (name, included))
        if unit != other and unit.rsplit("/", 1)[0] == other.rsplit("/", 1)[0]:
            graphs[unit.rsplit("/", 1)[0]][unit.rsplit("/", 1)[1]].add(other.rsplit("/", 1)[1])

for folder, graph in sorted(graphs.items()):
    tied = knots.get(folder, set())
    found = circle({name: others - tied if name in tied else others for name, others in graph.items()})
    if found:
        faults.append(f"{folder}: files need each other in a circle, {' -> '.join(found)}")

print("\n".join(faults) or f"{len(sources)} files keep to their floors")
sys.exit(bool(faults))
