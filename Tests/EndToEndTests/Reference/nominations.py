"""The figures of nominations as `mhars.nominations/1`, with networkx and exact arithmetic."""
import base64
import hashlib
import math
import re
import unicodedata
from collections import Counter
from fractions import Fraction
from functools import lru_cache

import networkx as nx

from tables import rows

NOBODY = {"no one", "noone", "no-one", "nobody", "none", "-"}


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
        records = [dict(zip(header, row)) for row in body]
        self.left = [r for r in records if r["Left"].strip()]
        self.pupils = sorted((r for r in records if not r["Left"].strip()), key=lambda r: r["UPN"])
        self.ids = [r["UPN"] for r in self.pupils]
        self.keys = [{name_key(n) for n in self.names(r)} | {name_key(r["UPN"])}
                     for r in self.pupils]
        self.gone = {name_key(n) for r in self.left for n in self.names(r) + [r["UPN"]]}
        self.words = [sorted({w for n in self.names(r) for w in re.split("[ ,.]", name_key(n))} - {""})
                      for r in self.pupils]

    @staticmethod
    def names(record):
        full = f"{record['Legal Forename']} {record['Legal Surname']}"
        called = record["Preferred Name"].strip()
        if called and " " not in called:
            called = f"{called} {record['Legal Surname']}"
        return [full, called] if called else [full]

    def respondent(self, text):
        """The one pupil whose id or name this is; an error where it is not one."""
        [pupil] = [i for i, keys in enumerate(self.keys) if name_key(text) in keys]
        return pupil

    def partition(self, scope):
        if scope == "school":
            return {"School": list(range(len(self.ids)))}
        column = {"class": "Reg Group", "year": "Year Group"}[scope]
        found = {}
        for i, record in enumerate(self.pupils):
            found.setdefault(record[column], []).append(i)
        return dict(sorted(found.items()))

    def match(self, text, nominator, scope):
        """('pupil', i), ('stranger',) or ('open', [candidates])."""
        key = name_key(text)
        same = [i for i, keys in enumerate(self.keys) if key in keys]
        if same:
            return ("pupil", same[0]) if len(same) == 1 else ("open", same)
        if key in self.gone:
            return ("stranger",)
        written = [w for w in re.split("[ ,.]", key) if w]
        own = self.pupils[nominator]
        pools = [[i for i, p in enumerate(self.pupils) if p[c] == own[c]]
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
        for pool in pools:
            sharing = [i for i in pool if i != nominator
                       and any(len(w) >= 3 and w in self.words[i] for w in written)]
            if sharing:
                return ("open", sharing)
        return ("stranger",)

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


class Round:
    def __init__(self, roll, path, scope, limit=3):
        self.roll = roll
        self.scope = scope
        self.strangers = Counter()
        self.answered = set()
        self.edges = set()
        self.discards = []
        self.open = []
        self.limit = limit
        body = [row for row in rows(path)[1:] if any(cell.strip() for cell in row)]
        self.read = len(body)
        for nominator, *cells in body:
            self.take(roll.respondent(nominator), [cell for cell in cells if cell.strip()])

    def take(self, nominator, cells):
        named = []
        for cell in cells:
            self.answered.add(nominator)
            if cell.strip().lower() in NOBODY:
                continue
            match = self.roll.match(cell, nominator, self.scope)
            if match[0] == "pupil":
                named.append(match[1])
            elif match[0] == "open":
                self.open.append((nominator, cell.strip(), match[1]))
                self.discards.append((nominator, "unresolved"))
            else:
                self.discards.append((nominator, "off_roll"))
                self.strangers[cell.strip()] += 1
        for place, pupil in enumerate(named):
            if pupil == nominator:
                self.discards.append((nominator, "self"))
            elif pupil in named[:place]:
                self.discards.append((nominator, "repeated"))
            else:
                self.edges.add((nominator, pupil))

    def elsewhere(self):
        return Counter(n for n, reason in self.discards if reason in ("unresolved", "off_roll"))


def blind_choice(names, looked):
    """Mean, SD and distribution of the unchosen among `looked`, by exact binomial moments."""
    n = len(names)

    @lru_cache(maxsize=None)
    def avoid(d, count):
        return Fraction(math.comb(max(0, n - 1 - count), d), math.comb(n - 1, d))

    inside, outside = Counter(names[i] for i in looked), Counter(names)
    outside.subtract(inside)

    def moment(s):
        poly = [Fraction(1)]
        for d in sorted(set(names)):
            poly = [c * avoid(d, s) ** outside[d] for c in poly]
            factor = [math.comb(inside[d], k) * avoid(d, s) ** (inside[d] - k)
                      * avoid(d, s - 1) ** k
                      for k in range(min(s, inside[d]) + 1)]
            product = [Fraction(0)] * min(s + 1, len(poly) + len(factor) - 1)
            for i, x in enumerate(poly):
                for j, y in enumerate(factor):
                    if i + j < len(product):
                        product[i + j] += x * y
            poly = product
        return poly[s] if s < len(poly) else Fraction(0)

    moments = [moment(s) for s in range(len(looked) + 1)]
    chances = [sum((-1) ** (s - x) * math.comb(s, x) * moments[s] for s in range(x, len(moments)))
               for x in range(len(moments))]
    mean = moments[1]
    return mean, 2 * moments[2] + mean - mean**2, chances


def convolved(a, b):
    result = [0.0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            result[i + j] += x * y
    return result


def trueness(received, given, answered, members):
    counts = [received[i] for group in members.values() for i in group]
    mean = Fraction(sum(counts), len(counts))
    variance = sum((c - mean) ** 2 for c in counts) / (len(counts) - 1)
    k = 3.0 if variance <= mean else min(20.0, max(1.0, float(mean**2 / (variance - mean))))
    evidence = {}
    for group in members.values():
        responding = sum(i in answered for i in group)
        mu = sum(given[i] for i in group) / responding if responding else None
        for i in group:
            a, n = responding - (i in answered), len(group) - 1
            p = a / n if n else None
            chance = None
            if received[i] == 0 and a > 0 and mu is not None:
                chance = ((k + p * mu) / (k + mu)) ** k
            evidence[i] = (p, chance)
    return k, evidence


def grade(coverage, chance, pending):
    if pending:
        return "pending"
    if coverage is None or chance is None or coverage < 0.6:
        return "not_enough_answered"
    return "strong" if chance >= 0.85 else "moderate" if chance >= 0.65 else "weak"


class Standings:
    def __init__(self, round_, scope):
        roll = round_.roll
        self.members = roll.partition(scope)
        self.group = {i: g for g, own in self.members.items() for i in own}
        self.classes = {i: g for g, own in roll.partition("class").items() for i in own}
        self.inner = {(a, b) for a, b in round_.edges if self.group[a] == self.group[b]}
        self.received = Counter(b for _, b in self.inner)
        self.given = Counter(a for a, _ in self.inner)
        self.mutual = Counter(a for a, b in self.inner if (b, a) in self.inner)
        self.out = Counter(a for a, _ in round_.edges)
        self.round = round_
        self.pending = Counter(i for namer, _, who in round_.open for i in set(who) - {namer})
        self.elsewhere = round_.elsewhere()
        self.ties = nx.Graph(list(self.inner))
        self.ties.add_nodes_from(range(len(roll.ids)))

    def level(self, i):
        r, answered = self.received[i], i in self.round.answered
        named = self.out[i] + self.elsewhere[i]
        if not answered:
            return "U" if r else "N"
        if r == 0:
            return "B" if named else "A"
        if named == 0:
            return "C"
        if self.mutual[i] == 0:
            return "D"
        partner = [a for a, b in self.inner if b == i and (i, a) in self.inner]
        closed = r == 1 and self.mutual[i] == 1 and self.mutual[partner[0]] == 1
        return "E" if closed else "F"

    def flags(self, i):
        found = []
        namers = [a for a, b in self.inner if b == i]
        if namers and all(self.received[a] == 0 for a in namers):
            found.append("only_from_unchosen")
        own = self.members[self.group[i]]
        if sum(j in self.round.answered for j in own) / len(own) >= 0.8:
            sets = sorted(nx.connected_components(self.ties.subgraph(own)), key=len, reverse=True)
            unique = len(sets) < 2 or len(sets[0]) > len(sets[1])
            mine = next(s for s in sets if i in s)
            if unique and len(mine) > 1 and mine != sets[0]:
                found.append("outside_main_component")
        tied = {b for a, b in self.round.edges if a == i} | {a for a, b in self.round.edges if b == i}
        if tied and all(self.classes[j] != self.classes[i] for j in tied):
            found.append("no_tie_in_class")
        if self.received[i] == 1:
            found.append("depends_on_one")
        if self.pending[i]:
            found.append("pending")
        return found


def group_figures(round_, standings, scope, label, own, chances):
    roll = round_.roll
    inside = set(own)
    graph = nx.DiGraph([(a, b) for a, b in round_.edges if a in inside and b in inside])
    graph.add_nodes_from(own)
    n, m = len(own), graph.number_of_edges()
    mutual = nx.Graph([(a, b) for a, b in graph.edges if graph.has_edge(b, a)])
    mutual.add_nodes_from(own)
    pairs = mutual.number_of_edges()
    paths = [(a, c) for a, b in graph.edges for c in graph.successors(b) if c != a]
    undirected = graph.to_undirected()
    triples = sum(d * (d - 1) // 2 for _, d in undirected.degree)
    answered = [i for i in own if i in round_.answered]
    unchosen = [i for i in own if standings.received[i] == 0]
    mean, variance, pairs_expected, distribution = chances
    discards = Counter(reason for nominator, reason in round_.discards if nominator in inside)
    named = {i: standings.out[i] + standings.elsewhere[i] for i in own}
    readings = nx.Graph([(("name", place), i) for place, (nominator, _, who) in enumerate(round_.open)
                         for i in who if i in inside and standings.received[i] == 0
                         and standings.group[i] == standings.group[nominator]])
    left = [node for node in readings if isinstance(node, tuple)]
    settled = len(nx.bipartite.hopcroft_karp_matching(readings, left)) // 2
    return {
        "scope": scope, "group": label, "pupils": n, "answered": len(answered),
        "coverage": len(answered) / n, "nominations": m,
        "discarded": {reason: discards[reason] for reason in
                      ("self", "repeated", "off_roll", "unresolved", "over_limit", "staff",
                       "family", "illegible")},
        "density": m / (n * (n - 1)), "mutual_pairs": pairs,
        "expected_mutual_pairs": pairs_expected,
        "reciprocity": {"edge": nx.overall_reciprocity(graph), "dyad": pairs / (m - pairs)},
        "transitivity": {"directed": sum(graph.has_edge(*path) for path in paths) / len(paths),
                         "undirected": nx.transitivity(undirected) if triples else None},
        "components": {"weak": nx.number_weakly_connected_components(graph),
                       "strong": nx.number_strongly_connected_components(graph),
                       "mutual": nx.number_connected_components(mutual)},
        "unchosen": {"observed": len(unchosen),
                     "of_these_answered": sum(i in round_.answered for i in unchosen),
                     "of_these_absent": sum(i not in round_.answered for i in unchosen),
                     "expected": mean, "sd": math.sqrt(variance),
                     "p_at_least": min(1, math.fsum(distribution[len(unchosen):])),
                     "p_method": "exact",
                     "low": len(unchosen) - settled, "high": len(unchosen)},
        "names_nobody": sum(named[i] == 0 for i in answered),
        "slots_filled": sum(named[i] >= round_.limit for i in answered) / len(answered),
        "homophily": homophily(roll, graph, own),
    }


def homophily(roll, graph, own):
    found = []
    for column in ("Gender", "Pupil Premium", "SEN Status"):
        label = {i: roll.pupils[i][column].strip() for i in own}
        sizes = Counter(value for value in label.values() if value)
        if not sizes or min(sizes.values()) < 10:
            continue
        ties = [(a, b) for a, b in graph.edges if label[a] and label[b]]
        internal = sum(label[a] == label[b] for a, b in ties)
        external = len(ties) - internal
        total = sum(sizes.values())
        within = sum(size * (size - 1) for size in sizes.values())
        between = total * (total - 1) - within
        found.append({"column": column, "e_i": (external - internal) / len(ties) if ties else None,
                      "e_i_from_sizes": (between - within) / (between + within),
                      "internal": internal, "external": external})
    return found


def chances(standings, own):
    """Blind naming in each reference group that the printed group meets, added up."""
    mean = variance = pairs = 0.0
    distribution = [1.0]
    for members in standings.members.values():
        looked = [members.index(i) for i in own if i in set(members)]
        if not looked:
            continue
        names = [standings.given[i] for i in members]
        a, b, part = blind_choice(names, looked)
        mean, variance = mean + float(a), variance + float(b)
        distribution = convolved(distribution, [float(p) for p in part])
        d = [names[i] for i in looked]
        pairs += (sum(d) ** 2 - sum(x * x for x in d)) / 2 / (len(members) - 1) ** 2
    return mean, variance, pairs, distribution


def analyse(roll_path, path, scope):
    roll = Roll(roll_path)
    round_ = Round(roll, path, scope)
    standings = Standings(round_, scope)
    shape, evidence = trueness(
        standings.received, standings.given, round_.answered, standings.members)
    groups = [group_figures(round_, standings, s, label, own, chances(standings, own))
              for s in ("class", "year", "school") for label, own in roll.partition(s).items()]
    pupils = []
    for i, pupil in enumerate(roll.ids):
        coverage, chance = evidence[i]
        pupils.append({
            "pupil": pupil, "group": standings.group[i], "answered": i in round_.answered,
            "received": standings.received[i],
            "received_elsewhere": sum(b == i for _, b in round_.edges) - standings.received[i],
            "given": standings.out[i],
            "mutual": standings.mutual[i], "opted_out": False, "level": standings.level(i),
            "flags": standings.flags(i),
            "evidence": {
                "grade": None if standings.received[i] else
                grade(coverage, chance, standings.pending[i]),
                "coverage": coverage, "p_true_zero": chance, "pending": standings.pending[i]}})
    times, meant, keys = Counter(), {}, {}
    for nominator, text, who in round_.open:
        times[text] += 1
        label = roll.pupils[nominator]["Reg Group"]
        for same in {t for _, t, _ in round_.open if name_key(t) == name_key(text)}:
            keys.setdefault(same, set()).add(entry_key(text, label))
        meant.setdefault(text, set()).update(who)
    unresolved = [{"text": text, "times": times[text],
                   "candidates": [roll.ids[i] for i in sorted(meant[text])],
                   "keys": sorted(keys[text])}
                  for text in sorted(times, key=lambda text: text.encode())]
    off_roll = [{"text": text, "times": count}
                for text, count in sorted(round_.strangers.items())]
    return {
        "schema": "mhars.nominations/1", "release": "none",
        "instrument": {"id": "trusted-peers", "version": "2026.1"},
        "rows": {"read": round_.read, "used": round_.read, "excluded": []},
        "roll": {"pupils": len(roll.ids), "left": len(roll.left)},
        "reference": {"scope": scope, "shape": shape},
        "groups": groups, "pupils": pupils, "unresolved": unresolved, "off_roll": off_roll,
    }
