"""Damaged and foreign files: a sentence or the same figures, never a crash, nothing overwritten."""

import os
import random
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

from school import School, audit, copy

FLIPS = 1000
JOBS = 20
CODES = (1, 74)


def commands(folder):
    named = ["--audit", str(folder)]
    return [["imports", *named],
            ["analyse", "--instrument", "parent-partnership", "--round", "spring-2020",
             "--format", "json", *named],
            ["analyse", "--instrument", "trusted-peers", "--round", "spring-2020",
             "--format", "json", *named]]


def databases(folder):
    return {name: Path(folder, name).read_bytes() for name in ("identity.db", "answers.db")}


def judge(program, folder, asked, wanted, bytes_there):
    """What a reading command made of a damaged file: `refused` or `the same`, and what is wrong."""
    code, out, error = program.run(*asked)
    wrong = []
    if databases(folder) != bytes_there:
        wrong.append("a database was written to")
    if (code, out) == wanted[:2]:
        return "the same", wrong
    if code < 0:
        wrong.append(f"ended by signal {-code}")
    elif code in (0, 2):
        wrong.append(f"other figures: {out[:200]}")
    elif code not in CODES:
        wrong.append(f"exit code {code}: {error}")
    elif out or len(error.splitlines()) != 1 or "error: " not in error or ".db" not in error:
        wrong.append(f"no sentence about the file: {out[:100]} {error}")
    return "refused", wrong


def put(folder, files):
    for name, content in files.items():
        Path(folder, name).write_bytes(content)
        for end in ("-wal", "-shm", "-journal"):
            Path(folder, name + end).unlink(missing_ok=True)


def flips(job):
    """Flips bits one after the other, each in a fresh pair of databases."""
    program, base, seed, number, count, work = job
    folder = copy(base, f"{work}/runs/{number}")
    dice = random.Random(f"{seed} flips {number}")
    whole = databases(folder)
    asks = commands(folder)
    wanted = [program.run(*asked) for asked in asks]
    counts, wrong = Counter(), []
    for flip in range(count):
        name = dice.choices(list(whole), [len(content) for content in whole.values()])[0]
        # A fifth of them in the first page, where the header and the schema stand.
        size = 4096 if flip % 5 == 0 else len(whole[name])
        bit = dice.randrange(size * 8)
        spoilt = bytearray(whole[name])
        spoilt[bit // 8] ^= 1 << bit % 8
        files = whole | {name: bytes(spoilt)}
        put(folder, files)
        # The list of imports reads both databases; of the two reports the one of the spoilt file.
        report = 1 if name == "answers.db" else 2
        for place in (0, report):
            asked, right = asks[place], wanted[place]
            end, faults = judge(program, folder, asked, right, files)
            counts[end] += 1
            wrong += [f"{name}, byte {bit // 8}, bit {bit % 8}, {asked[0]}: {fault}"
                      for fault in faults]
            put(folder, files)
    shutil.rmtree(folder)
    return counts, wrong


def changed(content, sql, work):
    """A database after somebody has run SQL on it."""
    path = Path(work, f"changed-{os.getpid()}.db")
    path.write_bytes(content)
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(sql)
    db.close()
    return path.read_bytes()


def spoilt(name, content, dice, work):
    """The ways in which a whole file is wrong, by name."""
    foreign = changed(b"", "CREATE TABLE other (a); INSERT INTO other VALUES (1)", work)
    own = {"identity.db": 0x6D686149, "answers.db": 0x6D686141}
    other = next(number for key, number in own.items() if key != name)
    ways = {
        "zero length": b"", "header only": content[:100], "one byte": content[:1],
        "foreign database": foreign, "text": b"UPN,name\nP1,Ada\n" * 20,
        "zeros": bytes(len(content)),
        "the other's application_id": changed(content, f"PRAGMA application_id = {other}", work),
        "newer": changed(content, "PRAGMA user_version = 1000", work),
        "older": changed(content, "PRAGMA user_version = 0", work),
        "a trigger": changed(
            content, "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM import; END", work),
        "a view": changed(content, "CREATE VIEW v AS SELECT * FROM import", work),
        "a table": changed(content, "CREATE TABLE extra (a)", work),
        "an index": changed(content, "CREATE INDEX extra ON import (day)", work),
        "a row more": changed(
            content, "INSERT INTO definition VALUES (hex(randomblob(32)), 'x', x'00')", work),
        "a row less": changed(
            content, "PRAGMA foreign_keys = OFF; DELETE FROM import WHERE id = 1", work),
        "another figure": changed(content, "UPDATE import SET added = added - 1", work),
        "no seals": changed(content, "DELETE FROM seal", work)}
    for _ in range(12):
        length = dice.randrange(len(content))
        ways[f"cut to {length} bytes"] = content[:length]
    return ways


def wholes(program, base, seed, work):
    """Files that are wrong as a whole: each is refused, and left as it is."""
    folder = copy(base, f"{work}/wholes")
    dice = random.Random(f"{seed} wholes")
    pristine = databases(folder)
    count, wrong = 0, []
    for name, content in pristine.items():
        for way, bytes_there in spoilt(name, content, dice, work).items():
            files = pristine | {name: bytes_there}
            put(folder, files)
            end, faults = judge(program, folder, commands(folder)[0], ("", ""), files)
            count += 1
            wrong += [f"{name}, {way}: {fault}" for fault in faults]
    return count, wrong


def run(program, seed, work, pool, total=FLIPS):
    school = School(f"{work}/files", seed, pupils=250, families=800)
    base = audit(program, school, f"{work}/base", filled=True)
    jobs = [(program, base, seed, number, total // JOBS, work) for number in range(JOBS)]
    counts, wrong = Counter(), []
    for own, faults in pool.imap_unordered(flips, jobs):
        counts += own
        wrong += faults
    files, faults = wholes(program, base, seed, work)
    return f"{total} flipped bits, read {sum(counts.values())} times: {counts['refused']} refused," \
           f" {counts['the same']} the same figures; {files} files wrong as a whole", wrong + faults
