#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks a host of its own and watches what others notice of it.

    tests/reliability/overload.py [--short] [--sanitized] [ATTACK ...]

All the while newcomers connect and ask for the time: each must be answered within a second, without what it and the host
stood in line for a processor meanwhile, which other programs and the attackers cause. When the attackers have left, the
host's memory must come back to where it was; not so with --sanitized, for builds that keep what was freed to find its
users, and take their time: there the host must serve, and end without a report. PUSHLAB names the program
(build/release/pushlab). Ends with 1 when something did not hold. What each attack does stands in attacks.py."""

import argparse
import concurrent.futures
import multiprocessing
import os
import resource
import socket
import subprocess
import sys
import time

import attacks

LONGEST_ANSWER = 1.0  # seconds
MEMORY_SLACK = 0.10  # of what the host needed before
MEMORY_SLACK_KB = 4096  # an allocator does not give back the last page


class Host:
    """`pushlab host`, in a process of its own."""

    def __init__(self, options, descriptors):
        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        program = os.environ.get("PUSHLAB", "build/release/pushlab")
        self.process = subprocess.Popen([program, "host", "--headless", "--port", "0", "--bind", "127.0.0.1", *options],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        preexec_fn=limit)
        url = self.process.stdout.readline().decode()
        if not url:
            sys.exit("The host does not start.")
        self.port = int(url.rstrip("/\n").rsplit(":", 1)[1])
        self.peak_kb = 0

    def memory_kb(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            kb = next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
        self.peak_kb = max(self.peak_kb, kb)
        return kb

    def cpu_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # in user and in system mode

    def stop(self):
        """Whether it ends as it should."""
        self.process.terminate()
        try:
            return self.process.wait(30) == 0
        except subprocess.TimeoutExpired:
            self.process.kill()
            return False


def ask(port, source, longest):
    """The status that a newcomer gets; 0 when it is turned away without a word."""
    try:
        with attacks.from_address(source) as connection:
            connection.settimeout(longest)
            connection.connect(("127.0.0.1", port))
            connection.sendall(b"GET /api/time HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            answer = b""
            while piece := connection.recv(4096):
                answer += piece
                if b"\r\n\r\n" in answer:
                    break
    except (ConnectionResetError, BrokenPipeError):
        return 0
    return int(answer.split()[1]) if answer else 0


def in_line(process):
    """Seconds that each thread has been ready to run without a processor; nothing where the kernel does not say so."""
    times = {}
    try:
        for thread in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{thread}/schedstat", encoding="ascii") as schedstat:
                times[thread] = int(schedstat.read().split()[1]) / 1e9
    except OSError:  # a thread has ended meanwhile
        pass
    return times


def newcomers(host, port, source, stop, results):
    """One after another, until told to stop; a process of its own, so that the attack's work is not taken for the host's."""
    worst, longest_line, statuses = 0.0, 0.0, {}
    while not stop.is_set():
        begin, before = time.monotonic(), [in_line(host), in_line(os.getpid())]
        try:
            status = ask(port, source, 10 * LONGEST_ANSWER)
        except OSError as error:
            status = str(error)
        seconds, after = time.monotonic() - begin, [in_line(host), in_line(os.getpid())]
        line = sum(max((now - then.get(thread, 0.0) for thread, now in times.items()), default=0.0)
                   for then, times in zip(before, after))
        worst, longest_line = max(worst, seconds - line), max(longest_line, line)
        statuses[status] = statuses.get(status, 0) + 1
        time.sleep(0.02)
    results.put((worst, longest_line, statuses))


class Watch:
    """Newcomers from another address than the attackers', while the block runs."""

    def __init__(self, host, source="127.0.0.2"):
        self.stop, self.results = multiprocessing.Event(), multiprocessing.Queue()
        self.process = multiprocessing.Process(target=newcomers, args=(host.process.pid, host.port, source, self.stop, self.results))

    def __enter__(self):
        self.process.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.worst, self.line, self.statuses = self.results.get()
        self.process.join()


def settle(host, before, seconds):
    """The host's memory once it has come back, or when the patience ends."""
    deadline = time.monotonic() + seconds
    while host.memory_kb() > before * (1 + MEMORY_SLACK) + MEMORY_SLACK_KB and time.monotonic() < deadline:
        time.sleep(0.2)
    return host.memory_kb()


def run(name, short, sanitized):
    """Prints one line; whether all held."""
    attack = attacks.ATTACKS[name](short)
    host = Host(attack.options, attack.descriptors)
    try:
        attack.prepare(host.port)
        time.sleep(0.5)
        before = host.memory_kb()
        cpu, begin = -host.cpu_seconds(), time.monotonic()
        with Watch(host) as watch:
            attack.run(host.port, host.memory_kb)
            during = host.memory_kb()
            cpu += host.cpu_seconds()
            seconds = time.monotonic() - begin
            attack.leave()
        after = settle(host, before, 0 if sanitized else attack.patience)
        served_again = ask(host.port, "127.0.0.1", 10 * LONGEST_ANSWER) == 200
    finally:
        ended_well = host.stop()
    faults = attack.faults()
    if watch.worst > LONGEST_ANSWER and not sanitized:
        faults.append(f"a newcomer waited {watch.worst:.2f} s")
    if strange := {status: count for status, count in watch.statuses.items() if status not in attack.answers}:
        faults.append(f"newcomers got {strange}")
    if after > before * (1 + MEMORY_SLACK) + MEMORY_SLACK_KB and not sanitized:
        faults.append(f"memory stays at {after} KB")
    if not served_again:
        faults.append("the host does not serve any more")
    if not ended_well:
        faults.append("the host does not end")
    print(f"{name}: {attack.told()}; {sum(watch.statuses.values())} newcomers {watch.statuses}, slowest {watch.worst * 1000:.0f} ms beside {watch.line * 1000:.0f} in line; "
          f"CPU {cpu:.1f} s of {seconds:.1f}; RSS {before} KB before, {max(host.peak_kb, during)} at most, {after} after: {'; '.join(faults) or 'ok'}", flush=True)
    return not faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="fewer and shorter, for ./test")
    parser.add_argument("--sanitized", action="store_true", help="looks neither at memory nor at how long newcomers wait")
    parser.add_argument("attack", nargs="*", choices=[[], *attacks.ATTACKS], help=f"all unless named: {', '.join(attacks.ATTACKS)}")
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    names = options.attack or list(attacks.ATTACKS)
    # Slow attackers take a while and next to no processor: the short form waits for all of them at once.
    slow = [name for name in names if options.short and issubclass(attacks.ATTACKS[name], attacks.Slowloris)]
    with concurrent.futures.ProcessPoolExecutor(max(1, len(slow))) as pool:
        results = list(pool.map(run, slow, *[[setting] * len(slow) for setting in (options.short, options.sanitized)]))
    results += [run(name, options.short, options.sanitized) for name in names if name not in slow]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
