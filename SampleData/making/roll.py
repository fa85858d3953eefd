"""The roll of Larkfield Primary, as a school system writes it."""

from dataclasses import dataclass

from making.names import AWKWARD, BOYS, GIRLS, SURNAMES

CLASSES = {
    "3 Oak": 30, "3 Elm": 30, "4 Oak": 30, "4 Elm": 29,
    "5 Oak": 30, "5 Elm": 31, "6 Oak": 30, "6 Elm": 30,
}
HEADINGS = [
    "UPN", "Legal Forename", "Legal Surname", "Preferred Name", "Year Group", "Reg Group",
    "Gender", "SEN Status", "Pupil Premium", "Joined", "Left",
]
# Entry year of each year group in the autumn of 2026, as two digits of a UPN.
ENTRY = {"3": "23", "4": "22", "5": "21", "6": "20"}


@dataclass
class Pupil:
    upn: str
    first: str
    last: str
    preferred: str
    form: str
    gender: str
    sen: str
    premium: str
    joined: str = ""
    left: str = ""

    @property
    def year(self):
        return "Year " + self.form[0]

    @property
    def legal_name(self):
        return f"{self.first} {self.last}"

    @property
    def called(self):
        """The name that class-mates use."""
        return self.preferred or self.legal_name

    @property
    def names(self):
        return [self.legal_name] + ([self.preferred] if self.preferred else [])

    def row(self):
        return [
            self.upn, self.first, self.last, self.preferred, self.year, self.form, self.gender,
            self.sen, self.premium, self.joined, self.left,
        ]


def check_letter(digits):
    """The letter that a UPN starts with: the weighted sum of its twelve digits modulo 23."""
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23]


def make_roll(random):
    """Every pupil in the file, leavers among them, by class and surname."""
    taken, serial, pupils = set(), 0, []
    seen_firsts, seen_lasts = set(), set()

    def pupil(form, gender, first, last, preferred):
        nonlocal serial
        serial += 1
        digits = f"9994217{ENTRY[form[0]]}{serial:03d}"
        draw = random.random()
        sen = "E - EHC Plan" if draw < 0.03 else "K - SEN Support" if draw < 0.16 else "N - No SEN"
        premium = "Yes" if random.random() < 0.27 else "No"
        taken.add((first, last))
        return Pupil(
            check_letter(digits) + digits, first, last, preferred, form, gender, sen, premium)

    for form, size in CLASSES.items():
        awkward = [entry for entry in AWKWARD if entry[0] == form]
        members = [pupil(*entry) for entry in awkward]
        while len(members) < size:
            gender = "F" if len(members) % 2 else "M"
            first = random.choice(GIRLS if gender == "F" else BOYS)
            last = random.choice(SURNAMES)
            if random.random() < 0.04:
                last += "-" + random.choice(SURNAMES)
            # First names and surnames repeat now and then, and not as often as in life.
            if (first, last) in taken or (first in seen_firsts and random.random() < 0.93):
                continue
            if last in seen_lasts and random.random() < 0.8:
                continue
            seen_firsts.add(first)
            seen_lasts.add(last)
            members.append(pupil(form, gender, first, last, ""))
        members.sort(key=lambda member: (member.last, member.first))
        pupils += members

    joiners = [pupils[37], pupils[155]]
    joiners[0].joined, joiners[1].joined = "2026-09-28", "2026-10-05"
    for form, gender, first, last, left in (
        ("4 Oak", "M", "Kieran", "Sowerby", "2026-09-18"),
        ("6 Oak", "F", "Lucinda", "Makinde", "2026-09-25"),
    ):
        leaver = pupil(form, gender, first, last, "")
        leaver.left = left
        place = max(i for i, other in enumerate(pupils) if other.form == form) + 1
        pupils.insert(place, leaver)
    return pupils
