"""A made-up school from a seed: files big enough that a kill falls into the writing of them."""

import csv
import random
import shutil
import subprocess
from pathlib import Path

GIVEN = "Ada Bo Cal Dee Eli Fay Gus Hal Ivy Jem Kit Lou Mae Ned Oz Pia Quin Rae Sol Tam".split()
ENDINGS = "ton ley ham wick by ford dale worth stead combe".split()
STARTS = "Ash Birch Cray Dun Elm Fen Gar Holt Ings Kel Lang Mar Nor Oak Pen Rus Sten Thorn".split()
SCALE_ITEMS = [
    "planning_say", "planning_next", "communication_often", "communication_good",
    "communication_hard", "wellbeing_feelings", "wellbeing_ideas", "activities_join",
    "activities_times", "welcome_in", "welcome_part", "help_whom", "help_came"]
YEARS = ["y3", "y4", "y5", "y6"]

# Both rounds are long over: 'keep' decides what is pruned.
PLAN = """
school: Torture School
phase: primary
framework: islington-mhars
rounds:
  - id: spring-2020
    from: 2020-01-06
    until: 2020-03-20
    instruments: [{surveys}]
  - id: autumn-2026
    from: 2020-09-01
    instruments: [{surveys}]
groups: {{ parents: 100000 }}
keep: {{ answers: {keep}, names: {keep} }}
"""


class School:
    """The files of a school: roll.csv, later-roll.csv, names.csv, parents.csv."""

    def __init__(self, folder, seed, pupils, families):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.random = random.Random(f"school {seed} {pupils} {families}")
        self.pupils = [
            (f"T{number:05}", self.name(number), f"{number // 28}", f"Year {3 + number % 4}")
            for number in range(pupils)]
        # Who is forgotten: names unlike any other, so that every trace of them can be looked for.
        self.forgotten = ("T99999", "Zebedee Quillfeather", "0", "Year 3")
        self.pupils.append(self.forgotten)
        heading = ["pupil", "name", "class", "year"]
        self.roll = self.write("roll.csv", heading, self.pupils)
        self.later_roll = self.write(
            "later-roll.csv", heading,
            [p if n % 9 else (p[0], p[1] + "-Newby", *p[2:]) for n, p in enumerate(self.pupils)])
        self.names = self.write(
            "names.csv", ["pupil", "trusted_1", "trusted_2", "trusted_3"], self.sheets())
        self.parents = self.write(
            "parents.csv", SCALE_ITEMS + ["year_group", "extra_help", "comment"],
            [self.family(number) for number in range(families)])
        self.more_parents = self.write(
            "more-parents.csv", SCALE_ITEMS + ["year_group", "extra_help", "comment"],
            [self.family(families + number) for number in range(families)])
        # So few that they join those who came before, who are then written anew.
        self.late_parents = self.write(
            "late-parents.csv", SCALE_ITEMS + ["year_group", "extra_help", "comment"],
            [self.family(3 * families + number) for number in range(3)])

    def name(self, number):
        pick = self.random.choice
        return f"{pick(GIVEN)} {pick(STARTS)}{pick(ENDINGS)}{'' if number % 3 else '-' + pick(STARTS)}"

    def sheets(self):
        for number, pupil in enumerate(self.pupils):
            friends = self.random.sample(self.pupils, 3)
            if number % 50 == 7:
                friends[0] = self.forgotten
            yield [pupil[0]] + [friend[number % 2] for friend in friends]

    def family(self, number):
        comment = f"note {number} on the gate"
        if number % 40 == 3:
            comment += f", as {self.forgotten[1]} was told"
        codes = [str(self.random.randint(1, 5)) for _ in SCALE_ITEMS]
        return codes + [self.random.choice(YEARS), "usual", comment]

    def write(self, name, heading, rows):
        path = self.folder / name
        with open(path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(heading)
            writer.writerows(rows)
        return str(path)


# What a command says that was done before: the repeat of one that was killed when it was over.
OVER = {"forget": "no roll of this audit", "undo": "no import that counts"}


class Program:
    """The program under torture."""

    def __init__(self, path):
        self.words = [str(Path(path).resolve())]

    def run(self, *words, env=None, timeout=120):
        """Runs a command: exit code (negative: the signal), standard output, standard error."""
        done = subprocess.run(
            self.words + [str(word) for word in words], stdin=subprocess.DEVNULL, env=env,
            capture_output=True, timeout=timeout)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def must(self, *words):
        code, out, err = self.run(*words)
        if code not in (0, 2):
            raise SystemExit(f"torture: {' '.join(map(str, words))} ended with {code}: {err}")
        return out


    def exports(self, folder, rows, seed):
        """Has the mini-survey written as each survey tool exports it: names, each with its recipe."""
        writer = Path(self.words[0]).with_name("exports")
        done = subprocess.run(
            [str(writer), folder, str(rows), str(seed)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"torture: {writer} ended with {done.returncode}: {done.stderr}")
        return [line.split() for line in done.stdout.splitlines()]


def audit(program, school, folder, filled, keep="50 years",
          surveys=("trusted-peers", "parent-partnership")):
    """An audit with a roll, and with everything where `filled` says so."""
    program.must("init", folder, "--school", "Torture School", "--phase", "primary")
    plan = PLAN.format(keep=keep, surveys=", ".join(surveys))
    (Path(folder) / "audit.yaml").write_text(plan.lstrip())
    own = ["--audit", folder]
    program.must("roll", "import", school.roll, "--round", "spring-2020", *own)
    if filled:
        where = ["--round", "spring-2020", *own]
        program.must("import", school.names, "--instrument", "trusted-peers", *where)
        program.must("import", school.parents, "--instrument", "parent-partnership", *where)
        (Path(folder) / "reports" / "old.txt").write_text(f"a report on {school.forgotten[1]}\n")
    return folder


def copy(source, target):
    """A fresh copy of a folder."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return str(target)
