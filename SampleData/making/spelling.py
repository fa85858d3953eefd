"""How children write names, and which written name could be whom."""

import difflib
import unicodedata

APOSTROPHES = "'’‘`´ʼ"
HYPHENS = "-‐‑–"


def plain(name):
    """A name without regard to case, spacing, apostrophes and hyphens."""
    text = name.casefold()
    for mark in APOSTROPHES:
        text = text.replace(mark, "")
    for mark in HYPHENS:
        text = text.replace(mark, " ")
    return " ".join(text.split())


def without_accents(name):
    """A name in bare letters."""
    name = name.replace("Ł", "L").replace("ł", "l")
    marks = unicodedata.normalize("NFKD", name)
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def initials(name):
    return "".join(part[0] for part in plain(name).split())


def variants(pupil, how, random):
    """The name of a pupil, written in one of the ways that children write names."""
    name = pupil.called
    first, _, last = name.partition(" ")
    if how == "loose":
        if "'" in name:
            return name.replace("'", "’")
        if "-" in name:
            return name.replace("-", " ")
        return random.choice([name.lower(), name.upper(), f"{first}  {last}", f" {name}"])
    if how == "first name":
        return first
    if how == "first and initial":
        return f"{first} {last[0]}"
    if how == "initials":
        return ".".join(initials(name).upper()) + "."
    if how == "misspelt":
        return f"{first} {_slip(last, random)}"
    if how == "misspelt twice":
        return f"{_slip(first, random)} {_slip(_slip(last, random), random)}"
    if how == "no accents":
        return without_accents(name)
    return name


def _slip(word, random):
    """One letter doubled, dropped or swapped with the next, after the first."""
    place = random.randrange(1, len(word) - 1)
    kind = random.choice(["double", "drop", "swap"])
    if kind == "swap" and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2:]
    if kind == "drop":
        return word[:place] + word[place + 1:]
    return word[:place] + word[place] + word[place:]


def is_plausible(text, pupil):
    """Whether a written name could mean a pupil; generous on purpose."""
    written = without_accents(plain(text.replace(".", " ")))
    parts = written.split()
    for name in pupil.names:
        full = without_accents(plain(name))
        names = full.split()
        if written == full:
            return True
        if all(len(part) == 1 for part in parts):
            if "".join(parts) == initials(full):
                return True
        elif len(parts) == 1:
            if difflib.SequenceMatcher(None, written, names[0]).ratio() >= 0.8:
                return True
        elif len(parts[-1]) == 1:
            if parts[0] == names[0]:
                return True
        elif difflib.SequenceMatcher(None, written, full).ratio() >= 0.78:
            return True
    return False
