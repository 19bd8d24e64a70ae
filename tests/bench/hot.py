#!/usr/bin/env python3
"""Writes src/link/hot.txt: the functions that a session runs, so that the linker can put them together.

    tests/bench/hot.py

It builds the program twice, runs a session of the shipped plan under valgrind in between, and prints
the memory that one takes, in kB (Pss), before and after. Needs valgrind and nm. To be done again when
the memory of a session has grown: a list that is older than the program does no harm but that.

Functions of which several share one name are listed by their whole name if the others are large; the
hash in it changes with the compiler and with what they are made for. All others are listed without.
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
HEAD = """\
# Functions that a session runs. Written by tests/bench/hot.py.
"""
# What somebody does: words of every kind, then a page, its end, back, the other language.
KEYS = [key.encode() for word in WORDS for key in [*word, *["\x7f"] * len(word)]]
KEYS += [b"\x1b[B", b"\r", b"\x1b[6~", b"\x1b[5~", b"\x1b", b"\x1b[15~"]
# Bytes that may come along untouched with functions of the same name.
SPARE = 512


def build(target):
    environment = os.environ | {"CARGO_TARGET_DIR": target, "CARGO_PROFILE_RELEASE_STRIP": "false"}
    command = ["cargo", "build", "--release", "--quiet", "--bin", "plan"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return Path(target) / "release/plan"


def session(command, slow=1):
    """Runs a session and gives its memory. `slow`: how many times longer everything takes."""
    program = Program([str(part) for part in command], (80, 24))
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
    """The names of all functions that a session runs."""
    with tempfile.NamedTemporaryFile() as out:
        valgrind = ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out.name}"]
        session([shutil.which("valgrind"), *valgrind[1:], program], slow=20)
        text = Path(out.name).read_text(errors="replace")
    return {re.sub(r"'\d+$", "", name) for name in re.findall(r"^c?fn=\(\d+\) (\S+)", text, re.M)}


def sizes(program):
    """The functions of a program, and how many bytes each takes."""
    lines = subprocess.run(["nm", "-S", program], capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^[0-9a-f]+ ([0-9a-f]+) [tTwW] (\S+)$", lines, re.M)
    return {name: int(size, 16) for size, name in rows}


def shared(name):
    """A name without what the compiler makes up anew."""
    name = re.sub(r"\.llvm\.\d+$", "", name)
    if name.startswith("_ZN"):
        return re.sub(r"17h[0-9a-f]{16}E$", "17h*", name)
    return re.sub(r"Cs[0-9A-Za-z]+_", "Cs*_", name) if name.startswith("_R") else name


def names(program):
    hot, groups = ran(program), collections.defaultdict(list)
    for name, size in sizes(program).items():
        groups[shared(name)].append((name, size))
    chosen = set()
    for group, functions in groups.items():
        run = [(name, size) for name, size in functions if name in hot]
        used = sum(size for _, size in run)
        unused = sum(size for _, size in functions) - used
        if run:
            precise = unused > max(SPARE, used // 4)
            chosen |= {name for name, _ in run} if precise else {group}
    return chosen


def main():
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as target:
        program = build(target)
        before = session([program])
        chosen = names(program)
        LIST.write_text(HEAD + "".join(f"{name}\n" for name in sorted(chosen)))
        after = session([build(target)])
    print(f"{len(chosen)} names; {before} kB before, {after} kB after")


main()
