"""What must be caught: wrong-doing on purpose, to show that the judges see it."""

import os
import random
import sqlite3
import stat
import sys
from pathlib import Path

import books
import damage
import failing_writes
import kills
from school import Program, School, audit, copy

KILLS = 12


def careless(work, name, source):
    """A program that does wrong, as a script with the name of what it does wrong."""
    path = Path(work, name)
    path.write_text(f"#!{sys.executable}\n" + source)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Program(path)


# Takes a file in with a transaction for every thousand rows, and the books at the end.
PIECEMEAL = """
import os, sqlite3, sys
folder = sys.argv[sys.argv.index("--audit") + 1]
db = sqlite3.connect(folder + "/answers.db", isolation_level=None)
db.execute("PRAGMA synchronous = OFF")
collection = 1
db.execute("INSERT OR IGNORE INTO definition VALUES (?, 'parent-partnership', x'00')", ("0" * 64,))
db.execute("INSERT INTO collection VALUES (1, 'spring-2020', 'parent-partnership', ?, 5)", ("0" * 64,))
db.execute("INSERT INTO batch VALUES (1, 1)")
for piece in range(40):
    db.execute("BEGIN")
    for row in range(1000):
        db.execute("INSERT INTO answer VALUES (1, ?, x'00')", (os.urandom(16),))
    db.execute("COMMIT")
db.execute("INSERT INTO import VALUES (1, 1, 1, '2026-11-22', 'f', 'plain', ?, 0, 40000, 40000,"
           " 0, 0, 0, NULL)", (os.urandom(16),))
for (name,) in db.execute("SELECT name FROM seal").fetchall():
    db.execute(f"UPDATE seal SET rows = (SELECT count(*) FROM {name}) WHERE name = '{name}'")
"""

# Reads without looking at the seals.
TRUSTING = """
import sqlite3, sys
folder = sys.argv[sys.argv.index("--audit") + 1]
for file in ("identity.db", "answers.db"):
    db = sqlite3.connect(folder + "/" + file)
    for row in db.execute("SELECT id, file, added FROM import ORDER BY id"):
        print(*row)
"""

# Writes and looks neither at errors nor at what it leaves: the first ends with its own words for
# it, the second says that all is well.
CRASHING = """
import sys
with open(sys.argv[sys.argv.index("--audit") + 1] + "/audit.yaml", "a") as plan:
    plan.write("# more\\n")
"""
SWALLOWING = """
import os, sqlite3, sys
folder = sys.argv[sys.argv.index("--audit") + 1]
try:
    file = os.open(folder + "/note", os.O_WRONLY | os.O_CREAT)
    os.write(file, b"x")
    sqlite3.connect(folder + "/answers.db").execute("SELECT 1").fetchall()
except OSError:
    pass
db = sqlite3.connect(folder + "/answers.db", isolation_level=None)
db.execute("DELETE FROM population WHERE rowid IS NULL OR people >= 0")
db.execute("UPDATE seal SET rows = 0 WHERE name = 'population'")
"""


def checker(full, work):
    """What the independent checker must report of a database that was tampered with."""
    missed = []
    tampering = {
        "rows of an import that are missing":
            ("answers", "DELETE FROM answer WHERE key IN (SELECT key FROM answer LIMIT 7)"),
        "a row without its import":
            ("answers", "INSERT INTO batch VALUES (99, 1);"
             "INSERT INTO answer VALUES (99, randomblob(16), x'00')"),
        "an import without its rows": ("answers", "DELETE FROM answer"),
        "sheets without their import":
            ("identity", "UPDATE import SET batch = NULL, undone = '2026-11-22'"),
        "half a roll": ("identity", "DELETE FROM pupil_group; DELETE FROM pupil WHERE id > 'T00100'"),
        "a name of no sheet":
            ("identity", "PRAGMA foreign_keys = OFF; INSERT INTO written_name VALUES (0, 0, 'A', NULL)")}
    for name, (kind, sql) in tampering.items():
        folder = copy(full, f"{work}/tampered")
        db = sqlite3.connect(f"{folder}/{kind}.db", isolation_level=None)
        db.executescript(sql)
        # The seals are made to agree, so that the books alone can tell.
        for (table,) in db.execute("SELECT name FROM seal").fetchall():
            db.execute(f"UPDATE seal SET rows = (SELECT count(*) FROM {table}) WHERE name = ?",
                       (table,))
        db.close()
        if not books.look(folder, work)[0]:
            missed.append(f"not seen by the checker: {name}")
    folder = copy(full, f"{work}/tampered")
    path = Path(folder, "answers.db")
    content = bytearray(path.read_bytes())
    content[8192:8200] = b"\xff" * 8
    path.write_bytes(content)
    if not books.look(folder, work)[0]:
        missed.append("not seen by the checker: an overwritten page")
    return len(tampering) + 1, missed


def killed(program, school, empty, work, seed):
    """An import in pieces must be caught by the judge of the kills."""
    piecemeal = careless(work, "piecemeal", PIECEMEAL)
    place = Path(work, "piecemeal-runs")
    case = kills.Case("piecemeal", empty, ["import", "--audit", "{audit}"], KILLS)
    copy(empty, place / "twin" / "audit")
    piecemeal.must(*case.command(place / "twin"))
    before, after = books.look(empty, work)[1], books.look(place / "twin" / "audit", work)[1]
    spans = kills.measure(piecemeal, case, place)
    caught = 0
    for number in range(KILLS):
        copy(empty, place / "audit")
        kills.kill(piecemeal, case, place, random.Random(f"{seed} piecemeal {number}"), spans)
        _, left = books.look(place / "audit", work)
        caught += all(books.differences(left["answers"], other["answers"])
                      for other in (before, after))
    return caught, [] if caught else [f"an import in pieces was not caught by {KILLS} kills"]


def flipped(full, work):
    """A reader that ignores the seals must be caught by the judge of the flips."""
    trusting = careless(work, "trusting", TRUSTING)
    folder = copy(full, f"{work}/flipped")
    asked = ["imports", "--audit", folder]
    wanted = trusting.run(*asked)
    files = damage.databases(folder)
    content = bytearray(files["answers.db"])
    content[content.index(b"parents.csv")] ^= 1
    files["answers.db"] = bytes(content)
    damage.put(folder, files)
    end, wrong = damage.judge(trusting, folder, asked, wanted, files)
    return [] if any("other figures" in fault for fault in wrong) else [
        "a reader that ignores the seals was not caught"]


def failing(full, work):
    """Programs that do not mind errors must be caught by the judge of the failing writes."""
    library = failing_writes.compile_shim(work)
    missed = []
    for name, source in (("crashing", CRASHING), ("swallowing", SWALLOWING)):
        program = careless(work, name, source)
        place = Path(work, f"{name}-runs")
        copy(full, place / "audit")
        before = books.look(place / "audit", work)[1]
        env = dict(os.environ, LD_PRELOAD=library or "", TORTURE_FOLDER=str(place),
                   TORTURE_NTH="1", TORTURE_ERRNO="28")
        words = ["--audit", "{audit}"]
        ended = program.run(*failing_writes.fill(words, place), env=env)
        if not failing_writes.judge(program, name, words, place, before, before, ended):
            missed.append(f"a {name} program was not caught")
    return missed


def backup(program, full, work):
    """Half a backup under its own name must be caught."""
    place = Path(work, "half")
    place.mkdir()
    program.must("backup", place / "copy", "--audit", full)
    os.remove(place / "copy" / "audit.yaml")
    before = books.look(full, work)[1]
    return [] if kills.whole_backup(program, place, before) else ["half a backup was not caught"]


def run(program, seed, work, pool):
    school = School(f"{work}/files", seed, pupils=200, families=300)
    empty = audit(program, school, f"{work}/empty", filled=False)
    full = audit(program, school, f"{work}/full", filled=True)
    count, missed = checker(full, work)
    caught, uncaught = killed(program, school, empty, work, seed)
    missed += uncaught + flipped(full, work) + failing(full, work) + backup(program, full, work)
    return f"{count} tamperings, 4 careless programs and half a backup were caught (an import in" \
           f" pieces by {caught} of {KILLS} kills)", missed
