#!/usr/bin/env python3
"""Tortures the store of an audit and the readers of files. See README.md."""

import argparse
import multiprocessing
import os
import random
import re
import shutil
import sys
import tempfile
import time

import controls
import damage
import failing_writes
import giants
import kills
import others
from school import Program

PARTS = {
    "controls": controls.run, "kills": kills.run, "dialects": kills.run_dialects,
    "writes": failing_writes.run, "others": others.run, "damage": damage.run, "giants": giants.run}


def kinds(faults):
    """The first fault of each kind: those that differ in their numbers alone are one kind."""
    first = {}
    for fault in faults:
        first.setdefault(re.sub(r"\d+|\(.*?\)", "", fault)[:120], fault)
    return [fault[:500] for fault in first.values()]


def workplace():
    """A folder in memory where there is one: a kill or a failing call needs no real disk."""
    memory = "/dev/shm"
    has_room = os.path.isdir(memory) and shutil.disk_usage(memory).free > 500 << 20
    work = tempfile.mkdtemp(prefix="torture-", dir=memory if has_room else None)
    os.chmod(work, 0o755)
    return work


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"some of: {', '.join(PARTS)}; all if none")
    parser.add_argument("--mhars", default=".build/release/mhars", help="the program")
    parser.add_argument("--seed", type=int, help="repeats a run that failed")
    parser.add_argument("--keep", action="store_true", help="leave the files of the run")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"there is no part '{part}'")
    seed = random.SystemRandom().randrange(1_000_000) if options.seed is None else options.seed
    program = Program(options.mhars)
    work = workplace()
    failed = []
    print(f"torture, seed {seed}", flush=True)
    try:
        with multiprocessing.Pool(max(2, os.cpu_count() or 2)) as pool:
            for part in options.parts or PARTS:
                begin = time.monotonic()
                summary, wrong = PARTS[part](program, seed, f"{work}/{part}", pool)
                took = time.monotonic() - begin
                print(f"{'FAILED' if wrong else 'ok'}  {part}: {summary} ({took:.0f} s)", flush=True)
                for fault in kinds(wrong)[:20]:
                    print(f"    {fault}")
                if wrong:
                    print(f"    {len(wrong)} in all; to repeat: python3 Tests/Torture/torture.py "
                          f"{part} --seed {seed} --mhars {options.mhars}", flush=True)
                    failed.append(part)
    finally:
        if options.keep:
            print(f"the files are in {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
