"""Makes a second round of the sample school's nominations, always the same.

    python3 Tests/EndToEndTests/Reference/second_round.py

Pupils leave, join and change class, answers change, most of one class is absent, and the ids of
another have been dealt out anew, so that its names do not fit those of the first round.
"""
import csv
import random

from tables import ROOT, rows

SEED = 20261122
HERE = "Tests/EndToEndTests/Reference/"
ABSENT, MIXED_UP = "6 Elm", "5 Elm"
JOINED = [("Ottilie", "Vandermeer", "F"), ("Jarek", "Quillfeather", "M"),
          ("Ifeoma", "Zouche", "F"), ("Piotr", "Ughtred", "M")]


def unique_pupil_number(serial):
    """The check letter goes by the sum of the digits times 2, 3, 4 … modulo 23."""
    digits = f"999421{serial:06d}"
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] + digits


def second_roll(chance):
    header, *body = rows("SampleData/roll.csv")
    pupils = [dict(zip(header, row)) for row in body]
    here = [pupil for pupil in pupils if not pupil["Left"].strip()]
    for pupil in chance.sample(here, 6):
        pupil["Left"] = "2026-11-13"
    here = [pupil for pupil in here if not pupil["Left"]]
    for pupil in chance.sample(here, 4):
        year, name = pupil["Reg Group"].split()
        pupil["Reg Group"] = f"{year} {'Elm' if name == 'Oak' else 'Oak'}"
    for place, (forename, surname, gender) in enumerate(JOINED):
        model = chance.choice(here)
        pupils.append(model | {"UPN": unique_pupil_number(900001 + place),
                               "Legal Forename": forename, "Legal Surname": surname,
                               "Preferred Name": "", "Gender": gender, "Joined": "2026-11-16"})
    return header, pupils


def second_answers(chance, pupils):
    here = [pupil for pupil in pupils if not pupil["Left"].strip()]
    names = {pupil["UPN"]: f"{pupil['Legal Forename']} {pupil['Legal Surname']}" for pupil in here}
    room = {pupil["UPN"]: pupil["Reg Group"] for pupil in here}
    header, *first = rows("SampleData/trusted-peers.csv")
    written = {row[0]: [cell for cell in row[1:] if cell.strip()] for row in first}
    answers = []
    for pupil in sorted(names):
        if chance.random() < (0.7 if room[pupil] == ABSENT else 0.08):
            continue
        mates = [other for other in sorted(names) if other != pupil and room[other] == room[pupil]]
        answer = [] if room[pupil] == MIXED_UP else [
            cell for cell in written.get(pupil, []) if chance.random() < 0.65]
        wanted = chance.choice((1, 2, 3, 3, 3))
        fresh = [names[other] for other in chance.sample(mates, 3) if names[other] not in answer]
        answers.append([pupil] + (answer + fresh)[:wanted])
    return header, [row + [""] * (len(header) - len(row)) for row in answers]


def write(name, header, body):
    with open(ROOT / f"{HERE}{name}", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + body)


if __name__ == "__main__":
    chance = random.Random(SEED)
    header, pupils = second_roll(chance)
    write("second-round-roll.csv", header, [list(pupil.values()) for pupil in pupils])
    write("second-round.csv", *second_answers(chance, pupils))
