#!/usr/bin/env python3
"""Measures `plan` in a pseudo-terminal, beside fzf and skim on the same lines in the same run.

    tests/bench/beside.py                   the shipped plan
    tests/bench/beside.py --items 100000    a made-up plan of that size

Whoever is not installed is left out. The programs take turns, so that whatever else the machine
does meets them all alike. The terminal answers at once and takes everything as fast as it comes;
what it costs to measure is the row "floor": a program that only sends each key back.

For each program:
  first frame   from its start to the last byte of the first thing to be seen; and its bytes
  all there     from its start until the screen shows that everything is loaded
  key           from a key to the last byte of what it changes: median and 95th percentile
  echo          from a key to the first byte that it changes, 95th percentile
  bytes a key   and how many there are for one byte of the cells that changed
  9,600 baud    for how long such a line is busy with one key
  Pss           memory at rest, shared pages counted by halves; and the peak of resident memory
  CPU a key     in all threads
  idle          CPU and bytes in five seconds without a key
"""

import argparse
import fcntl
import os
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from screen import Screen

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["village", "elderly", "data", "miit", "数字", "railwya", "shuzi", "net zero"]
# Questions that programs ask of their terminal, and what one answers.
ANSWERS = [
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[0c", b"\x1b[?62;22c"),
    (b"\x1b[5n", b"\x1b[0n"),
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b]10;?", b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
]
now = time.perf_counter


class Program:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command, size, stdin=None):
        self.columns, self.rows = size
        self.main, self.other = os.openpty()
        name = os.ttyname(self.other)
        fcntl.ioctl(self.other, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))
        os.set_blocking(self.main, False)
        actions = [(os.POSIX_SPAWN_CLOSE, self.main), (os.POSIX_SPAWN_OPEN, 1, name, os.O_RDWR, 0)]
        actions.append((os.POSIX_SPAWN_DUP2, 1, 2))
        if stdin:
            actions.append((os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0))
        else:
            actions.append((os.POSIX_SPAWN_DUP2, 1, 0))
        # Nobody's own settings, and nothing kept from earlier sessions.
        self.home = tempfile.mkdtemp(prefix="beside-")
        environment = {"HOME": self.home, "PATH": os.environ["PATH"], "TERM": "xterm-256color"}
        environment |= {"LANG": "C.UTF-8", "SHELL": "/bin/sh"}
        self.screen = Screen(self.columns, self.rows)
        self.started = now()
        self.pid = os.posix_spawnp(command[0], command, environment, file_actions=actions, setsid=True)

    def send(self, keys):
        os.write(self.main, keys)

    def read(self, quiet, most, ready=None):
        """What comes, with its times: until it has been quiet for so long, and the program rests.
        `ready` looks at everything so far; before it agrees, silence does not count."""
        chunks = []
        end = now() + most
        last = now()
        work = self.worked()
        agreed = ready is None
        while now() < end:
            wait = min(last + quiet, end) - now() if agreed else 0.002
            if select.select([self.main], [], [], max(0, wait))[0]:
                try:
                    data = os.read(self.main, 1 << 20)
                except OSError:
                    break
                last = now()
                chunks.append((last, data))
                for question, answer in ANSWERS:
                    if question in data:
                        self.send(answer)
                continue
            if not agreed:
                agreed = ready(chunks)
                continue
            if now() < last + quiet:
                continue
            # Silent, but is it still at work?
            before, work = work, self.worked()
            if work - before < quiet / 5:
                break
            last = now()
        return chunks

    def tasks(self):
        try:
            return [f"/proc/{self.pid}/task/{task}" for task in os.listdir(f"/proc/{self.pid}/task")]
        except OSError:
            return []

    def worked(self):
        """Seconds of CPU so far."""
        total = 0
        for task in self.tasks():
            try:
                total += int(Path(task, "schedstat").read_text().split()[0])
            except (OSError, IndexError):
                pass
        return total / 1e9

    def memory(self):
        """Pss and peak, in MB."""
        roll = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        status = Path(f"/proc/{self.pid}/status").read_text()
        pss = int(re.search(r"^Pss:\s+(\d+)", roll, re.M)[1])
        peak = int(re.search(r"^VmHWM:\s+(\d+)", status, re.M)[1])
        return pss / 1024, peak / 1024

    def end(self):
        try:
            os.kill(self.pid, 15)
            self.read(0.02, 0.3)
            for _ in range(50):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    break
                time.sleep(0.01)
            else:
                os.kill(self.pid, 9)
                os.waitpid(self.pid, 0)
        finally:
            shutil.rmtree(self.home, ignore_errors=True)
            os.close(self.main)
            os.close(self.other)


def median(values):
    return percentile(values, 50)


def percentile(values, which):
    if not values:
        return float("nan")
    values = sorted(values)
    return values[min(len(values) - 1, int(which / 100 * len(values)))]


class Contestant:
    def __init__(self, name, command, stdin, ready, options):
        self.name, self.command, self.stdin, self.options = name, command, stdin, options
        self.ready = re.compile(ready)
        self.first, self.first_bytes, self.there = [], [], []
        self.key, self.echo, self.bytes, self.changed = [], [], [], []
        self.results = {}

    def start(self):
        """Starts it, and notes when its first frame and everything was there."""
        program = Program(self.command, self.options.size, self.stdin)
        live = Screen(*self.options.size)
        fed = 0
        times = {}

        def look(chunks):
            nonlocal fed
            for at, data in chunks[fed:]:
                live.feed(data)
                if "first" not in times and live.text().strip():
                    times["first"] = at
                if "there" not in times and self.ready.search(live.text()):
                    times["there"] = at
            fed = len(chunks)
            return "there" in times

        chunks = program.read(0.06, self.options.patience, look)
        look(chunks)
        if "there" not in times:
            print(f"{self.name} does not get ready:\n{live.text()}", file=sys.stderr)
            sys.exit(1)
        # The first frame lasts as long as its bytes come without a pause.
        first = times["first"]
        for at, _ in chunks:
            if first < at < first + 0.002:
                first = at
        self.first.append(first - program.started)
        self.first_bytes.append(sum(len(data) for at, data in chunks if at <= first))
        self.there.append(times["there"] - program.started)
        program.screen = live
        return program

    def type(self, program):
        """Types every word and takes it back, key by key."""
        before = program.worked()
        for word in self.options.words:
            keys = [letter.encode() for letter in word] + [b"\x7f"] * len(word)
            for key in keys:
                self.press(program, key)
        worked = program.worked() - before
        self.results["cpu"] = worked / len(self.bytes) if self.bytes else 0

    def press(self, program, key):
        shown = program.screen.copy()
        pressed = now()
        program.send(key)
        chunks = program.read(self.options.quiet, self.options.patience)
        for _, data in chunks:
            program.screen.feed(data)
        if chunks:
            self.echo.append(chunks[0][0] - pressed)
            self.key.append(chunks[-1][0] - pressed)
        self.bytes.append(sum(len(data) for _, data in chunks))
        self.changed.append(program.screen.changed(shown))

    def rest(self, program):
        """Memory, and what it does when nobody does anything."""
        for _, data in program.read(0.2, 1):
            program.screen.feed(data)
        self.results["pss"], self.results["peak"] = program.memory()
        before = program.worked()
        chunks = program.read(5, 5)
        self.results["idle"] = program.worked() - before
        self.results["idle_bytes"] = sum(len(data) for _, data in chunks)

    def summary(self):
        ratios = [b / c for b, c in zip(self.bytes, self.changed) if c]
        return {
            "first frame ms": 1e3 * median(self.first),
            "its bytes": median(self.first_bytes),
            "all there ms": 1e3 * median(self.there),
            "key ms": 1e3 * median(self.key),
            "key 95 % ms": 1e3 * percentile(self.key, 95),
            "echo 95 % ms": 1e3 * percentile(self.echo, 95),
            "bytes a key": median(self.bytes),
            "per changed": median(ratios),
            "9,600 baud s": median(self.bytes) * 10 / 9600,
            "Pss MB": self.results.get("pss", float("nan")),
            "peak MB": self.results.get("peak", float("nan")),
            "CPU a key ms": 1e3 * self.results.get("cpu", float("nan")),
            "idle CPU ms": 1e3 * self.results.get("idle", float("nan")),
            "idle bytes": self.results.get("idle_bytes", 0),
        }


def floor(options):
    """What measuring itself costs: a program that sends every key back."""
    command = ["sh", "-c", "stty raw -echo; printf READY; exec cat"]
    contestant = Contestant("floor", command, None, "READY", options)
    program = contestant.start()
    contestant.type(program)
    contestant.rest(program)
    program.end()
    return contestant


def contestants(options, folder):
    plan = str(options.plan)
    data = []
    if options.items:
        made = folder / "made.json"
        generate = options.plan.parent / "examples" / "generate"
        with made.open("wb") as out:
            subprocess.run([generate, str(options.items)], stdout=out, check=True)
        data = ["--data", str(made)]
    lines = folder / "lines"
    with lines.open("wb") as out:
        subprocess.run([plan, *data, "list", "--format", "tsv"], stdout=out, check=True)
    text = lines.read_bytes()
    count = text.count(b"\n")
    print(f"{count} lines, {len(text) / 1e6:.2f} MB", file=sys.stderr)
    if data:
        print(f"data file: {made.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    # The made-up plan's first item stands on the screen once all is loaded.
    ready = options.ready or (r"[GTPAI]1\b" if data else r"(?s)1\b.*\n.*2\b")
    given = [("plan", [plan, *data], None, ready)]
    for name in ("fzf", "sk"):
        command = getattr(options, name) or shutil.which(name)
        if command:
            given.append((name, [command], str(lines), rf"{count}/{count}"))
    only = options.only.split(",") if options.only else [name for name, *_ in given]
    return [Contestant(*one, options) for one in given if one[0] in only]


def table(all):
    rows = {one.name: one.summary() for one in all}
    names = list(rows)
    mine = rows.get("plan")
    others = [name for name in names if name not in ("plan", "floor")]
    heads = ["", *names, *(f"plan/{name}" for name in others if mine)]
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1)]
    for what in next(iter(rows.values())):
        line = [what, *(figure(rows[name][what]) for name in names)]
        for name in others if mine else []:
            theirs = rows[name][what]
            line.append(f"{mine[what] / theirs:.2f}" if theirs else "")
        lines.append(line)
    for line in lines:
        print("| " + " | ".join(line) + " |")


def figure(value):
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--items", type=int, default=0, help="size of a made-up plan; without: the shipped one")
    add("--size", default="80x24", help="columns x rows")
    add("--starts", type=int, default=15, help="how often each is started")
    add("--rounds", type=int, default=2, help="how often the words are typed")
    add("--words", default=",".join(WORDS), help="what is typed, and taken back again")
    add("--quiet", type=float, default=0.05, help="seconds of silence after which a frame is whole")
    add("--patience", type=float, default=60, help="seconds after which one is given up")
    add("--plan", type=Path, default=ROOT / "target/release/plan")
    add("--fzf", help="its path")
    add("--sk", help="its path")
    add("--only", help="names, separated by commas")
    add("--ready", help="a pattern that the explorer's screen holds once all is loaded")
    add("--show", action="store_true", help="print each one's last screen")
    add("--no-build", action="store_true", help="take the programs as they are")
    options = parser.parse_args()
    options.size = tuple(map(int, options.size.split("x")))
    options.words = options.words.split(",") * options.rounds
    if not options.no_build:
        build = ["cargo", "build", "--release", "--bin", "plan", "--example", "generate"]
        subprocess.run(build, cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        all = contestants(options, Path(folder))
        for _ in range(options.starts - 1):
            for one in all:
                one.start().end()
        for one in all:
            program = one.start()
            one.type(program)
            one.rest(program)
            if options.show:
                print(program.screen.text(), file=sys.stderr)
            program.end()
        table([*all, floor(options)])


if __name__ == "__main__":
    main()
