"""Which components people would put first, and the priorities that this weighs."""
from gaps import AUDIENCES, FEWEST, placed, priority
from tables import Answers, Instrument

MOST = 3


class Choice:
    """What those asked in one instrument chose."""

    def __init__(self, name):
        self.instrument = Instrument(f"Instruments/{name}.yaml")
        answers = Answers(self.instrument, f"SampleData/importance/{name}.csv")
        item = next(item for item in self.instrument.items if item["importance"])
        self.offered = set(item["codes"])
        given = [answers.value(item["id"], row) for row in range(answers.n)]
        given = [choices for choices in given if choices]
        self.chosen = [set(choices) for choices in given if len(choices) <= MOST]
        self.too_many = len(given) - len(self.chosen)


def stated(choices, components):
    """The groups that were asked, and how many of each put a component first, on average."""
    groups, shares = [], {c: [] for c in components}
    for audience in AUDIENCES:
        own = [choice for choice in choices if choice.instrument.audience == audience]
        if not own:
            continue
        n = sum(len(choice.chosen) for choice in own)
        counted = n >= FEWEST.get(audience, 5)
        groups.append({"audience": audience, "instruments": sorted(c.instrument.id for c in own),
                       "counted": counted, "n": n, "chose_too_many": sum(c.too_many for c in own)})
        for component, found in shares.items():
            asked = [choice for choice in own if component in choice.offered]
            people = [chosen for choice in asked for chosen in choice.chosen]
            if counted and people:
                found.append(sum(component in chosen for chosen in people) / len(people))
    means = {c: sum(found) / len(found) if found else None for c, found in shares.items()}
    return {"groups": groups,
            "shares": [{"component": c, "share": share} for c, share in means.items()]}, means


def priorities(measured, figures, sides, target, shares):
    """Priorities with their places; importance weighs where every ranked component was offered."""
    found = [priority(c, figures[c["id"]], sides[c["id"]], target) for c in measured]
    own = [shares.get(p["entry"]["component"]) for p in found]
    weighs = bool(own) and None not in own
    most = max((share for share in shares.values() if share is not None), default=None)
    for p, share in zip(found, own):
        if weighs:
            weight = 0.5 + 0.5 * share / most
            p["entry"] |= {"priority": p["entry"]["priority"] * weight, "importance": share}
            p["draws"] = p["draws"] * weight
            del p["entry"]["importance_reason"]
    return {"weighs_importance": weighs, "ranked": placed(found)}
