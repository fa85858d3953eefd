"""The figures of nominations as `mhars.nominations/1`, with networkx and exact arithmetic."""
import math
from collections import Counter

import networkx as nx

from chance import blind_chance, blind_choice, convolved, trueness, worst_case
from indices import homophily, indices, share, triads
from names import Roll, Round, entry_key, name_key
from openzeros import chase, most_reached
from rounds import Comparison


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
        self.inner = {(a, b) for a, b in round_.edges if self.shares_group(a, b)}
        self.received = Counter(b for _, b in self.inner)
        self.given = Counter(a for a, _ in self.inner)
        self.mutual = Counter(a for a, b in self.inner if (b, a) in self.inner)
        self.out = Counter(a for a, _ in round_.edges)
        self.round = round_
        self.pending = round_.pending()
        self.elsewhere = round_.elsewhere()
        self.ties = nx.Graph(list(self.inner))
        self.ties.add_nodes_from(range(len(roll.ids)))

    def shares_group(self, a, b):
        return a in self.group and self.group[a] == self.group.get(b)

    def unchosen(self, i):
        return i in self.group and self.received[i] == 0

    def hides(self, label):
        """Nothing is shown of a group in which fewer than three answered."""
        return sum(i in self.round.answered for i in self.members[label]) < 3

    def shown(self, i):
        return i not in self.group or not self.hides(self.group[i])

    def certain(self, i):
        if not self.unchosen(i) or self.pending[i]:
            return False
        others = [j for j in self.members[self.group[i]] if j != i]
        return len(others) > 0 and all(j in self.round.answered for j in others)

    def level(self, i):
        if i not in self.group:
            return None
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

    def flags(self, i, earlier):
        if not self.shown(i):
            return ["pending"] if self.pending[i] else []
        found = []
        namers = [a for a, b in self.inner if b == i]
        if namers and all(self.received[a] == 0 for a in namers):
            found.append("only_from_unchosen")
        own = self.members[self.group[i]] if i in self.group else []
        if own and sum(j in self.round.answered for j in own) / len(own) >= 0.8:
            sets = sorted(nx.connected_components(self.ties.subgraph(own)), key=len, reverse=True)
            unique = len(sets) < 2 or len(sets[0]) > len(sets[1])
            mine = next(s for s in sets if i in s)
            if unique and len(mine) > 1 and mine != sets[0]:
                found.append("outside_main_component")
        tied = {a if b == i else b for a, b in self.round.edges if i in (a, b)}
        if tied and i in self.group and i in self.classes and \
                all(self.classes.get(j) != self.classes[i] for j in tied):
            found.append("no_tie_in_class")
        if self.received[i] == 1:
            found.append("depends_on_one")
        if earlier and earlier.persistent(i):
            found.append("persistent")
        if self.pending[i]:
            found.append("pending")
        if self.certain(i):
            found.append("certain")
        return found


def group_figures(round_, standings, scope, label, own, earlier):
    inside = set(own)
    graph = nx.DiGraph([(a, b) for a, b in round_.edges if a in inside and b in inside])
    graph.add_nodes_from(own)
    answered = [i for i in own if i in round_.answered]
    unchosen = [i for i in own if standings.unchosen(i)]
    mean, variance, pairs_expected, distribution = chances(standings, own)
    discards = Counter(reason for nominator, reason in round_.discards if nominator in inside)
    named = {i: standings.out[i] + standings.elsewhere[i] for i in own}
    return {
        "scope": scope, "group": label, "pupils": len(own), "answered": len(answered),
        "coverage": share(len(answered), len(own)), "nominations": graph.number_of_edges(),
        "discarded": {reason: discards[reason] for reason in
                      ("self", "repeated", "off_roll", "unresolved", "over_limit", "staff",
                       "family", "illegible")},
        **indices(graph, len(answered), round_.limit),
        "expected_mutual_pairs": pairs_expected, "triads": triads(scope, graph),
        "unchosen": {"observed": len(unchosen),
                     "of_these_answered": sum(i in round_.answered for i in unchosen),
                     "of_these_absent": sum(i not in round_.answered for i in unchosen),
                     "certain": sum(standings.certain(i) for i in unchosen),
                     "expected": mean, "sd": math.sqrt(variance),
                     "p_at_least": min(1, math.fsum(distribution[len(unchosen):])),
                     "p_method": "exact",
                     "low": len(unchosen) - most_reached(round_, standings, own, True),
                     "low_by_names": len(unchosen) - most_reached(round_, standings, own, False),
                     "high": len(unchosen)},
        "change": earlier.change(own) if earlier else None,
        "with_mutual": sum(standings.mutual[i] > 0 for i in own),
        "names_nobody": sum(named[i] == 0 for i in answered),
        "slots_filled": share(sum(named[i] >= round_.limit for i in answered), len(answered)),
        "homophily": homophily(round_.roll, graph, own),
    }


def chances(standings, own):
    """Blind naming in each reference group that the printed group meets, added up."""
    mean = variance = pairs = 0.0
    distribution = [1.0]
    for members in standings.members.values():
        looked = [members.index(i) for i in own if i in set(members)]
        if not looked:
            continue
        names = [standings.given[i] for i in members]
        a, b, part = blind_choice(tuple(names), tuple(looked))
        mean, variance = mean + float(a), variance + float(b)
        distribution = convolved(distribution, [float(p) for p in part])
        d = [names[i] for i in looked]
        if len(members) > 1:
            pairs += (sum(d) ** 2 - sum(x * x for x in d)) / 2 / (len(members) - 1) ** 2
    return mean, variance, pairs, distribution


def pupil_figures(standings, i, evidence, earlier):
    round_, shown = standings.round, standings.shown(i)
    received = standings.received[i]
    coverage, chance = evidence.get(i, (None, None))
    zero = shown and received == 0
    members = standings.members.get(standings.group.get(i), [])
    heard = sum(j in round_.answered for j in members if j != i)
    outside = sum(b == i for _, b in round_.edges) - received
    names = [standings.given[j] for j in members]
    return {
        "pupil": round_.roll.ids[i], "group": standings.group.get(i),
        "answered": i in round_.answered, "opted_out": round_.roll.opted_out[i],
        "received": received if shown else None,
        "received_elsewhere": outside if shown else None,
        "given": standings.out[i] if shown else None,
        "mutual": standings.mutual[i] if shown else None,
        "level": standings.level(i) if shown else None, "flags": standings.flags(i, earlier),
        "chance": blind_chance(names, members.index(i), received) if shown and members else None,
        "evidence": {
            "grade": grade(coverage, chance, standings.pending[i]) if zero else None,
            "coverage": coverage, "p_true_zero": chance if zero else None,
            "worst_case": worst_case(len(members) - 1, heard)
            if zero and len(members) > 1 else None,
            "pending": standings.pending[i]}}


def written(round_):
    times, meant, keys = Counter(), {}, {}
    for nominator, text, who in round_.open:
        times[text] += 1
        label = round_.roll.pupils[nominator]["Reg Group"].strip()
        for same in {t for _, t, _ in round_.open if name_key(t) == name_key(text)}:
            keys.setdefault(same, set()).add(entry_key(text, label))
        meant.setdefault(text, set()).update(who)
    return [{"text": text, "times": times[text],
             "candidates": [round_.roll.ids[i] for i in sorted(meant[text])],
             "keys": sorted(keys[text])}
            for text in sorted(times, key=lambda text: text.encode())]


def standings_of(roll_path, path, scope):
    return Standings(Round(Roll(roll_path), path, scope), scope)


def analyse(roll_path, path, scope, earlier_roll=None, earlier_path=None):
    standings = standings_of(roll_path, path, scope)
    round_, roll = standings.round, standings.round.roll
    before = standings_of(earlier_roll, earlier_path, scope) if earlier_path else None
    earlier = Comparison(standings, before) if before else None
    shape, evidence = trueness(
        standings.received, standings.given, round_.answered, standings.members)
    groups = [group_figures(round_, standings, s, label, own, earlier)
              for s in ("class", "year", "school") for label, own in roll.partition(s).items()]
    excluded = [{"reason": reason, "count": round_.excluded[reason]}
                for reason in ("respondent_not_matched", "opted_out") if round_.excluded[reason]]
    left_out = sum(round_.excluded.values())
    return {
        "schema": "mhars.nominations/1", "release": "none",
        "instrument": {"id": "trusted-peers", "version": "2026.1"},
        "rows": {"read": round_.read, "used": round_.read - left_out, "excluded": excluded},
        "roll": {"pupils": len(roll.ids), "left": len(roll.left)},
        "reference": {"scope": scope, "asked": "class", "shape": shape},
        "earlier": {"round": "the earlier round", "departed": earlier.departed} if earlier else None,
        "real_schools": {"unchosen_low": 0.12, "unchosen_high": 0.19},
        "groups": groups,
        "pupils": [pupil_figures(standings, i, evidence, earlier) for i in range(len(roll.ids))],
        "moved": earlier.moved() if earlier else None,
        "chase": chase(standings, shape),
        "unresolved": written(round_),
        "off_roll": [{"text": text, "times": count}
                     for text, count in sorted(round_.strangers.items())],
    }
