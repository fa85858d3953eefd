"""Reads rolls and nominations and decides what each written name means."""
import base64
import hashlib
import math
import re
import unicodedata
from collections import Counter

from tables import rows

NOBODY = {"no one", "noone", "nobody", "none", ""}
SILENT = {"idk", "dont know", "not sure", "n/a", "prefer not to say", "pn", "i do not want to say"}
KNOWN = {"UPN", "Admission No", "Legal Forename", "Legal Surname", "Preferred Name", "Year Group",
         "Reg Group", "Joined", "Left", "Opted Out"}


def name_key(text):
    """Case, spacing, apostrophes and hyphens do not count; accents do."""
    text = unicodedata.normalize("NFC", text).lower()
    text = re.sub("['\u2018\u2019\u02bc`\u00b4]", "", text)
    text = re.sub("[-\u2010-\u2015]", " ", text)
    return " ".join(text.split()).rstrip(":?*.! ")


def entry_key(text, label):
    """By what name `mhars names` calls what a class wrote."""
    digest = hashlib.sha256("\0".join(("named", name_key(text), label)).encode()).digest()
    return base64.b32encode(digest).decode().lower()[:12]


def edits(a, b):
    """The optimal string alignment distance."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


REACH = {"class": 0, "year": 1, "school": 2}


class Roll:
    def __init__(self, path):
        header, *body = rows(path)
        records = [dict(zip(header, row)) | {"id": row[0]} for row in body]
        self.further = [column for column in header if column not in KNOWN]
        self.left = [r for r in records if r["Left"].strip()]
        self.pupils = sorted((r for r in records if not r["Left"].strip()), key=lambda r: r["id"])
        self.ids = [r["id"] for r in self.pupils]
        self.opted_out = [bool(r.get("Opted Out", "").strip()) for r in self.pupils]
        self.keys = [{name_key(n) for n in self.names(r)} | {name_key(r["id"])}
                     for r in self.pupils]
        self.gone = {name_key(n) for r in self.left for n in self.names(r) + [r["id"]]}
        self.words = [sorted({w for n in self.names(r) for w in re.split("[ ,.]", name_key(n))} - {""})
                      for r in self.pupils]

    @staticmethod
    def names(record):
        full = f"{record['Legal Forename']} {record['Legal Surname']}"
        called = record["Preferred Name"].strip()
        if called and " " not in called:
            called = f"{called} {record['Legal Surname']}"
        return [full, called] if called else [full]

    def respondents(self, text):
        """Those whose id or name this is: one where it is certain who answered."""
        return [i for i, keys in enumerate(self.keys) if name_key(text) in keys]

    def partition(self, scope):
        if scope == "school":
            return {"School": list(range(len(self.ids)))}
        column = {"class": "Reg Group", "year": "Year Group"}[scope]
        found = {}
        for i, record in enumerate(self.pupils):
            found.setdefault(record[column].strip(), []).append(i)
        return {label: found[label] for label in sorted(found) if label}

    def match(self, text, nominator, scope):
        """('pupil', i), ('stranger',) or ('open', [candidates])."""
        key = name_key(text)
        same = [i for i, keys in enumerate(self.keys) if key in keys]
        if same:
            return ("pupil", same[0]) if len(same) == 1 else ("open", same)
        if key in self.gone:
            return ("stranger",)
        spoilt = [i for i, name in enumerate(self.ids) if bare_id(name) == bare_id(text)]
        if spoilt and any(character.isdigit() for character in text):
            return ("open", spoilt)
        written = [w for w in re.split("[ ,.]", key) if w]
        own = self.pupils[nominator]
        pools = [[i for i, p in enumerate(self.pupils) if p[c] == own[c] != ""]
                 for c in ("Reg Group", "Year Group")] + [range(len(self.ids))]
        found, near = set(), []
        for rank, pool in enumerate(pools):
            holding, nearest = self.likely(written, pool)
            found |= set(holding)
            if all(i == nominator for i in near):
                near = nearest
            if rank >= REACH[scope] and found - {nominator}:
                break
        if (found | set(near)) - {nominator}:
            return ("open", sorted(found | set(near)))
        own = found | set(near)
        for pool in pools:
            sharing = {i for i in pool
                       if any(len(w) >= 3 and w in self.words[i] for w in written)}
            if sharing - {nominator}:
                return ("open", sorted(sharing | own))
        return ("open", sorted(own)) if own else ("stranger",)

    def likely(self, written, pool):
        """Those who hold all that is written; else the nearest three and all as near."""
        holding = [i for i in pool if all(any(stands(w, x) for x in self.words[i]) for w in written)]
        if holding:
            return holding, []
        near = sorted((d, i) for i in pool if (d := self.distance(written, i)) is not None)
        cut = near[3][0] if len(near) > 3 else math.inf
        return [], sorted(i for d, i in near if d <= cut)

    def distance(self, written, pupil):
        total = 0
        for word in written:
            nearest = min(0 if stands(word, x) else edits(word, x) for x in self.words[pupil])
            if nearest > (1 if len(word) <= 3 else 2) or nearest >= len(word):
                return None
            total += nearest
        return total if total <= 3 else None


def stands(written, word):
    """A word, its first letter, or a short form with at least three letters in common."""
    if len(written) == 1:
        return word.startswith(written)
    shorter = min(len(written), len(word))
    return written == word or (shorter >= 3 and written[:shorter] == word[:shorter])


def bare_id(text):
    """Case, signs, spaces and zeros before a number put aside."""
    return re.sub("(?<![0-9])0+(?=[0-9])", "", re.sub(r"[\W_]", "", text.lower()))


class Round:
    """Who named whom, what became of the other names, and which rows were set aside."""

    def __init__(self, roll, path, scope, limit=3):
        self.roll = roll
        self.scope = scope
        self.strangers = Counter()
        self.answered = set()
        self.edges = set()
        self.discards = []
        self.open = []
        self.crowded_out = []
        self.aside = []
        self.excluded = Counter()
        self.limit = limit
        body = [row for row in rows(path)[1:] if any(cell.strip() for cell in row)]
        self.read = len(body)
        for nominator, *cells in body:
            self.row(nominator, [part for cell in cells for part in cell.split(";")
                                 if part.strip() and name_key(part) not in SILENT])

    def row(self, nominator, cells):
        writers = self.roll.respondents(nominator)
        if len(writers) != 1:
            self.excluded["respondent_not_matched"] += 1
            named = [self.roll.respondents(cell) for cell in cells]
            self.aside.append(set(writers) | {who[0] for who in named if len(who) == 1})
        elif self.roll.opted_out[writers[0]]:
            self.excluded["opted_out"] += 1
        else:
            self.take(writers[0], cells)

    def take(self, nominator, cells):
        named, waiting = [], 0
        for cell in cells:
            self.answered.add(nominator)
            if name_key(cell) in NOBODY:
                continue
            match = self.roll.match(cell, nominator, self.scope)
            if match[0] == "pupil":
                named.append(match[1])
            elif match[0] == "open":
                waiting += 1
                self.open.append((nominator, cell.strip(), match[1]))
                self.discards.append((nominator, "unresolved"))
            else:
                self.discards.append((nominator, "off_roll"))
                self.strangers[cell.strip()] += 1
        self.discards += [(nominator, "self")] * named.count(nominator)
        others = sorted(set(named) - {nominator})
        repeats = len(named) - named.count(nominator) - len(others)
        self.discards += [(nominator, "repeated")] * repeats
        places = max(0, self.limit - waiting)
        self.edges |= {(nominator, pupil) for pupil in others[:places]}
        self.crowded_out += others[places:]
        self.discards += [(nominator, "over_limit")] * len(others[places:])

    def elsewhere(self):
        return Counter(n for n, reason in self.discards if reason in ("unresolved", "off_roll"))

    def pending(self):
        """How many unresolved names, names over the limit and rows speak of each pupil."""
        found = Counter(i for namer, _, who in self.open for i in set(who) - {namer})
        found.update(self.crowded_out)
        found.update(i for named in self.aside for i in named)
        return found
