#!/usr/bin/env python3
"""Measures `plan` in a pseudo-terminal, beside fzf and skim on the same lines in the same run.

    tests/bench/beside.py                               the shipped plan
    tests/bench/beside.py --items 0,100000,1000000      also made-up plans of these sizes
    tests/bench/beside.py --items 0,100000,1000000 --keep     and their table in beside.md

Whoever is not installed is left out. The programs take turns, so that whatever else the machine
does meets them all alike. Each runs as it comes, without settings of anybody's own: fzf and skim get
the plan as lines on standard input, `plan` reads it as a file. The terminal answers at once and takes
everything as fast as it comes; what it costs to measure is the column "floor": a program that only
sends each key back. A key is pressed when the one before it is done: nothing comes, and the program
neither runs nor waits to run.

For each program:
  first frame   from its start to the last byte of the first thing to be seen; and its bytes
  all there     from its start until the screen shows that everything is loaded
  key           from a key to the last byte of what it changes: median and 95th percentile
  letter        from a key until its letter stands in the prompt, 95th percentile
  bytes a key   median
  overhead      bytes for one UTF-8 byte of the cells that look different after the key: of all
                keys together, and of the median key
  9,600 baud    for how long such a line is busy with the median key, and until its letter is there
  Pss           memory at rest, shared pages counted in parts; and the peak of resident memory
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
KEPT_ROWS = [
    "first frame, ms",
    "all there, ms",
    "key, ms",
    "key, 95 %, ms",
    "letter, 95 %, ms",
    "bytes a key",
    "overhead",
    "9,600 baud, s",
    "CPU a key, ms",
    "Pss, MB",
    "peak, MB",
    "idle CPU, ms",
]
# From here on everything takes so long that it is not repeated as often.
LARGE = 500_000
now = time.perf_counter


class Program:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command, size, stdin=None, home=None):
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
        self.home, self.kept = home or tempfile.mkdtemp(prefix="beside-"), bool(home)
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
            if work - before < quiet / 5 and not self.runs():
                break
            last = now()
        return chunks

    def runs(self):
        """Whether a thread runs, or would if the machine had a core for it."""
        for task in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            try:
                if task.read_text().rpartition(") ")[2][0] == "R":
                    return True
            except OSError:
                pass  # It has just ended.
        return False

    def worked(self):
        """Seconds of CPU so far, threads that have ended included."""
        # The clock of another process, as clock_getcpuclockid gives it.
        return time.clock_gettime(~self.pid << 3 | 2)

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
            if not self.kept:
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
    """A program and all that was measured of it."""

    def __init__(self, name, command, stdin, ready, prompt, options):
        self.name, self.command, self.stdin, self.options = name, command, stdin, options
        self.ready = re.compile(ready)
        # The row of its prompt.
        self.prompt = prompt
        self.first, self.first_bytes, self.there = [], [], []
        self.key, self.letter, self.letter_bytes = [], [], []
        self.bytes, self.changed, self.worked = [], [], 0
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
            for end, letter in enumerate(word, start=1):
                self.press(program, letter.encode(), word[:end])
            for _ in word:
                self.press(program, b"\x7f")
        self.worked += program.worked() - before

    def press(self, program, key, typed=None):
        before = program.screen.copy()
        awaited = "> " + typed if typed and self.prompt is not None else None
        if awaited and awaited in program.screen.row(self.prompt):
            awaited = None  # A blank shows nothing.
        pressed = now()
        program.send(key)
        chunks = program.read(self.options.quiet, self.options.patience)
        sent = 0
        for at, data in chunks:
            # Byte by byte while the letter is not there.
            while awaited and data:
                program.screen.feed(data[:1])
                data, sent = data[1:], sent + 1
                if awaited in program.screen.row(self.prompt):
                    self.letter.append(at - pressed)
                    self.letter_bytes.append(sent)
                    awaited = None
            program.screen.feed(data)
        if chunks:
            self.key.append(chunks[-1][0] - pressed)
        self.bytes.append(sum(len(data) for _, data in chunks))
        self.changed.append(program.screen.changed(before))

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
        each = [b / c for b, c in zip(self.bytes, self.changed) if c]
        return {
            "first frame, ms": 1e3 * median(self.first),
            "its bytes": median(self.first_bytes),
            "all there, ms": 1e3 * median(self.there),
            "key, ms": 1e3 * median(self.key),
            "key, 95 %, ms": 1e3 * percentile(self.key, 95),
            "letter, 95 %, ms": 1e3 * percentile(self.letter, 95),
            "bytes a key": median(self.bytes),
            "overhead": sum(self.bytes) / max(1, sum(self.changed)),
            "overhead, median": median(each),
            "9,600 baud, s": median(self.bytes) * 10 / 9600,
            "its letter, s": median(self.letter_bytes) * 10 / 9600,
            "Pss, MB": self.results["pss"],
            "peak, MB": self.results["peak"],
            "CPU a key, ms": 1e3 * self.worked / len(self.bytes),
            "idle CPU, ms": 1e3 * self.results["idle"],
            "idle bytes": self.results["idle_bytes"],
        }


def contestants(items, options, folder):
    plan = str(options.plan)
    data = []
    if items:
        made = folder / "made.json"
        generate = options.plan.parent / "examples" / "generate"
        with made.open("wb") as out:
            subprocess.run([generate, str(items)], stdout=out, check=True)
        data = ["--data", str(made)]
    lines = folder / "lines"
    with lines.open("wb") as out:
        subprocess.run([plan, *data, "list", "--format", "tsv"], stdout=out, check=True)
    text = lines.read_bytes()
    count = text.count(b"\n")
    print(f"\n{items or 'Shipped'} items: {count} lines, {len(text) / 1e6:.2f} MB", end="")
    print(f"; data file {made.stat().st_size / 1e6:.1f} MB\n" if data else "\n")
    # The plan's first rows stand on the screen once it is loaded, and nothing is said of its index once
    # that is whole.
    ready = options.ready or (r"(?s)\A(?!.*% indexed).*[GTPAI]1\b" if data else r"(?s)1\b.*\n.*2\b")
    given = [("plan", [plan, *data], None, ready, 1)]
    for name, program in (("fzf", "fzf"), ("skim", "sk")):
        if command := getattr(options, name) or shutil.which(program):
            given.append((name, [command], str(lines), rf"{count}/{count}", -1))
    echo = ["sh", "-c", "stty raw -echo; printf READY; exec cat"]
    given.append(("floor", echo, None, "READY", None))
    only = options.only.split(",") if options.only else [name for name, *_ in given]
    return [Contestant(*one, options) for one in given if one[0] in only]


def measure(all, starts, rounds, options):
    for _ in range(starts):
        for one in all:
            one.start().end()
    for left in reversed(range(rounds)):
        for one in all:
            program = one.start()
            one.type(program)
            if not left:
                one.rest(program)
                if options.show:
                    print(program.screen.text(), file=sys.stderr)
            program.end()


def table(all):
    rows = {one.name: one.summary() for one in all}
    mine = rows.get("plan", {})
    others = [name for name in rows if mine and name not in ("plan", "floor")]
    heads = ["", *rows, *(f"plan/{name}" for name in others)]
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1)]
    for what in rows[all[0].name]:
        line = [what, *(figure(row[what]) for row in rows.values())]
        line += [figure(mine[what] / rows[name][what]) if rows[name][what] else "" for name in others]
        lines.append(line)
    for line in lines:
        print("| " + " | ".join(line) + " |", flush=True)


def figure(value):
    if value != value:
        return ""
    return f"{value:,.0f}" if value >= 99.95 or value == 0 else f"{value:#.3g}"


def machine(all, load):
    """Where it is measured, what, and how busy the machine was with other things."""
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    said = [f"{os.cpu_count()} cores ({cpu[1] if cpu else 'unknown'})", f"load {load:.1f} before"]
    for one in all:
        if one.name != "floor":
            version = subprocess.run([one.command[0], "--version"], capture_output=True, text=True)
            number = re.search(r"\d+(\.\d+)+", version.stdout)
            said.append(f"{one.name} {number[0] if number else '?'}")
    return ", ".join(said)


def write_kept(where, sizes):
    """The kept table: the programs beside each other, a column for each size."""
    _, first = sizes[0]
    names = [one.name for one in first if one.name != "floor"]
    heads = [" / ".join(names), *(f"{items:,} items" if items else "shipped plan" for items, _ in sizes)]
    lines = [heads, ["---"] + ["---:"] * len(sizes)]
    rows = [{one.name: one.summary() for one in all} for _, all in sizes]
    for what in KEPT_ROWS:
        cells = (" / ".join(figure(row[name][what]) for name in names) for row in rows)
        lines.append([what, *cells])
    times = (f"{len(all[0].first)} / {len(all[0].bytes)}" for _, all in sizes)
    lines.append(["starts / keys of each", *times])
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    kept = ROOT / "tests/bench/beside.md"
    before, mark, after = kept.read_text().partition("<!-- beside -->\n")
    after = after[after.index("<!-- end -->") :]
    kept.write_text(f"{before}{mark}\n{where}:\n\n{text}\n\n{after}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--items", default="0", help="sizes of made-up plans, separated by commas; 0: the shipped one")
    add("--size", default="80x24", help="columns x rows")
    add("--starts", type=int, default=15, help="how often each is only started; large plans a third")
    add("--rounds", type=int, default=2, help="how often the words are typed; large plans once")
    add("--words", default=",".join(WORDS), help="what is typed, and taken back again")
    add("--quiet", type=float, default=0.05, help="seconds of silence after which a frame is whole")
    add("--patience", type=float, default=60, help="seconds after which one is given up")
    add("--plan", type=Path, default=ROOT / "target/release/plan")
    add("--fzf", help="its path")
    add("--skim", help="its path")
    add("--only", help="names, separated by commas")
    add("--ready", help="a pattern that the explorer's screen holds once all is loaded")
    add("--keep", action="store_true", help="write the table in tests/bench/beside.md")
    add("--show", action="store_true", help="print each one's last screen")
    add("--no-build", action="store_true", help="take the programs as they are")
    options = parser.parse_args()
    options.size = tuple(map(int, options.size.split("x")))
    options.words = options.words.split(",")
    if not options.no_build:
        build = ["cargo", "build", "--release", "--bin", "plan", "--example", "generate"]
        subprocess.run(build, cwd=ROOT, check=True)
    load, _, _ = os.getloadavg()
    sizes = []
    for items in map(int, options.items.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            all = contestants(items, options, Path(folder))
            large = items >= LARGE
            starts = -(-options.starts // 3) if large else options.starts
            measure(all, starts, 1 if large else options.rounds, options)
            table(all)
            sizes.append((items, all))
    where = machine(sizes[0][1], load)
    print("\n" + where)
    if options.keep:
        write_kept(where, sizes)


if __name__ == "__main__":
    main()
