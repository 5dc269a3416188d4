#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A host keeps the computer awake, by whatever is there to ask, on buses of the test's own. PUSHLAB names the program."""

import os
import pathlib
import queue
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

try:
    import dbus
    import dbusmock
except ImportError:
    print("skipped: python3-dbusmock is not installed")
    sys.exit(77)

SOON = 60.0  # seconds; a machine under load
ANSWER = 5.0  # seconds that the host waits for all answers
NONE = "disabled:"  # the address of no bus
REFUSAL = "Nothing here can keep this computer awake"
SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit")

CONFIGURATION = """<busconfig><type>{kind}</type><listen>unix:path={socket}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def until(holds, what):
    end = time.monotonic() + SOON
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(what() if callable(what) else what)
        time.sleep(0.05)


class Bus:
    """A dbus-daemon in the folder, with mocks on it."""

    def __init__(self, test, folder, kind):
        self._test = test
        self._kind = kind
        file = pathlib.Path(folder, kind + ".conf")
        path = pathlib.Path(folder, kind)
        file.write_text(CONFIGURATION.format(kind=kind, socket=path))
        self._start(["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={file}"])
        self.address = f"unix:path={path}"
        until(self._connect, "the bus is there")
        test.addCleanup(self._connection.close)

    def _start(self, command):
        address = getattr(self, "address", NONE)
        process = subprocess.Popen(command, env=os.environ | {f"DBUS_{self._kind.upper()}_BUS_ADDRESS": address})
        self._test.addCleanup(process.wait)
        self._test.addCleanup(process.terminate)

    def _connect(self):
        try:
            self._connection = dbus.bus.BusConnection(self.address)
        except dbus.exceptions.DBusException:
            return False
        return True

    def mock(self, service):
        """An object that answers as it is told."""
        name, path, interface = service
        self._start([sys.executable, "-m", "dbusmock", f"--{self._kind}", name, path, interface])
        until(lambda: self._connection.name_has_owner(name), name)
        return dbus.Interface(self._connection.get_object(name, path), dbusmock.MOCK_IFACE)

    def interface(self, service):
        name, path, interface = service
        return dbus.Interface(self._connection.get_object(name, path), interface)


class KeepAwake(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="pushlab-awake-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.said = []

    def start(self, system=NONE, session=NONE, *arguments):
        """A host, which has said its address."""
        self.host = subprocess.Popen(
            [os.environ["PUSHLAB"], "host", "--headless", "--bind", "127.0.0.1", "--port", "0", *arguments],
            env=os.environ | {"XDG_DATA_HOME": self.folder, "DBUS_SYSTEM_BUS_ADDRESS": system, "DBUS_SESSION_BUS_ADDRESS": session},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self.addCleanup(self.host.wait)
        self.addCleanup(self.host.kill)
        threading.Thread(target=self._listen, args=(self.host.stderr,), daemon=True).start()
        lines = queue.Queue()
        threading.Thread(target=lambda: lines.put(self.host.stdout.readline()), daemon=True).start()
        self.assertIn("http://127.0.0.1:", lines.get(timeout=SOON))

    def _listen(self, stream):
        with stream:
            for line in stream:
                self.said.append(line)

    def stop(self):
        self.host.send_signal(signal.SIGTERM)
        self.assertEqual(self.host.wait(SOON), 0)

    def refused(self):
        return any(REFUSAL in line for line in self.said)

    def login(self, code=None):
        """logind, as the template has it, or as CODE answers."""
        bus = Bus(self, self.folder, "system")
        mock = bus.mock(LOGIN)
        if code:
            mock.AddMethod("", "Inhibit", "ssss", "h", code)
        else:
            mock.AddTemplate("logind", dbus.Dictionary({}, signature="sv"))
        return bus, mock

    def check_logind(self, end):
        bus, _ = self.login()
        inhibitors = lambda: [tuple(map(str, one[:4])) for one in bus.interface(LOGIN).ListInhibitors()]
        self.assertEqual(inhibitors(), [])
        self.start(bus.address)
        until(lambda: inhibitors() == [("idle:sleep", "PushLab", "A class is at work", "block")], inhibitors)
        time.sleep(1)
        self.assertEqual(len(inhibitors()), 1, "it is held, and once")
        end()
        until(lambda: inhibitors() == [], inhibitors)
        self.assertFalse(self.refused(), self.said)

    def test_logind_is_asked_and_released(self):
        self.check_logind(self.stop)

    def test_a_killed_host_holds_nothing(self):
        self.check_logind(lambda: self.host.kill())

    def test_who_may_not_keep_it_from_sleep_keeps_it_from_idling(self):
        bus, mock = self.login("if args[0] != 'idle': raise dbus.exceptions.DBusException('no', name="
                               "'org.freedesktop.DBus.Error.AccessDenied')\nret = dbus.types.UnixFd(os.open('/dev/null', os.O_RDONLY))")
        self.start(bus.address)
        until(lambda: len(mock.GetCalls()) == 2, mock.GetCalls)
        self.stop()
        self.assertEqual([str(call[2][0]) for call in mock.GetCalls()], ["idle:sleep", "idle"])
        self.assertFalse(self.refused(), self.said)

    def desktop(self, service, method, signature, reply, answer):
        bus = Bus(self, self.folder, "session")
        mock = bus.mock(service)
        mock.AddMethod("", method, signature, reply, answer)
        return bus, mock

    def test_the_desktop_is_asked_and_told_of_the_end(self):
        bus, mock = self.desktop(SAVER, "Inhibit", "ss", "u", "ret = 77")
        mock.AddMethod("", "UnInhibit", "u", "", "")
        self.start(NONE, bus.address)
        called = lambda: [(str(name), list(map(str, values))) for _, name, values in mock.GetCalls()]
        until(lambda: called() == [("Inhibit", ["PushLab", "A class is at work"])], called)
        self.stop()
        until(lambda: called()[1:] == [("UnInhibit", ["77"])], called)
        self.assertFalse(self.refused(), self.said)

    def test_the_portal_is_asked_where_there_is_nothing_else(self):
        request = "/org/freedesktop/portal/desktop/request/1"
        bus, mock = self.desktop(PORTAL, "Inhibit", "sua{sv}", "o", f"ret = dbus.ObjectPath('{request}')")
        mock.AddObject(request, "org.freedesktop.portal.Request", dbus.Dictionary({}, signature="sv"),
                       dbus.Array([("Close", "", "", "")], signature="(ssss)"))
        asked = bus.interface((PORTAL[0], request, dbusmock.MOCK_IFACE))
        self.start(NONE, bus.address)
        until(lambda: mock.GetCalls(), mock.GetCalls)
        _, name, (window, flags, options) = mock.GetCalls()[0]
        self.assertEqual((name, window, flags, options), ("Inhibit", "", 12, {"reason": "A class is at work"}))
        self.assertEqual(asked.GetCalls(), [])
        self.stop()
        until(lambda: [str(call[1]) for call in asked.GetCalls()] == ["Close"], asked.GetCalls)
        self.assertFalse(self.refused(), self.said)

    def test_one_of_two_is_enough(self):
        system = Bus(self, self.folder, "system")  # with nothing on it
        bus, mock = self.desktop(SAVER, "Inhibit", "ss", "u", "ret = 1")
        self.start(system.address, bus.address)
        until(lambda: mock.GetCalls(), "asked")
        time.sleep(1)
        self.assertFalse(self.refused(), self.said)
        self.stop()

    def test_where_there_is_nothing_it_says_so(self):
        system, session = Bus(self, self.folder, "system"), Bus(self, self.folder, "session")
        self.start(system.address, session.address)
        until(self.refused, lambda: self.said)
        self.stop()

    def test_without_a_bus_it_says_so_in_chinese_too(self):
        self.start(NONE, NONE, "--lang", "zh_CN")
        until(lambda: any("休眠" in line for line in self.said), lambda: self.said)
        self.stop()

    def test_a_bus_that_does_not_answer_keeps_nobody_waiting(self):
        path = os.path.join(self.folder, "mute")
        with socket.socket(socket.AF_UNIX) as mute:
            mute.bind(path)
            mute.listen()
            self.start(f"unix:path={path}", f"unix:path={path}")
            began = time.monotonic()
            self.assertFalse(self.refused(), "the class is open before anybody has answered")
            until(self.refused, lambda: self.said)
            self.assertLess(time.monotonic() - began, ANSWER + 20)
            self.stop()

    def test_the_end_does_not_wait_for_a_bus(self):
        path = os.path.join(self.folder, "mute")
        with socket.socket(socket.AF_UNIX) as mute:
            mute.bind(path)
            mute.listen()
            self.start(f"unix:path={path}", f"unix:path={path}")
            self.stop()
            self.assertFalse(self.refused(), "ended before the time was over")


if __name__ == "__main__":
    unittest.main(verbosity=2)
