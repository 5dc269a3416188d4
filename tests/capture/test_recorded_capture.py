# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the host records of a class against a packet capture of it: the same connections with the same bytes in the same order.

PUSHLAB names the program. Skipped (77) where packets of the loopback interface cannot be captured.
"""

import pathlib
import sys
import tempfile
import time

import streams
import test_ledger_capture as captured


def make_traffic(host):
    clients = [captured.Joined(host, f"reader-{technique}", technique) for technique in captured.traffic.TECHNIQUES]
    time.sleep(1.0)
    for turn in range(3):
        for client in clients:
            client.say(f"早上好 {turn} " + "x" * 3000 * turn)
        time.sleep(0.3)
    captured.raw_polls(host)
    captured.raw_socket(host)
    for client in clients:
        client.leave()
    for client in clients:
        client.wait()


def main():
    with tempfile.TemporaryDirectory() as folder:
        recorded = pathlib.Path(folder) / "recorded.pcapng"
        host = captured.Host("--record", str(recorded), "--record-secrets")
        capture = captured.Capture(host.port, pathlib.Path(folder) / "loopback.pcap")
        try:
            make_traffic(host)
            time.sleep(0.5)
            capture.stop()
        finally:
            host.stop()
        seen = [connection for connection in streams.connections(capture.path, host.port) if any(connection)]
        told = streams.connections(recorded, host.port)
    print(f"{len(told)} connections recorded, {len(seen)} captured")
    # By their bytes: whose opening came first is a matter of microseconds.
    missing = [connection for connection in seen if connection not in told]
    for up, down in missing:
        print(f"not recorded as it passed: {up[:200]!r} ... {len(up)} bytes up, {len(down)} down")
    if missing or len(told) != len(seen) or not any(b"Upgrade: websocket" in up for up, _ in told):
        sys.exit(1)


if __name__ == "__main__":
    main()
