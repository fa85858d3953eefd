"""The independent checker: reads the databases with Python's own SQLite and counts for itself.

It looks at copies, since whoever opens a database after a crash also repairs it.
"""

import shutil
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path

# What differs from run to run: random keys, days and times, and names of files that were forgotten.
CHANGING = {"key", "mark", "at", "day", "undone", "content", "copy"}
DATABASES = ("identity", "answers")


class Opened:
    """The databases of a folder, opened in a copy."""

    def __init__(self, folder, scratch=None):
        self.place = tempfile.mkdtemp(dir=scratch)
        self.connections = {}
        for kind in DATABASES:
            for end in ("", "-wal"):
                file = Path(folder) / f"{kind}.db{end}"
                if file.exists():
                    shutil.copy(file, self.place)
            path = Path(self.place) / f"{kind}.db"
            self.connections[kind] = sqlite3.connect(path, isolation_level=None)
            self.connections[kind].text_factory = bytes

    def __enter__(self):
        return self.connections

    def __exit__(self, *_):
        for connection in self.connections.values():
            connection.close()
        shutil.rmtree(self.place)


def look(folder, scratch=None):
    """The faults of both databases, and what they hold: table by table, without what changes."""
    found, state = [], {}
    with Opened(folder, scratch) as connections:
        for kind, db in connections.items():
            try:
                found += [f"{kind}.db: {fault}" for fault in faults(db, kind)]
                state[kind] = contents(db)
            except sqlite3.Error as error:
                found.append(f"{kind}.db: {error}")
                state[kind] = None
    return found, state


def rows(db, sql):
    return db.execute(sql).fetchall()


def tables(db):
    return sorted(
        name.decode() for (name,) in rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(b"sqlite_"))


def faults(db, kind):
    """What is wrong with the file, and where rows and books do not agree."""
    found = [row[0].decode() for row in rows(db, "PRAGMA integrity_check") if row[0] != b"ok"]
    found += [f"a {row[0].decode()} without its {row[2].decode()}"
              for row in rows(db, "PRAGMA foreign_key_check")]
    for table, count in rows(db, "SELECT name, rows FROM seal"):
        there = rows(db, f"SELECT count(*) FROM {table.decode()}")[0][0]
        if there != count:
            found.append(f"{table.decode()}: {there} rows, sealed were {count}")
    entered = {batch: total for batch, total in rows(
        db, "SELECT batch, sum(added + updated) FROM import WHERE batch IS NOT NULL GROUP BY 1")}
    erased = rows(db, "SELECT count(*) FROM event WHERE action = 'forget'")[0][0] > 0
    there = Counter()
    for table in ("answer",) if kind == "answers" else ("sheet", "response"):
        there.update(dict(rows(db, f"SELECT batch, count(*) FROM {table} GROUP BY 1")))
    for batch in {batch for (batch,) in rows(db, "SELECT id FROM batch")} | set(there):
        if batch not in entered:
            found.append(f"batch {batch}: {there[batch]} rows without their import in the books")
        elif there[batch] != entered[batch] and not (
                erased and kind == "identity" and there[batch] < entered[batch]):
            found.append(f"batch {batch}: {there[batch]} rows, in the books {entered[batch]}")
    for batch in set(entered) - {batch for (batch,) in rows(db, "SELECT id FROM batch")}:
        found.append(f"batch {batch}: in the books, and not there")
    if kind == "identity":
        for roll, pupils, present in rows(
                db, "SELECT id, pupils, (SELECT count(*) FROM pupil WHERE roll = roll.id"
                " AND has_left = 0) FROM roll WHERE undone IS NULL"):
            if present not in (pupils, 0):
                found.append(f"roll {roll}: {present} pupils, in the books {pupils}")
    return found


def contents(db):
    """Every row of every table, as a bag; of what was done as a set, since repeating adds to it."""
    held = {}
    for table in tables(db):
        if table in ("seal", "mark_key"):
            continue
        columns = [name.decode() for (_, name, *_) in rows(db, f"PRAGMA table_info({table})")]
        kept = [column for column in columns if column not in CHANGING]
        if table == "event":
            kept.remove("id")
        bag = Counter(rows(db, f"SELECT {', '.join(kept)} FROM {table}"))
        held[table] = set(bag) if table == "event" else bag
    return held


def differences(one, other):
    """The tables in which two states of a database differ."""
    if one is None or other is None:
        return ["unreadable"]
    return sorted(
        table for table in set(one) | set(other) if one.get(table) != other.get(table))


def between(left, before, after):
    """The tables that are neither as before nor as after a command of several steps.

    What was done is written down in each step, and the counts of each round are a step.
    """
    if left is None:
        return ["unreadable"]
    strange = set(differences(left, before)) & set(differences(left, after))
    if before["event"] <= left["event"] <= after["event"]:
        strange.discard("event")
    counts = [set(state.get("population", ())) for state in (left, before, after)]
    if counts[0] <= counts[1] | counts[2]:
        strange.discard("population")
    return sorted(strange)


def without_events(state):
    return {kind: {table: bag for table, bag in held.items() if table != "event"}
            for kind, held in state.items() if held is not None}
