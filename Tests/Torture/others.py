"""Others at work: a folder that cannot be written, a lock that is held, two imports at once."""

import fcntl
import os
import random
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

import books
from school import School, audit, copy

RACES = 12


def one_sentence(code, error, wanted, *words):
    lines = error.splitlines()
    if code != wanted or len(lines) != 1 or not all(word in error for word in words):
        return [f"ended with {code} instead of {wanted}: {error}"]
    return []


def read_only(program, base, school, work):
    """A folder that belongs to somebody else; `None` where that cannot be had."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return None
    # The program is taken along, since others may not see the folder that it lies in.
    own = Path(work, "program")
    own.mkdir()
    shutil.copy(program.words[0], own / "mhars")
    shutil.copytree(Path(__file__).parents[2] / "Instruments", own / "Instruments")
    shutil.copy(school.parents, own / "parents.csv")
    folder = copy(base, f"{work}/readonly")
    as_other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", str(own / "mhars")]
    if subprocess.run(as_other + ["--version"], capture_output=True).returncode != 0:
        return None
    wrong = []
    for mode in (0o755, 0o700):
        for path in [Path(folder), *Path(folder).rglob("*")]:
            path.chmod(mode if path.is_dir() else mode & 0o666)
        before = {path: path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
        for words in (["import", str(own / "parents.csv"), "--instrument", "parent-partnership",
                       "--round", "spring-2020"], ["imports"], ["prune"]):
            done = subprocess.run(as_other + words + ["--audit", folder], capture_output=True)
            code, error = done.returncode, done.stderr.decode()
            if code not in (1, 74) or len(error.splitlines()) != 1 or folder not in error:
                wrong.append(f"mode {mode:o}, {words[0]}: ended with {code}: {error}")
        done = subprocess.run(as_other + ["init", f"{work}/base/new"], capture_output=True)
        wrong += one_sentence(done.returncode, done.stderr.decode(), 74, f"{work}/base")
        if before != {path: path.read_bytes() for path in before}:
            wrong.append(f"mode {mode:o}: a file was changed")
    return wrong


def held(program, base, school, work):
    """The lock of the audit held by another process, then that of a database."""
    wrong = []
    folder = copy(base, f"{work}/held")
    words = ["import", school.parents, "--instrument", "parent-partnership", "--round",
             "spring-2020", "--audit", folder]
    _, before = books.look(folder)
    with open(f"{folder}/.lock", "w") as lock:
        lock.write("4711\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in (words, ["imports", "--audit", folder]):
            begin = time.monotonic()
            code, _, error = program.run(*command)
            wrong += one_sentence(code, error, 74, folder, "4711", "wait")
            if not 4 < time.monotonic() - begin < 15:
                wrong.append(f"waited {time.monotonic() - begin:.1f} s")
        fcntl.flock(lock, fcntl.LOCK_SH)
        code, _, error = program.run("imports", "--audit", folder)
        if code != 0:
            wrong.append(f"two readers at once: {code} {error}")
    db = sqlite3.connect(f"{folder}/answers.db", isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    code, _, error = program.run(*words)
    wrong += one_sentence(code, error, 74, "answers.db", "wait")
    db.execute("ROLLBACK")
    db.close()
    found, left = books.look(folder)
    if left != before:
        wrong.append("a refused command changed something")
    code, _, error = program.run(*words)
    if code != 0:
        wrong.append(f"after the lock was given back: {code} {error}")
    return wrong + found


def race(job):
    """Two imports at the same time: each is whole or refused."""
    program, base, school, seed, number, work = job
    dice = random.Random(f"{seed} race {number}")
    folder = copy(base, f"{work}/race-{number}")
    named = ["--round", "spring-2020", "--audit", folder]
    survey = ["--instrument", "parent-partnership", *named]
    first = ["import", school.parents, *survey]
    second = [["import", school.more_parents, *survey], first,
              ["import", school.names, "--instrument", "trusted-peers", *named]][number % 3]
    runs = []
    for words in (first, second):
        runs.append(subprocess.Popen(
            program.words + words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE))
        time.sleep(dice.uniform(0, 0.1))
    wrong, taken = [], 0
    for run in runs:
        out, error = (text.decode() for text in run.communicate())
        taken += "was taken into" in out
        if run.returncode not in (0, 74) or (run.returncode and len(error.splitlines()) != 1):
            wrong.append(f"race {number}: ended with {run.returncode}: {error}")
    found, state = books.look(folder)
    wrong += [f"race {number}: {fault}" for fault in found]
    entered = sum(sum(state[kind]["import"].values()) for kind in books.DATABASES)
    if entered != taken or taken == 0 or (number % 3 == 1 and taken != 1):
        wrong.append(f"race {number}: {taken} said to be taken in, {entered} in the books")
    return wrong


def run(program, seed, work, pool):
    school = School(f"{work}/files", seed, pupils=300, families=1500)
    base = audit(program, school, f"{work}/base", filled=False)
    wrong = []
    races = pool.map_async(
        race, [(program, base, school, seed, number, work) for number in range(RACES)])
    alone = read_only(program, base, school, work)
    wrong += alone or []
    wrong += held(program, base, school, work)
    for faults in races.get():
        wrong += faults
    return f"{RACES} races of two imports, four commands on a held lock, a folder of somebody " \
           f"else{' (skipped: needs root and setpriv)' if alone is None else ''}", wrong
