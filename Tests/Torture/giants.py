"""Files of one giant cell, of quotation marks, of columns or of nothing: refused soon, in little memory.

The files lie where the run lies, in memory where there is room, one at a time, and go at once.
"""

import os
import re
import subprocess
import threading
import time
from pathlib import Path

INSTRUMENT = "SampleData/dialects/mini-safety.yaml"
HEAD = b"year_group,safe_class,safe_playground,worried_where,trusted_people,comment\n"
ROW = b"y3,4,4,,,"
MEBI = 1 << 20
SIZE = 512
# What the program itself takes is some 30 MiB; the file is 512.
MEMORY = 64
SECONDS = 5
# What comes through a pipe is held, up to 256 MiB, and what is held grows by doubling.
PIPE_MEMORY = 640

# What stands before, what is repeated, how many MiB of it, what stands behind, and the words.
FILES = {
    "an unquoted cell": (HEAD + ROW, b"x", SIZE, b"\n", "longer than 64 KiB"),
    "a quotation mark never closed": (HEAD + ROW + b'"', b"x", SIZE, b"", "opens here"),
    "a quoted cell": (HEAD + ROW + b'"', b"x", SIZE, b'"\n', "opens here"),
    "lines behind a quotation mark": (HEAD + ROW + b'"', b"1,2\n", SIZE, b"", "opens here"),
    "an unquoted heading": (b"", b"x", SIZE, b"\n", "longer than 64 KiB"),
    "a quoted heading": (b'"', b"x", SIZE, b'"\n', "opens here"),
    "quotation marks": (HEAD, b'"', 128, b"", "opens here"),
    "headings": (b"", b",", 1, b"", "more than 1000 columns"),
    "cells in a row": (HEAD, b",", SIZE, b"", "more than 1000 columns"),
    "blank lines": (b"", b"\n", 10, b"", "only blank lines"),
}


def write(file, case):
    before, repeated, size, behind, _ = FILES[case]
    block = repeated * (MEBI // len(repeated))
    file.write(before)
    for _ in range(size):
        file.write(block)
    file.write(behind)


def watched(program, path):
    """Exit code, words, seconds and the most memory in MiB of a reading."""
    begin = time.monotonic()
    with subprocess.Popen(
            program.words + ["analyse", path, "--instrument", INSTRUMENT],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        words = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, words, time.monotonic() - begin, usage.ru_maxrss >> 10


def judge(case, found, words, memory):
    """What is wrong with a reading; empty where nothing is."""
    code, said, took, most = found
    wrong = []
    if code not in (1, 65):
        wrong.append(f"{case}: exit code {code}")
    if words not in re.sub(r"\s+", " ", said):
        wrong.append(f"{case}: said {said[:200]!r}")
    if len(said) > 2_000:
        wrong.append(f"{case}: {len(said)} characters of words")
    if took > SECONDS:
        wrong.append(f"{case}: {took:.1f} s")
    if most > memory:
        wrong.append(f"{case}: {most} MiB")
    return wrong


def through_pipe(program, path, case):
    """A reading of what somebody writes into a pipe, who stops when nobody reads on."""
    os.mkfifo(path)

    def fill():
        try:
            with open(path, "wb") as pipe:
                write(pipe, case)
        except BrokenPipeError:
            pass

    writer = threading.Thread(target=fill)
    writer.start()
    found = watched(program, path)
    writer.join()
    os.remove(path)
    return found


def run(program, seed, work, pool):
    del seed, pool
    Path(work).mkdir(parents=True)
    path = Path(work, "giant.csv")
    wrong, most, longest, piped = [], 0, 0.0, 0
    for case in FILES:
        with open(path, "wb") as file:
            write(file, case)
        found = watched(program, path)
        os.remove(path)
        longest, most = max(longest, found[2]), max(most, found[3])
        wrong += judge(case, found, FILES[case][4], MEMORY)
    for case in ("an unquoted cell", "a quotation mark never closed"):
        found = through_pipe(program, path, case)
        piped = max(piped, found[3])
        wrong += judge(case + " through a pipe", found, "save the file", PIPE_MEMORY)
    return (f"{len(FILES)} files of up to {SIZE} MiB refused, each within {longest:.1f} s and"
            f" {most} MiB, and 2 through a pipe within {piped} MiB"), wrong
