"""What could still change a zero: bounds by maximum flow, and the shortest list that settles it."""
from collections import Counter

import networkx as nx

from chance import true_zero


def most_reached(round_, standings, own, with_absent):
    """How many unchosen members open names, and those who did not answer, can reach at once."""
    flow = nx.DiGraph()
    flow.add_nodes_from(["source", "sink"])
    zeros = [i for i in own if standings.unchosen(i)]
    for i in zeros:
        flow.add_edge(("pupil", i), "sink", capacity=1)
    for place, (nominator, _, who) in enumerate(round_.open):
        flow.add_edge("source", ("name", place), capacity=1)
        for i in set(who) - {nominator}:
            if i in zeros and standings.shares_group(i, nominator):
                flow.add_edge(("name", place), ("pupil", i), capacity=1)
    for absent in set(standings.group) - round_.answered if with_absent else ():
        flow.add_edge("source", ("absent", absent), capacity=round_.limit)
        for i in zeros:
            if i != absent and standings.shares_group(i, absent):
                flow.add_edge(("absent", absent), ("pupil", i), capacity=1)
    return nx.maximum_flow_value(flow, "source", "sink")


class Chase:
    """Whom to ask and what to decide in one reference group, by the definition of settled."""

    def __init__(self, standings, members, shape):
        self.standings, self.members, self.shape = standings, members, shape
        self.round = standings.round
        self.can_ask = {i for i in members if i not in self.round.answered
                        and not self.round.roll.opted_out[i]}
        self.heard = sum(i in self.round.answered for i in members)
        self.mean = sum(standings.given[i] for i in members) / self.heard if self.heard else None
        self.open = [i for i in members if len(members) > 1 and standings.unchosen(i)
                     and not self.round.roll.opted_out[i] and self.is_open(i)]

    def is_open(self, i):
        return (i not in self.round.answered or self.standings.pending[i] > 0
                or not self.is_strong(i, 0))

    def is_strong(self, i, more):
        """Whether the evidence of a zero is strong once so many more of the others answered."""
        others = len(self.members) - 1
        answered = self.heard - (i in self.round.answered) + more
        if answered == others > 0:
            return True
        if answered == 0 or self.mean is None:
            return False
        coverage = answered / others
        chance = true_zero(coverage, self.mean, self.shape)
        return answered * 10 >= others * 6 and chance >= 0.85

    def texts(self, i):
        return {text for namer, text, who in self.round.open if i in who and i != namer}

    def is_settled(self, i, asked, decided):
        if i not in self.round.answered and i not in asked:
            return False
        names = sum(i in who and i != namer for namer, _, who in self.round.open)
        return (self.standings.pending[i] == names and self.texts(i) <= decided
                and self.is_strong(i, len(asked - {i})))

    def list(self):
        texts = {text for _, text, _ in self.round.open}
        settled = [i for i in self.open if self.is_settled(i, self.can_ask, texts)]
        first = [i for i in sorted(self.can_ask) if i in settled]
        order = first + [i for i in sorted(self.can_ask) if i not in settled]
        ask = next(order[:count] for count in range(len(first), len(order) + 1)
                   if all(self.is_settled(i, set(order[:count]), texts) for i in settled))
        waiting = Counter(text for i in settled for text in self.texts(i))
        ids = self.round.roll.ids
        return {"open": len(self.open), "settled": len(settled), "ask": [ids[i] for i in ask],
                "decide": sorted(waiting, key=lambda text: (-waiting[text], text.encode()))}


def chase(standings, shape):
    """Not of groups of which nothing is shown: the order of those to ask says who is named."""
    found = []
    for label, members in standings.members.items():
        if standings.hides(label):
            continue
        one = Chase(standings, members, shape)
        if one.open:
            found.append({"group": label} | one.list())
    return found
