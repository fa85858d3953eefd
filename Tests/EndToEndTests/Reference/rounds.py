"""Who is named by nobody in two rounds, and whether their ids mean the same pupils."""


class Comparison:
    def __init__(self, now, before):
        self.now, self.before = now, before
        ids = before.round.roll.ids
        self.place = {i: ids.index(pupil) for i, pupil in enumerate(now.round.roll.ids)
                      if pupil in ids}
        self.departed = len(set(ids) - set(now.round.roll.ids))
        self.compared = [i for i, j in self.place.items()
                         if is_known(now, i) and is_known(before, j)]
        self.zeros = {i: (now.unchosen(i), before.unchosen(self.place[i])) for i in self.compared}

    def is_told(self, i):
        """Nothing is said of a pupil in whose group fewer than three answered, then or now."""
        return i in self.place and self.now.shown(i) and self.before.shown(self.place[i])

    def persistent(self, i):
        return self.is_told(i) and self.now.level(i) in ("A", "B") \
            and self.before.level(self.place[i]) in ("A", "B")

    def moved(self):
        ids = self.now.round.roll.ids
        told = [i for i in sorted(self.zeros) if self.is_told(i)]
        return {f"unchosen_{name}": [ids[i] for i in told if self.zeros[i] == which]
                for name, which in KINDS.items()}

    def change(self, own):
        compared = [i for i in own if i in self.zeros]
        counts = {name: sum(self.zeros[i] == which for i in compared)
                  for name, which in KINDS.items()}
        there = {i: self.place[i] for i in own if i in self.place}
        ties = {(a, b) for a, b in self.now.round.edges if a in there and b in there}
        earlier = {(a, b) for a in there for b in there
                   if (there[a], there[b]) in self.before.round.edges}
        stability = len(ties & earlier) / len(ties | earlier) if ties | earlier else None
        both, now, before = counts["in_both"], counts["now"], counts["before"]
        return {
            "compared": len(compared), "unchosen_in_both": both, "unchosen_now": now,
            "unchosen_before": before,
            "expected_in_both":
            (both + before) * (both + now) / len(compared) if compared else None,
            "arrived": len(own) - len(there), "ties_kept": len(ties & earlier),
            "ties_changed": len(ties ^ earlier), "stability": stability,
            "looks_mixed_up": stability is not None and stability < 0.2,
        }


KINDS = {"in_both": (True, True), "now": (True, False), "before": (False, True)}


def is_known(standings, i):
    """Whether somebody named the pupil, or nobody did and that can be told."""
    if i not in standings.group:
        return False
    if standings.received[i]:
        return True
    others = [j for j in standings.members[standings.group[i]] if j != i]
    answered = sum(j in standings.round.answered for j in others)
    return (i in standings.round.answered and len(others) > 0
            and answered * 10 >= len(others) * 6 and not standings.pending[i])
