#!/usr/bin/env python3
"""Writes src/build/hot.txt: what a session runs of the program, so that the linker can put it together.

    tests/bench/hot.py

It builds the program twice, runs a session of the shipped plan under valgrind in between, and prints
the memory that one takes, in kB (Pss), before and after. Needs valgrind. To be done again when
the memory of a session has grown: a list that is older than the program does no harm but that.

Names are listed without what the compiler makes up for each crate, so that the list holds for other
profiles, targets and versions too. Behind the functions come those parts of the program that are mostly
run: what is new there has its place beside them; and then, as they come, the parts of the C library.
"""

import bisect
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from beside import ROOT, WORDS, Program

LIST = ROOT / "src/build/hot.txt"
HEAD = "# What a session runs; then what is like it; then of the C library. Written by tests/bench/hot.py."
# What somebody does: words of every kind, then a page, its end, back, the other language.
KEYS = [key.encode() for word in WORDS for key in [*word, *["\x7f"] * len(word)]]
KEYS += [b"\x1b[B", b"\r", b"\x1b[6~", b"\x1b[5~", b"\x1b", b"\x1b[15~"]


def build(target, *more):
    """The program as it is used, and beside it the linker's account of what it is made of."""
    program = Path(target) / "release/plan"
    environment = os.environ | {"CARGO_TARGET_DIR": target, "PLAN_LINK_MAP": f"{program}.map"}
    command = ["cargo", "build", "--release", "--quiet", "--bin", "plan", *more]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return program


def session(command, slow=1, again=False):
    """Runs a session and gives its memory. `slow`: how many times longer everything takes. `again`:
    another one has been there before, and left something to remember."""
    with tempfile.TemporaryDirectory(prefix="hot-") as home:
        if again:
            keys(command[-1:], home, 1)
        return keys(command, home, slow)


def keys(command, home, slow):
    program = Program([str(part) for part in command], (80, 24), home=home)
    program.read(0.1 * slow, 60)
    for key in KEYS:
        program.send(key)
        program.read(0.02 * slow, 60)
    pss, _ = program.memory()
    program.send(b"\x03")
    program.read(0.1 * slow, 60)
    program.end()
    return round(pss * 1024)


def ran(program):
    """The addresses of all that a session runs, the first one and a later one."""
    with tempfile.NamedTemporaryFile() as out:
        options = ["--dump-instr=yes", "--compress-pos=no", f"--callgrind-out-file={out.name}"]
        command = [shutil.which("valgrind"), "--tool=callgrind", *options, program]
        addresses = set()
        for again in (False, True):
            session(command, slow=20, again=again)
            lines = re.findall(r"(?m)^0x([0-9a-f]+) ", Path(out.name).read_text())
            addresses |= {int(address, 16) for address in lines}
    return sorted(addresses)


def sections(program):
    """What the linker put together: the address of each piece of code, its size, and its name: that of a
    function, or that of a file in an archive."""
    for line in Path(f"{program}.map").read_text().splitlines():
        if found := re.match(r"\s*(\w+)\s+\w+\s+(\w+)\s+\d+\s+(\S*):\(\.text\.?(\S*)\)$", line):
            start, size, file, function = found.groups()
            inside = re.search(r"(lib\w+\.a)\((\S+\.o)\)$", file)
            name = ":".join(inside.groups()) if inside else function.removeprefix("unlikely.")
            yield int(start, 16), int(size, 16), name


def lasting(name):
    """A name without what every build makes up anew: the crates' numbers, how far back in the name
    something stands, and which crate it was that asked for a generic function first."""
    name = re.sub(r"(Cs|B)[0-9A-Za-z]*_", r"\1*_", re.sub(r"\.llvm\.\d+$|\.\d+$", "*", name))
    asked = re.search(r"Cs\*_(\d+)_?(\w+)$", name)
    if asked and len(asked[2]) == int(asked[1]):
        name = name[: asked.start()] + "*"
    return name


def part(name):
    """The part of the program that a function belongs to, as it stands in its name."""
    found = re.search(r"_4plan(\d+)", name)
    return name[found.start() : found.end() + int(found[1])] if found else None


def names(program):
    """What a session runs: functions, the parts of the program that are mostly run, files in archives."""
    addresses, hot, parts = ran(program), set(), collections.defaultdict(list)
    for start, size, name in sections(program):
        at = bisect.bisect_left(addresses, start)
        runs = at < len(addresses) and addresses[at] < start + size
        if runs and name:
            hot.add(name)
        parts[part(name)].append((size, size if runs else 0))
    mostly = set()
    for name, each in parts.items():
        if name and 3 * sum(used for _, used in each) > sum(size for size, _ in each):
            mostly.add(f"*Cs*{name}*")
    files = {name for name in hot if ":" in name}
    return {lasting(name) for name in hot - files}, mostly, files | others(files)


def others(files):
    """What valgrind does not show: functions for newer processors than the one that it acts, what looks
    into the kernel's own library, which it hides, and where there is nothing but a table."""
    kinds = {re.sub(r"-(avx|sse).*", "", name) for name in files if re.search(r"-(avx|sse)", name)}
    newer = {f"{kind}-{new}*.o" for kind in kinds | {"libc.a:strcmp"} for new in ("evex", "avx512")}
    return newer | {f"libc.a:{name}.o" for name in ("dl-object", "dl-setup_hash", "strtol_l")}


def write(lists):
    lines = [HEAD]
    for each in lists:
        lines += [*sorted(each), ""]
    LIST.write_text("\n".join(lines))


def main():
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as target:
        program = build(target)
        before = session([program])
        # What tests and examples need of a library comes with it into a program that is built together
        # with them, and what is a function of its own may be another then.
        lists = [names(program), names(build(target, "--example", "generate"))]
        lists = [one | other for one, other in zip(*lists)]
        write(lists)
        after = session([build(target)])
    print(f"{len(lists[0])} functions; {before} kB before, {after} kB after")


main()
