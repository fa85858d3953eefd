#!/usr/bin/env python3
"""Writes the answers of three made-up schools beside the sample school, each with something that is hard
to show: few pupils, four leaders, two methods; and of two surveys of how people are at the sample school.

Run it from anywhere with Python 3.10 or later; the same seed writes the same bytes.
"""

import sys
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "SampleData"))

from making import exports, surveys  # noqa: E402
from making.counts import again, learning_walk, tally  # noqa: E402
from making.instruments import read  # noqa: E402

SEED = 20270118


def main():
    few_pupils()
    four_leaders()
    two_methods()
    everything()


def few_pupils():
    """A special school with 38 pupils on roll, in five classes of 6 to 9."""
    folder = made("few-pupils")
    classes = {"Ash": 8, "Birch": 7, "Cedar": 9, "Damson": 8, "Elder": 6}
    roll = [["pupil", "class", "year"]]
    for form, count in classes.items():
        for _ in range(count):
            roll.append([f"F{len(roll):02}", form, f"Year {3 + len(roll) % 4}"])
    exports.write(folder / "roll.csv", roll)
    answered = {"y3": 8, "y4": 7, "y5": 9, "y6": 7}
    pupils(folder, answered, lean=-0.2)
    staff(folder, {"senior_leader": 3, "teacher": 6, "support": 11, "office": 1}, {})
    parents(folder, {"y3": 5, "y4": 4, "y5": 4, "y6": 4})
    lessons(folder, list(classes), 8, [3.5, 1.5, 1, 2, 1, 1, 0.5, 2, 1.2], {3, 6})


def four_leaders():
    """A primary school whose four leaders see it far better than its other staff."""
    folder = made("four-leaders")
    roles = {"senior_leader": 4, "teacher": 10, "support": 9, "office": 2, "site": 3}
    staff(folder, roles, {"vision": 1.6, "staff": 1.4, "parents": 1.0})
    pupils(folder, {"y3": 38, "y4": 36, "y5": 40, "y6": 36})
    parents(folder, {"y3": 16, "y4": 14, "y5": 17, "y6": 13})


def two_methods():
    """A school that has asked its pupils and walked round it, and nothing else so far."""
    folder = made("two-methods")
    pupils(folder, {"y3": 44, "y4": 47, "y5": 46, "y6": 43}, lean=0.2)
    table, _ = learning_walk(Random(f"{SEED} {folder.name} walk"), None)
    exports.write(folder / "learning-walk.csv", table.written())


def everything():
    """How pupils and staff of the sample school are, by two published keys."""
    folder = made("everything")
    feelings(folder, "swemwbs", 7, range(1, 6), 207, middle=3.6, blanks=0.01)
    feelings(folder, "pss-4", 4, range(0, 5), 33, middle=1.8, turned={2, 3}, blanks=0.01)


def feelings(folder, name, count, codes, people, middle, turned=(), blanks=0.0):
    """Answers to a key whose wording is not here: a person's own level, and some noise for each item."""
    random = Random(f"{SEED} {folder.name} {name}")
    table = [[f"item_{number}" for number in range(1, count + 1)]]
    low, high = codes[0], codes[-1]
    for _ in range(people):
        level = random.gauss(middle, 0.7)
        row = []
        for number in range(1, count + 1):
            value = min(high, max(low, round(random.gauss(level, 0.8))))
            code = low + high - value if number in turned else value
            row.append("" if random.random() < blanks else code)
        table.append(row)
    exports.write(folder / f"{name}.csv", table)


def made(name):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    return folder


def staff(folder, roles, leaders):
    instrument = read("staff-wellbeing")
    random = Random(f"{SEED} {folder.name} staff")
    rows = []
    for role, count in roles.items():
        for _ in range(count):
            shift = leaders if role == "senior_leader" else {}
            person = surveys.Respondent(random, practices=shift)
            rows.append(row(instrument, person, surveys.STAFF_ITEMS) | {"role": role, "comment": ""})
    finish(folder, "staff-wellbeing", instrument, rows, random)


def pupils(folder, years, lean=0.0):
    instrument = read("pupil-safety")
    random = Random(f"{SEED} {folder.name} pupils")
    rows = []
    for year, count in years.items():
        for _ in range(count):
            person = surveys.Respondent(random, lean=lean)
            rows.append(
                row(instrument, person, surveys.PUPIL_ITEMS)
                | {"worried_where": [], "year_group": year, "gender": "", "comment": ""})
    finish(folder, "pupil-safety", instrument, rows, random)


def parents(folder, years):
    instrument = read("parent-partnership")
    random = Random(f"{SEED} {folder.name} parents")
    rows = []
    for year, count in years.items():
        for _ in range(count):
            person = surveys.Respondent(random)
            rows.append(
                row(instrument, person, surveys.PARENT_ITEMS)
                | {"year_group": year, "extra_help": "usual", "comment": ""})
    finish(folder, "parent-partnership", instrument, rows, random)


def lessons(folder, classes, count, rates, seen_twice):
    random = Random(f"{SEED} {folder.name} lessons")
    items = [
        "tries_on", "other_way", "asks_peer", "asks_adult", "avoids", "gives_up", "peer_helps",
        "watched", "stretched"]
    table = [["lesson", "class_group", "observer"] + items]
    for number in range(1, count + 1):
        counts = [tally(random, rate) for rate in rates]
        for observer in "AB" if number in seen_twice else "A":
            seen = counts if observer == "A" else [again(random, value) for value in counts]
            seen[6] = min(seen[6], seen[2])
            seen[7] = max(seen[7], 3)
            seen[8] = min(seen[8], seen[7])
            table.append([number, classes[number % len(classes)], observer] + seen)
    exports.write(folder / "lesson-difficulty.csv", table)


def row(instrument, person, bases):
    points = len(instrument.points)
    return {
        item.id: person.answer(item, points, bases.get(item.id, 0.0))
        for item in instrument.items if item.is_scale}


def finish(folder, name, instrument, rows, random):
    random.shuffle(rows)
    exports.plain(folder / f"{name}.csv", instrument, rows)


if __name__ == "__main__":
    main()
