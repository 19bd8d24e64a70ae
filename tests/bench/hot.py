#!/usr/bin/env python3
"""Writes src/link/hot.txt: the functions that a session runs, so that the linker can put them together.

    tests/bench/hot.py

It builds the program twice, runs a session of the shipped plan under valgrind in between, and prints
the memory that one takes, in kB (Pss), before and after. Needs valgrind and nm. To be done again when
the memory of a session has grown: a list that is older than the program does no harm but that.

Names are listed without what the compiler makes up for each crate, so that the list holds for other
profiles, targets and versions too. Behind the functions come those parts of the program that are mostly
run: what is new there has its place beside them.
"""

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from beside import ROOT, WORDS, Program

LIST = ROOT / "src/link/hot.txt"
HEAD = "# Functions that a session runs; then others like them. Written by tests/bench/hot.py."
# What somebody does: words of every kind, then a page, its end, back, the other language.
KEYS = [key.encode() for word in WORDS for key in [*word, *["\x7f"] * len(word)]]
KEYS += [b"\x1b[B", b"\r", b"\x1b[6~", b"\x1b[5~", b"\x1b", b"\x1b[15~"]


def build(target):
    environment = os.environ | {"CARGO_TARGET_DIR": target, "CARGO_PROFILE_RELEASE_STRIP": "false"}
    command = ["cargo", "build", "--release", "--quiet", "--bin", "plan"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return Path(target) / "release/plan"


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
    """The names of all functions that a session runs, the first one and a later one."""
    with tempfile.NamedTemporaryFile() as out:
        options = ["--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out.name}"]
        command = [shutil.which("valgrind"), *options, program]
        text = ""
        for again in (False, True):
            session(command, slow=20, again=again)
            text += Path(out.name).read_text(errors="replace")
    return {re.sub(r"'\d+$", "", name) for name in re.findall(r"^c?fn=\(\d+\) (\S+)", text, re.M)}


def sizes(program):
    """The functions of a program, and how many bytes each takes."""
    lines = subprocess.run(["nm", "-S", program], capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^[0-9a-f]+ ([0-9a-f]+) [tTwW] (\S+)$", lines, re.M)
    return {name: int(size, 16) for size, name in rows}


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
    """The functions that a session runs, and the parts of the program that are mostly run."""
    hot, there, parts = ran(program), sizes(program), collections.defaultdict(list)
    for name, size in there.items():
        parts[part(name)].append((size, size if name in hot else 0))
    mostly = set()
    for name, each in parts.items():
        if name and 3 * sum(used for _, used in each) > sum(size for size, _ in each):
            mostly.add(f"*Cs*{name}*")
    return {lasting(name) for name in hot if name in there}, mostly


def main():
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as target:
        program = build(target)
        before = session([program])
        chosen, warm = names(program)
        LIST.write_text("\n".join([HEAD, *sorted(chosen), "", *sorted(warm), ""]))
        after = session([build(target)])
    print(f"{len(chosen)} names; {before} kB before, {after} kB after")


main()
