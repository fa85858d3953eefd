#!/usr/bin/env python3
"""Feeds the readers of foreign files with changed files. See README.md."""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parent / "Corpus"
# Where an input goes through many readings, a short one finds more.
LONGEST = {"csv": 1_024, "answers": 2_048}
# The toolchain's own XML parser loses a few bytes with each error of a file.
KNOWN_LEAKS = "leak:libFoundationXML.so\n"


def environment(work):
    """Few bytes are held back after they were freed, since most inputs take little time."""
    leaks = work / "leaks.txt"
    leaks.write_text(KNOWN_LEAKS)
    return os.environ | {
        "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "quarantine_size_mb=4",
        "LSAN_OPTIONS": f"suppressions={leaks}:print_suppressions=0"}


def number(pattern, text):
    """The last number after some words; 0 where they do not stand."""
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def run(program, target, options, work):
    """Runs one target, prints its line, and tells whether it found nothing."""
    grown, findings = work / target, work / "findings"
    shutil.rmtree(grown, ignore_errors=True)
    grown.mkdir()
    findings.mkdir(exist_ok=True)
    command = [
        program, target, f"-seed={options.seed}", f"-max_total_time={options.seconds}",
        f"-max_len={LONGEST.get(target, 4_096)}", "-timeout=10", "-rss_limit_mb=1024",
        "-print_final_stats=1", f"-artifact_prefix={findings}/{target}-", grown, CORPUS / target]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                         env=environment(work))
    log = ran.stdout.decode(errors="replace")
    (work / f"{target}.log").write_text(log)
    executed = number(r"number_of_executed_units: (\d+)", log)
    edges, all_edges = number(r"cov: (\d+)", log), number(r"\((\d+) inline 8-bit counters", log)
    kept, size = number(r"corp: (\d+)/", log), len(list((CORPUS / target).iterdir()))
    seconds = max(1, options.seconds)
    print(f"{'ok    ' if ran.returncode == 0 else 'FAILED'}  {target:<12}{executed:>9} runs "
          f"{executed // seconds:>6}/s  {edges:>6} of {all_edges} edges  corpus {size}, "
          f"grown to {kept}", flush=True)
    if ran.returncode != 0:
        for line in log.splitlines():
            if re.match(r"FINDING|SUMMARY|.*ERROR: |.*Test unit written|.*[Ff]atal error", line):
                print(f"    {line[:200]}")
        print(f"    all of it: {work / (target + '.log')}", flush=True)
    return ran.returncode == 0


def main():
    targets = sorted(folder.name for folder in CORPUS.iterdir())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", help=f"some of: {', '.join(targets)}; all if none")
    parser.add_argument("--program", default=".build/fuzz/release/fuzz")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for target in options.targets:
        if target not in targets:
            parser.error(f"there is no target '{target}'")
    work = Path(".build/fuzzing").absolute()
    work.mkdir(parents=True, exist_ok=True)
    print(f"fuzzing, seed {options.seed}, {options.seconds} s each", flush=True)
    sound = [run(options.program, target, options, work) for target in options.targets or targets]
    if not all(sound):
        print(f"the findings are in {work / 'findings'}; keep each in Tests/Fuzz/Corpus")
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
