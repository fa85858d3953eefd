"""The n-th failing write: a sentence, nothing half done, and the repeated command works."""

import errno
import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import books
from school import OVER, School, audit, copy

FIRST, LAST = 100, 12
WAYS = {
    "no room": {"TORTURE_ERRNO": str(errno.ENOSPC)},
    "no room from then on": {"TORTURE_ERRNO": str(errno.ENOSPC), "TORTURE_STAYS": "1"},
    "disk error": {"TORTURE_ERRNO": str(errno.EIO)}}


def compile_shim(work):
    """Builds the library that lets calls fail; `None` where there is no C compiler."""
    compiler = next((found for found in map(shutil.which, ("cc", "clang", "gcc")) if found), None)
    if compiler is None:
        return None
    Path(work).mkdir(parents=True, exist_ok=True)
    library = f"{work}/failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run([compiler, "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o",
                    library, source, "-ldl"], check=True)
    return library


def cases(program, school, work):
    empty = audit(program, school, f"{work}/empty", filled=False)
    full = audit(program, school, f"{work}/full", filled=True)
    over = audit(program, school, f"{work}/over", filled=True, keep="1 months")
    named = ["--round", "spring-2020", "--audit", "{audit}"]
    return {
        "init": (None, ["init", "{audit}", "--school", "Torture School"]),
        "survey import": (empty, ["import", school.parents, "--instrument",
                                  "parent-partnership", *named]),
        "names import": (empty, ["import", school.names, "--instrument", "trusted-peers", *named]),
        "roll import": (empty, ["roll", "import", school.later_roll, "--yes", *named]),
        "late import": (full, ["import", school.late_parents, "--instrument",
                               "parent-partnership", *named]),
        "undo": (full, ["imports", "undo", "A1", "--audit", "{audit}"]),
        "prune": (over, ["prune", "--audit", "{audit}"]),
        "forget": (full, ["forget", school.forgotten[0], "--yes", "--audit", "{audit}"]),
        "backup": (full, ["backup", "{copy}", "--audit", "{audit}"])}


def fill(words, place):
    return [word.format(audit=f"{place}/audit", copy=f"{place}/copy") for word in words]


def sentence(code, out, error, place):
    """What is wrong with how a failing command ended."""
    lines = error.splitlines()
    if code < 0:
        return [f"ended by signal {-code}"]
    if code == 0:
        return [f"said to be done, and complained: {error}"] if lines else []
    wrong = [] if code in (1, 74) else [f"exit code {code}: {error}"]
    if len(lines) != 1:
        wrong.append(f"{len(lines)} lines instead of a sentence: {error}")
    elif str(place) not in error or "error: " not in error:
        wrong.append(f"the sentence names no file: {error}")
    return wrong


def states(place, scratch):
    if not (Path(place) / "audit" / "audit.yaml").exists():
        return [], None
    return books.look(Path(place) / "audit", scratch)


def judge(program, name, words, place, before, after, ended):
    """What is wrong after a run in which a write failed."""
    code, _, error = ended
    wrong = sentence(*ended, place)
    found, left = states(place, place)
    wrong += found
    for kind in books.DATABASES:
        if before is None or left is None:
            if left is None and before is not None:
                wrong.append("the plan is gone")
            elif left is not None and books.differences(left[kind], after[kind]):
                wrong.append(f"{kind}.db is not as it is after the command")
            continue
        is_before = not books.differences(left[kind], before[kind])
        is_after = not books.differences(left[kind], after[kind])
        if not is_before and not is_after:
            # Erasing takes several steps in one database.
            if name != "forget" or books.between(left[kind], before[kind], after[kind]):
                wrong.append(f"{kind}.db is neither as before nor as after")
        if code == 0 and not is_after:
            wrong.append(f"said to be done, and {kind}.db is not as after")
        # A copy is on record before it is made.
        is_same = is_before or (name == "backup" and books.differences(
            left[kind], before[kind]) == ["event"])
        if "nothing was changed" in error and f"{kind}.db" in error and not is_same:
            wrong.append(f"the sentence says that nothing was changed: {error}")
    if name == "init" and code != 0 and left is not None:
        wrong.append(f"an audit was made, and said to have failed: {error}")
    there = (place / "copy").exists()
    if name == "backup" and there != (code == 0):
        wrong.append(f"ended with {code}, and the copy is {'' if there else 'not '}there")
    if code != 0:
        again, out, error = program.run(*fill(words, place))
        is_gone = name in OVER and OVER[name] in error
        if again != 0 and not is_gone:
            wrong.append(f"the repeated command ended with {again}: {error}")
    found, final = states(place, place)
    wrong += found
    for kind in books.DATABASES:
        if final is None or books.differences(final[kind], after[kind]):
            wrong.append(f"repeated, {kind}.db is not as it should be")
    if name == "backup":
        code, _, error = program.run("restore", place / "copy", place / "restored")
        if code != 0:
            wrong.append(f"the copy cannot be restored: {error}")
    return wrong


def numbers(calls, is_sparse):
    """Which calls fail: the first hundred, and the last ones, where everything is put in place."""
    first = list(range(1, min(calls, FIRST) + 1))
    last = list(range(max(FIRST, calls - LAST) + 1, calls + 1))
    return first[::8] if is_sparse else first + last


def torture(job):
    """Fails one write after the other of a command, in one way."""
    program, name, base, words, way, library, work = job
    place = Path(f"{work}/runs/{name} {way}".replace(" ", "-"))

    def fresh():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        if base:
            copy(base, place / "audit")

    def env(**more):
        return dict(os.environ, **WAYS[way], LD_PRELOAD=library, TORTURE_FOLDER=str(place), **more)

    fresh()
    before = states(place, place)[1] if base else None
    count = f"{place}.count"
    program.run(*fill(words, place), env=env(TORTURE_NTH="0", TORTURE_COUNT=count))
    calls = int(Path(count).read_text().split()[-1])
    after = states(place, place)[1]
    told, counts, wrong = f"{place}.told", Counter(), []
    for number in numbers(calls, "TORTURE_STAYS" in WAYS[way]):
        fresh()
        Path(told).unlink(missing_ok=True)
        ended = program.run(
            *fill(words, place), env=env(TORTURE_NTH=str(number), TORTURE_TELL=told))
        failed = Path(told).read_text().split()[0] if Path(told).exists() else None
        counts["failed"] += bool(failed)
        counts["told" if ended[0] else "did not matter"] += bool(failed)
        if failed is None and ended[0] == 0:
            continue
        where = Path(told).read_text().strip().replace(str(place), "") if failed else "nothing"
        wrong += [f"{name}, {way}, call {number} ({where}): {fault}" for fault in judge(
            program, name, words, place, before, after, ended)]
    return name, way, counts, [re.sub(r"\s+", " ", fault) for fault in wrong]


def run(program, seed, work, pool):
    library = compile_shim(work)
    if library is None:
        return "no C compiler", ["install one: make tools"]
    school = School(f"{work}/files", seed, pupils=80, families=120)
    jobs = [(program, name, base, words, way, library, work)
            for name, (base, words) in cases(program, school, work).items() for way in WAYS]
    total, wrong = Counter(), []
    for name, way, counts, faults in pool.imap_unordered(torture, jobs):
        total += counts
        wrong += faults
    if total["failed"] < 10 * len(jobs):
        wrong.append(f"only {total['failed']} calls failed: the library is not loaded")
    return f"{total['failed']} failing writes in {len(jobs) // len(WAYS)} commands, " \
           f"{total['told']} told, {total['did not matter']} that did not matter", wrong
