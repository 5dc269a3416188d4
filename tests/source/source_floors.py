"""What each folder may include, lowest floor first; and no two files of a folder need each other, however far around.

source_floors.py SOURCES SCOPES COMPILER

CMake's link lines are held against the table, too: SCOPES has a line for each target, its folder and the directories that its
includes are looked for in, and the COMPILER is asked which headers it finds there.
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
scopes = pathlib.Path(sys.argv[2])
compiler = sys.argv[3]

server_floors = {
    "server/base": "",
    "server/protocol": "base",
    "server/io": "base",
    "server/http": "base protocol io",
    "server/traffic": "base protocol io",
    "server/tls": "protocol",
    "server/ledger": "base protocol",
    "server/room": "base protocol ledger",
    "server/storage": "base protocol room",
    "server/admission": "base protocol http",
    "server/push": "base protocol io http ledger room admission",
    "server/api": "base protocol http ledger room admission push",
    "server/web": "base protocol http room admission push api",
}
client_floors = {
    "client/theory": "server/protocol",
    "client/transport": "server/protocol",
    "client/session": "server/protocol client/transport",
    "client/compare": "server/base server/protocol client/theory client/transport client/session",
    "client/text": "server/protocol",
    "client/widgets": "server/protocol client/session client/text",
}
# What is hosted is reached by the facade alone, the headers of server/ itself.
app_floors = {
    "app/discovery": "server/protocol",
    "app/demo": "server server/protocol client/session",
    "app/classroom": "server server/protocol client/theory app app/discovery",
    "app/windows": "server server/protocol client/theory client/transport client/session client/compare client/text client/widgets "
                   "app app/discovery app/demo app/classroom",
    # Its lower half is the command line, below classroom and windows; its upper half starts the program, above them.
    "app": "server server/protocol client/session client/compare client/text app/classroom app/windows",
}
allowed = {name: {"server/" + below for below in may.split()} for name, may in server_floors.items()}
allowed["server"] = set(server_floors)  # the facade
allowed.update({name: set(may.split()) for name, may in {**client_floors, **app_floors}.items()})


# An owner and its part that call each other, or a class and its private half. When one is untied, its row is removed; no new one is added.
knots = {
    "server/http": {"responder", "connection", "streamresponder"},
}


def room_of(path):
    """The folder that the table knows: what is below it belongs to it."""
    parts = path.split("/")
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


def found_in(directories, headers):
    """Those of the headers that the compiler finds in one of the directories."""
    asked = "".join(f'#if __has_include("{header}")\nfinds "{header}"\n#endif\n' for header in headers)
    command = [compiler, *("-I" + directory for directory in directories), "-E", "-P", "-x", "c++", "-"]
    with tempfile.TemporaryDirectory() as elsewhere:  # for an include in quotes is looked for beside its source, first
        answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, cwd=elsewhere).stdout
    return set(re.findall(r'finds "([^"]+)"', answer))


def needed_with(header, done):
    """The folders of all headers that come along with this one."""
    if header not in done:
        done.add(header)
        for other in includes.get(header, ()):
            needed_with(other, done)
    return {room_of(name) for name in done}


faults = []
graphs = collections.defaultdict(lambda: collections.defaultdict(set))
sources = [file for folder in ("app", "client", "server") for file in (root / folder).rglob("*")
           if file.suffix in (".h", ".cpp")]
includes = {file.relative_to(root).as_posix(): re.findall(
    r'^#include "((?:app|client|server)/[^"]+)"', file.read_text(encoding="utf-8"), re.M) for file in sources}
for name, named in includes.items():
    room = room_of(name)
    if room not in allowed:
        faults.append(f"{name}: the table of floors in {pathlib.Path(__file__).name} does not know {room}")
        continue
    for included in named:
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

# What stands behind a folder: what those of its headers need that other folders include.
behind = collections.defaultdict(set)
for name, named in includes.items():
    for included in named:
        if room_of(included) != room_of(name):
            behind[room_of(included)] |= needed_with(included, set())

headers = [name for name in includes if name.endswith(".h")]
opened = collections.defaultdict(set)
for line in scopes.read_text(encoding="utf-8").splitlines():
    target, folder, directories = line.split("|")
    if folder in allowed:  # a test may look at everything
        opened[folder] |= {room_of(header) for header in found_in(directories.split(";"), headers)}
for folder, seen in sorted(opened.items()):
    may = allowed[folder] | {folder}
    with_behind, added = set(), set(may)
    while added:
        with_behind |= added
        added = set().union(*(behind[name] for name in added if name != folder)) - with_behind
    for target in sorted(seen - with_behind):
        faults.append(f"CMake lets {folder} include {target}, the table does not: a library too many, or PUBLIC where PRIVATE would do")
    for target in sorted((may & set(opened)) - seen):
        faults.append(f"The table lets {folder} include {target}, CMake does not: a library that is not linked")
if len(opened) < len(server_floors):
    faults.append(f"{scopes} names but {len(opened)} folders")

print("\n".join(faults) or f"{len(sources)} files and {len(opened)} folders of CMake's keep to their floors")
sys.exit(bool(faults))
