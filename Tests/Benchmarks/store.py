"""The part of the benchmark that writes: an import beside the `sqlite3` shell's own."""

import shlex
import shutil
import sqlite3
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "SampleData"
SOURCES = ["staff-wellbeing", "pupil-safety", "parent-partnership", "trusted-peers"]


def shell(*lines):
    """One command that runs lines of shell, stopping at the first that fails."""
    return ["sh", "-ec", "\n".join(lines)]


def words(*parts):
    return " ".join(shlex.quote(str(part)) for part in parts)


def make_audit(mhars, folder, instruments, own=None):
    """An audit that nothing was taken into yet."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [mhars, "init", str(folder), "--school", "Bench", "--round", "r1"]
    for instrument in instruments:
        command += ["--instrument", instrument]
    environment = {"MHARS_INSTRUMENTS": str(HERE)} if own else None
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    if own:
        shutil.copy(own, folder / "instruments")


def commands(work, data, mhars):
    """A million rows: ours and the yardstick's, each into a database that is new."""
    survey, empty, full = data / "survey.csv", work / "audit", work / "audit-full"
    table = work / "table.db"
    script = work / "import.sql"
    script.write_text(f".mode csv\n.import {survey} survey\n", encoding="utf-8")
    make_audit(mhars, empty, ["bench-survey"], HERE / "bench-survey.yaml")
    ours = shell(
        words("rm", "-rf", full), words("cp", "-r", empty, full),
        "exec " + words(mhars, "import", survey, "--instrument", "bench-survey", "--audit", full))
    theirs = shell(words("rm", "-f", table), f"exec sqlite3 {words(table)} < {words(script)}")
    return ours, theirs, full / "answers.db", table


def school_commands(work, mhars):
    """Each import of the sample school, into an audit that holds what comes before it."""
    folder = work / "school"
    make_audit(mhars, folder, SOURCES)
    steps = [["roll", "import", str(SAMPLE / "roll.csv")]]
    steps += [["import", str(SAMPLE / f"{source}.csv"), "--instrument", source] for source in SOURCES]
    jobs = []
    for place, step in enumerate(steps):
        before, now = work / f"school-{place}", work / "school-now"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(folder, before)
        command = [mhars, *step, "--audit"]
        subprocess.run([*command, str(folder)], check=True, stdout=subprocess.DEVNULL)
        fresh = shell(
            words("rm", "-rf", now), words("cp", "-r", before, now), "exec " + words(*command, now))
        jobs.append((" ".join(step[:2]).replace(str(SAMPLE) + "/", ""), fresh))
    return jobs


def rows(database, table):
    """How many rows a table holds, as an SQLite of its own counts them."""
    with sqlite3.connect(database) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
