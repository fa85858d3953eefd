"""kill -9 at random moments: afterwards everything is whole or absent, and repeating completes it."""

import fcntl
import os
import random
import shutil
import signal
import struct
import subprocess
import time
from collections import Counter
from pathlib import Path

import books
from school import OVER, School, audit, copy

# The bytes of a -shm file that SQLite locks while it writes, and while it empties the log.
WRITE_LOCK, CHECKPOINT_LOCK = 120, 121
SHARE_AT_RANDOM = 0.3
TRIES = 3
WANTED_DURING = 0.30
DIALECT_ROWS = 2000
DIALECT_KILLS = 3


class Case:
    """A command that is killed: from which audit, and how it is called."""

    def __init__(self, name, base, words, kills, is_backup=False, survey="parent-partnership"):
        self.name, self.base, self.words, self.kills = name, base, words, kills
        self.is_backup, self.survey = is_backup, survey

    def command(self, place):
        fill = {"audit": f"{place}/audit", "copy": f"{place}/copy"}
        return [word.format(**fill) for word in self.words]


def cases(program, school, small, work, total):
    empty = audit(program, school, f"{work}/empty", filled=False)
    full = audit(program, school, f"{work}/full", filled=True)
    # Looking for a name in every text takes long, and is not what is killed.
    little = audit(program, small, f"{work}/little", filled=True)
    over = audit(program, school, f"{work}/over", filled=True, keep="1 months")
    named = ["--round", "spring-2020", "--audit", "{audit}"]
    shares = [
        ("survey import", empty, ["import", school.parents, "--instrument", "parent-partnership",
                                  *named], 0.2),
        ("names import", empty, ["import", school.names, "--instrument", "trusted-peers",
                                 *named], 0.15),
        ("roll import", empty, ["roll", "import", school.later_roll, "--yes", *named], 0.125),
        ("late import", full, ["import", school.late_parents, "--instrument",
                               "parent-partnership", *named], 0.125),
        ("undo", full, ["imports", "undo", "A1", "--audit", "{audit}"], 0.1),
        ("prune", over, ["prune", "--audit", "{audit}"], 0.1),
        ("forget", little, ["forget", small.forgotten[0], "--yes", "--audit", "{audit}"], 0.1),
        ("backup", full, ["backup", "{copy}", "--audit", "{audit}"], 0.1)]
    return [Case(name, base, words, max(1, round(total * share)), name == "backup")
            for name, base, words, share in shares]


def dialect_cases(program, school, work, seed):
    """An import of what each survey tool exports, by turns as CSV and as a workbook."""
    empty = audit(program, school, f"{work}/mini", filled=False, surveys=["mini-safety"])
    definition = Path(__file__).parents[2] / "SampleData" / "dialects" / "mini-safety.yaml"
    shutil.copy(definition, f"{empty}/instruments")
    files, cases = f"{work}/exports", []
    for number, (name, recipe) in enumerate(program.exports(files, DIALECT_ROWS, seed)):
        kind = ("csv", "xlsx")[(number + seed) % 2]
        words = ["import", f"{files}/{name}.{kind}", "--instrument", "mini-safety", "--round",
                 "spring-2020", "--any-day", "--audit", "{audit}"]
        if recipe != "-":
            words += ["--map", f"{files}/{recipe}"]
        cases.append(Case(f"{name}.{kind}", empty, words, DIALECT_KILLS, survey="mini-safety"))
    return cases


def is_writing(place):
    """Whether somebody writes to one of the databases, or makes a copy, at this moment."""
    for file in (f"{place}/audit/identity.db-shm", f"{place}/audit/answers.db-shm"):
        try:
            descriptor = os.open(file, os.O_RDWR)
        except FileNotFoundError:
            continue
        try:
            for byte in (WRITE_LOCK, CHECKPOINT_LOCK):
                wanted = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, byte, 1, 0)
                answer = fcntl.fcntl(descriptor, fcntl.F_GETLK, wanted)
                if struct.unpack("hhqqi4x", answer)[0] != fcntl.F_UNLCK:
                    return True
        finally:
            os.close(descriptor)
    return os.path.exists(f"{place}/.copy.mhars-part")


def start(program, words):
    return subprocess.Popen(
        program.words + words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)


def measure(program, case, place):
    """How long a run takes, and when its writing begins and ends; the median of three."""
    spans = []
    for _ in range(30):
        copy(case.base, f"{place}/audit")
        shutil.rmtree(f"{place}/copy", ignore_errors=True)
        begin = time.monotonic()
        run, seen = start(program, case.command(place)), []
        while run.poll() is None:
            if is_writing(place):
                seen.append(time.monotonic() - begin)
        # On a busy machine a short writing may come and go between two looks.
        if seen:
            spans.append((time.monotonic() - begin, seen[0], seen[-1]))
        if len(spans) == 3:
            break
    if not spans:
        raise RuntimeError(f"{case.name}: 30 runs were never seen to write")
    spans = sorted(spans)
    return spans[len(spans) // 2]


def kill(program, case, place, dice, spans):
    """Kills a run at a random moment; whether it still ran, and whether it was writing then."""
    length, first, last = spans
    run = start(program, case.command(place))
    if dice.random() < SHARE_AT_RANDOM:
        time.sleep(dice.uniform(0, length))
    else:
        while run.poll() is None and not is_writing(place):
            pass
        # Others of its writings come and go before the one that matters: the next one after a while.
        time.sleep(dice.uniform(0, last - first))
        while run.poll() is None and not is_writing(place):
            pass
        time.sleep(dice.uniform(0, 0.004))
    if run.poll() is not None:
        return False, False
    # Stopped first, so that where it stands can be read; a stopped process cleans nothing up.
    os.kill(run.pid, signal.SIGSTOP)
    _, status = os.waitpid(run.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        run.returncode = 0
        return False, False
    writing = is_writing(place)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    return True, writing


def torture_case(job):
    """Kills one command again and again: where the kills fell, and what went wrong."""
    program, school, case, seed, work = job
    place = Path(work) / case.name.replace(" ", "-")
    place.mkdir(parents=True)
    twin = place / "twin"
    copy(case.base, twin / "audit")
    _, before = books.look(case.base, place)
    program.must(*case.command(twin))
    found, after = books.look(twin / "audit", place)
    wrong = [f"{case.name}: never killed: {fault}" for fault in found]
    told = tell(program, twin / "audit", case.survey)
    spans = measure(program, case, place)
    phases = Counter()
    for number in range(case.kills):
        dice = random.Random(f"{seed} {case.name} {number}")
        # A run that was over before it could be killed says little: it is tried again.
        for _ in range(TRIES):
            copy(case.base, place / "audit")
            shutil.rmtree(place / "copy", ignore_errors=True)
            ran, writing = kill(program, case, place, dice, spans)
            if ran:
                break
        phase, faults = judge(program, school, case, place, before, after, told)
        phases["during" if ran and (writing or phase == "during") else phase] += 1
        wrong += [f"{case.name}, kill {number}: {fault}" for fault in faults]
    return case.name, spans, phases, wrong


def judge(program, school, case, place, before, after, told):
    """What a kill left behind, whether the same command completes it, and what is then there."""
    found, left = books.look(place / "audit", place)
    done = []
    for kind in books.DATABASES:
        if not books.differences(left[kind], after[kind]):
            done.append(before[kind] != after[kind])
        elif not books.differences(left[kind], before[kind]):
            done.append(False)
        else:
            done.append(False)
            tables = books.differences(left[kind], after[kind])
            # Erasing takes several steps in one database.
            if case.name == "forget":
                tables = books.between(left[kind], before[kind], after[kind])
            if tables:
                found.append(f"{kind}.db is neither as before nor as after: {', '.join(tables)}")
    changed = sum(before[kind] != after[kind] for kind in books.DATABASES)
    phase = "before" if not any(done) else "after" if sum(done) == changed else "during"
    if case.is_backup:
        phase = "after" if (place / "copy").exists() else "before"
        if phase == "after":
            return phase, found + whole_backup(program, place, before)
    code, _, error = program.run(*case.command(place))
    is_gone = case.name in OVER and phase == "after" and OVER[case.name] in error
    if code != 0 and not is_gone:
        found.append(f"killed {phase} the writing, the repeated command ended with {code}: {error}")
    again, final = books.look(place / "audit", place)
    found += again
    for kind in books.DATABASES:
        if tables := books.differences(final[kind], after[kind]):
            found.append(f"killed {phase}, repeated: {kind}.db differs: {', '.join(tables)}")
    if (now := tell(program, place / "audit", case.survey)) != told:
        found.append(f"killed {phase}, repeated: the commands say otherwise:\n{now}\n{told}")
    if case.name == "forget":
        found += traces(school, place / "audit")
    if case.is_backup:
        found += whole_backup(program, place, before)
    return phase, found


def tell(program, folder, survey):
    """What the reading commands print."""
    words = ["--audit", str(folder)]
    asked = [["imports"], ["analyse", "--instrument", survey, "--round", "spring-2020",
                            "--format", "json"]]
    answers = [program.run(*command, *words) for command in asked]
    return [(code, out.replace(str(folder), "audit"), error.replace(str(folder), "audit"))
            for code, out, error in answers]


def whole_backup(program, place, before):
    """A copy under its own name must be whole."""
    shutil.rmtree(place / "restored", ignore_errors=True)
    code, _, error = program.run("restore", place / "copy", place / "restored")
    if code != 0:
        return [f"half a backup stands under its name: {error}"]
    found, state = books.look(place / "restored", place)
    if books.without_events(state) != books.without_events(before):
        found.append("the backup does not hold what the audit held")
    return found


def traces(school, folder):
    """The files that still hold the name or the id of the pupil who was forgotten."""
    needles = [school.forgotten[0].encode(), school.forgotten[1].encode()]
    return [f"{path.name} still holds the name" for path in Path(folder).rglob("*")
            if path.is_file() and any(needle in path.read_bytes() for needle in needles)]


def torture_init(job):
    """Kills the start of an audit: starting again in the same folder makes a whole one."""
    program, seed, work, total = job
    place = Path(work) / "init"
    words = ["init", f"{place}/audit", "--school", "Torture School", "--phase", "primary"]
    begin = time.monotonic()
    program.must(*words)
    length, wrong = time.monotonic() - begin, []
    for number in range(total):
        shutil.rmtree(place)
        run = start(program, words)
        time.sleep(random.Random(f"{seed} init {number}").uniform(0, length))
        run.kill()
        run.wait()
        was_made = (place / "audit" / "audit.yaml").exists()
        if number % 4 == 0 and not was_made:
            # The moment before the plan gets its name is too short to be hit.
            (place / "audit").mkdir(parents=True, exist_ok=True)
            (place / "audit" / "audit.yaml.part").write_text("school: T")
        code, _, error = program.run(*words)
        if code != (1 if was_made else 0):
            wrong.append(f"init, kill {number}: repeated it ended with {code}: {error}")
        wrong += [f"init, kill {number}: {fault}" for fault in books.look(place / "audit", work)[0]]
    return total, wrong


def gather(jobs, pool, is_told=True):
    """Where the kills of some cases fell, and what went wrong."""
    phases, wrong = Counter(), []
    for name, (length, first, last), own, faults in pool.imap_unordered(torture_case, jobs):
        phases += own
        wrong += faults
        if is_told:
            print(f"  {name}: {sum(own.values())} kills, {own['before']} before,"
                  f" {own['during']} during, {own['after']} after the writing"
                  f" ({first * 1000:.0f} to {last * 1000:.0f} of {length * 1000:.0f} ms)")
    count = sum(phases.values())
    if phases["during"] < WANTED_DURING * count:
        wrong.append(f"only {phases['during']} of {count} kills fell into the writing")
    return f"{count} kills: {phases['before']} before, {phases['during']} during, " \
           f"{phases['after']} after the writing", wrong


def run(program, seed, work, pool, total=200):
    school = School(f"{work}/files", seed, pupils=700, families=4000)
    small = School(f"{work}/small", seed, pupils=300, families=900)
    jobs = [(program, school, case, seed, f"{work}/runs")
            for case in cases(program, school, small, work, total)]
    inits = pool.apply_async(torture_init, [(program, seed, work, total // 10)])
    summary, wrong = gather(jobs, pool)
    started, faults = inits.get()
    return f"{summary}; {started} kills of init", wrong + faults


def run_dialects(program, seed, work, pool):
    """The same for the import of each tool's export."""
    school = School(f"{work}/files", seed, pupils=30, families=30)
    cases = dialect_cases(program, school, work, seed)
    jobs = [(program, school, case, seed, f"{work}/runs") for case in cases]
    summary, wrong = gather(jobs, pool, is_told=False)
    return f"the exports of {len(cases)} forms, {summary}", wrong
