"""Makes earlier rounds of surveys, and a later one, always the same.

    python3 Tests/EndToEndTests/Reference/earlier_surveys.py

The staff survey as thirty people answered it a year before: four of them straight on, nobody from
the office. And two rounds of a small survey that asks for a code: most answer twice, some with
their code written otherwise; one code stands twice, some have none, one person moved.
"""
import csv
import random

from tables import ROOT, rows

SEED = 20251014
HERE = "Tests/EndToEndTests/Reference/"
AGREEMENT = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree",
             "Strongly agree"]
ROLES = ["Teacher"] * 11 + ["Support staff"] * 9 + ["Senior leader"] * 5 + [
    "Site, kitchen or lunchtime staff"] * 5
REVERSED = {6, 8, 11, 13, 17, 21, 27}
FIRST, LAST = 5, 34
HEADER = ["heard", "valued", "hurried", "tense", "tired", "settled", "sure", "fair", "thanked",
          "site", "code"]
SITES = ["North"] * 10 + ["South"] * 9 + ["Annexe"]


def code(chance, middle):
    return min(5, max(1, round(chance.gauss(middle, 0.9))))


def staff(chance):
    """Columns 5 to 34 of the export are answered; the last two are the role and the comment."""
    header, *_ = rows("SampleData/staff-wellbeing.csv")
    body = []
    for place, role in enumerate(ROLES):
        middle = chance.gauss(2.9, 0.6)
        straight = chance.choice(AGREEMENT) if place % 8 == 3 else None
        cells = []
        for column in range(FIRST, LAST + 1):
            value = code(chance, 6 - middle if column in REVERSED else middle)
            left = chance.random()
            missing = "" if left < 0.03 else "Prefer not to say"
            cells.append(straight or (missing if left < 0.05 else AGREEMENT[value - 1]))
        day = f"{place % 9 + 6:02d}/10/2025 09:{place + 10}"
        body.append([str(place + 1), day, day, "anonymous", ""] + cells + [role, ""])
    return header, body


def otherwise(chance, text):
    return chance.choice([text, text.lower(), f" {text} ", text.replace(" ", "  ")])


def answer(chance, person, lift):
    good = [code(chance, person + lift) for _ in range(7)]
    strain = [code(chance, 7.6 - person - lift) for _ in range(2)]
    cells = [good[0], good[1], 6 - good[2]] + strain + good[3:7]
    return [chance.choice(["", "PN"]) if chance.random() < 0.06 else str(cell) for cell in cells]


def supervision(chance):
    people = [(f"Kw {place + 11}", site, chance.gauss(3, 0.8)) for place, site in enumerate(SITES)]
    joined = [(f"Kw {place + 51}", site, chance.gauss(3.4, 0.8))
              for place, site in enumerate(["North", "South", "South", "South", "Annexe", "South"])]
    then = [answer(chance, middle, 0) + [site, name] for name, site, middle in people]
    then[4][-1] = ""
    then.append(answer(chance, 3, 0) + ["South", "KW 13"])
    then.append(answer(chance, 3, 0) + ["", "Kw 90"])
    now = []
    for place, (name, site, middle) in enumerate(people[:15] + people[19:] + joined):
        site = "South" if place == 1 else site
        now.append(answer(chance, middle, 1.4 if site == "North" else 0.5)
                   + [site, "" if place == 7 else otherwise(chance, name)])
    chance.shuffle(now)
    return then, now


def write(name, header, body):
    with open(ROOT / f"{HERE}{name}", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + body)


if __name__ == "__main__":
    write("staff-then.csv", *staff(random.Random(SEED)))
    before, after = supervision(random.Random(SEED + 1))
    write("supervision-then.csv", HEADER, before)
    write("supervision.csv", HEADER, after)
