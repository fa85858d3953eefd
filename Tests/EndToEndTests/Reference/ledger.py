"""The entries of the ledger as `mhars.gaps/1` has them: what was seen, counted and said."""
import math

import counts
from gaps import TIERS, Figure
from records import Record, base_of, labels_of, listed
from tables import answer_key
from ways import journey, load, overlap, votes

OF_ALL = ("overlap", "votes", "load")


class Entry:
    """An entry with the figure behind its index, and how many units of its record it rests on."""

    def __init__(self, record, measure, tier, found, practice=None):
        name = f"{record.name}.{measure.id}" + (f".{practice}" if practice else "")
        base = found.pop("base")
        self.people = people(record, measure, base)
        base["enough"] = record.enough(base)
        direction = found.pop("direction", None)
        feeds = measure.feeds if base["enough"] and tier == "all" else "nothing"
        self.figure = found.pop("figure", None)
        self.record, self.measure = record, measure
        self.practices = [practice] if practice else measure.practices
        self.tier, self.base, self.feeds = tier, base, feeds
        self.own_feeds, self.own_direction = measure.feeds, direction
        self.id = name + ("" if tier == "all" else f".{tier}")
        self.audience, self.family = record.instrument.audience, measure.family
        self.direction = direction if feeds == "direction" else None
        self.found = found

    def json(self):
        return {
            "id": self.id, "instrument": self.record.name, "title": self.measure.title,
            "methods": self.record.instrument.methods, "practices": self.practices,
            "audience": self.audience, "family": self.family, "tier": self.tier,
            "feeds": self.feeds, "direction": self.direction, "base": self.base,
            **({"sample": self.record.sample} if self.record.sample else {}), **self.found}


def people(record, measure, base):
    """The fewest people of whom the rows can be: those asked in one setting may be in each."""
    if measure.kind == "voices" or record.unit or not record.setting or record.is_of_office:
        return base["units"]
    asked = {}
    for row in record.rows:
        place, own = record.value(record.setting, row), 1
        if measure.kind == "share":
            own = sum(record.number(item, row) or 0 for item in measure.among)
        asked[place] = asked.get(place, 0) + own
    return int(max(asked.values()))


def entries(names, folder=None):
    found = []
    for name in sorted(names):
        whole = Record(name, folder=folder)
        for measure in whole.measures:
            for tier in TIERS:
                if tier == "all":
                    found += measured(whole, measure, tier)
                elif measure.kind not in OF_ALL and whole.tier and (part := whole.of_tier(tier)).rows:
                    found += measured(part, measure, tier)
    return found


def measured(record, measure, tier):
    if measure.kind != "voices":
        found = KINDS[measure.kind](record, measure)
        if found is None or not found["base"]["count"]:
            return []  # The rows say nothing of it.
        found |= agreement(record, measure)
        return [Entry(record, measure, tier, found)]
    practices = sorted(record.distinct(measure.by, record.rows) & set(measure.practices))
    return [Entry(record, measure, tier, voices(record, measure, practice), practice)
            for practice in practices]


def index_of(record, rows, units, persons=False):
    """O1 over units, or over settings where there are four with two units each on average.

    Of `persons` each is a unit.
    """
    settings = {}
    for key, pair in units.items():
        place = record.value(record.setting, rows[key][0])
        good, events = settings.get(place, (0, 0))
        settings[place] = (good + pair[0], events + pair[1])
    if record.setting and not persons and len(settings) >= 4 and len(units) >= 2 * len(settings):
        return counts.share_over_units(settings.values())
    return counts.share_over_units(units.values(), persons)


def shown(estimate, measure):
    if estimate is None or estimate[0] is None:
        return {"figure": None, "index": None, "interval": None}
    value, error, df = estimate
    figure = Figure(measure.turned(100 * value), None if error is None else 100 * error, df)
    return {"figure": figure, "index": figure.value, "interval": figure.interval()}


def agreement(record, measure):
    """Of the units that two observers saw: how far the first two agree."""
    low = high = twice = 0
    yes = ([], [])
    for rows in record.units().values():
        both = record.by_observer(rows)[:2]
        if record.observer is None or len(both) < 2:
            continue
        twice += 1
        for item in dict.fromkeys(measure.of + measure.among):
            a, b = (sum(amount(record, measure, item, row) for row in part) for part in both)
            low, high = low + min(a, b), high + max(a, b)
            yes[0].append(a > 0)
            yes[1].append(b > 0)
    if not high:
        return {}
    return {"agreement": {"units": twice, "share": low / high, "kappa": counts.kappa(*yes)}}


def amount(record, measure, item, row):
    if record.instrument.item(item)["type"] == "number":
        return record.number(item, row) or 0
    return float(str(record.value(item, row)) in measure.values)


def share(record, measure):
    rows = record.with_answers(measure.among)
    if record.is_of_office:
        rows = record.complete(measure.of + measure.among)
    units = record.units(rows)
    pairs = pairs_of(record, measure, units)
    parts = []
    for value in sorted(record.distinct(measure.by, record.rows), key=str):
        own = [row for row in rows if record.value(measure.by, row) == value]
        good, events = totals(pairs_of(record, measure, record.units(own)))
        index = measure.turned(100 * good / events) if events else None
        parts.append({"value": str(value), "index": index, "count": events})
    pairs = {key: pair for key, pair in pairs.items() if pair[1] > 0}
    seen = [row for key in pairs for row in units[key]]
    base = base_of(record, seen, len(pairs), totals(pairs)[1])
    return {"base": base,
            **shown(index_of(record, units, pairs, persons=record.is_of_office), measure),
            "parts": parts, **spread(parts, measure)}


def spread(parts, measure):
    """The groups with the lowest and the highest figure, how close they are, and who is below."""
    known = sorted((p for p in parts if p["index"] is not None), key=lambda p: p["index"])
    found = {}
    if known and known[0]["index"] < known[-1]["index"]:
        low, high = known[0], max(known, key=lambda p: p["index"])
        enough = min(low["count"], high["count"]) >= 5
        found = {"lowest": low["value"], "highest": high["value"],
                 "consistency": low["index"] / high["index"] if enough else None}
    if measure.below is not None and known:
        under = [p["value"] for p in parts if p in known and p["index"] < measure.below]
        found["below"] = {"limit": measure.below, "values": under}
    return found


def split(record, measure, held):
    """The parts of a figure of units, of those in a group that say either; a unit is of one group.

    `held` has the rows of each unit and whether it holds.
    """
    groups = {}
    for rows, holds in held:
        own = sorted(record.distinct(measure.by, rows), key=str)
        if own:
            groups.setdefault(str(own[0]), []).append(holds)
    parts = [{"value": value, "count": len(own), "index": measure.turned(100 * sum(own) / len(own))}
             for value, own in sorted(groups.items())]
    return {"parts": parts, **spread(parts, measure)}


def pairs_of(record, measure, units):
    found = {}
    for key, own in units.items():
        table = dict(zip(measure.among, record.counted(measure.among, own)))
        good = record.counted([name for name in measure.of if name not in table], own)
        good = sum(table.get(name, 0) for name in measure.of) + sum(good)
        found[key] = (good, sum(table.values()))
    return found


def totals(pairs):
    return [sum(pair[side] for pair in pairs.values()) for side in (0, 1)]


def met(record, measure):
    def holds(own):
        seen = [[record.is_met(item, row, measure.values) for row in own
                 if record.value(item, row) is not None] for item in measure.of]
        return all(2 * sum(rows) >= len(rows) for rows in seen) if all(seen) else None
    return units_that(record, measure, holds)


def named(record, measure):
    def holds(own):
        return any(str(code) in measure.values for row in own for item in measure.of
                   for code in listed(record.value(item, row)))
    return units_that(record, measure, holds)


def units_that(record, measure, holds):
    """The share of units of which something holds, of those that say whether it does."""
    rows = record.with_answers(measure.of)
    units, every = record.units(rows), record.units()
    pairs = {key: (float(held), 1.0) for key, own in units.items()
             if (held := holds(own)) is not None}
    seen = [row for key in pairs for row in units[key]]
    return {"base": base_of(record, seen, len(pairs), len(pairs)),
            **shown(index_of(record, units, pairs), measure),
            **split(record, measure, [(every[key], pairs[key][0]) for key in pairs])}


def even(record, measure):
    rows = record.with_answers(measure.of)
    units = record.units(rows)
    units = {key: own for key, own in units.items() if any(record.counted(measure.of, own))}
    table = [record.counted(measure.of, own) for own in units.values()]
    rows = [row for own in units.values() for row in own]
    return {"base": base_of(record, rows, len(table), sum(map(sum, table))),
            **shown(counts.evenness(table), measure), "parts": []}


def lists(record, measure):
    item = record.instrument.item(measure.of[0])
    labels = labels_of(item)
    own, spellings = {}, {}
    for key, rows in record.units().items():
        words = [labels.get(word, word) for row in rows
                 for word in listed(record.value(item["id"], row))]
        own[key] = [answer_key(word) for word in words]
        for word in words:
            spelt = spellings.setdefault(answer_key(word), {})
            spelt[word] = spelt.get(word, 0) + 1
    asked = len(own)
    said = [[row for row in rows if listed(record.value(item["id"], row))]
            for rows in record.units().values()]
    is_ordered = item["type"] == "list" and all(len(rows) < 2 for rows in said)
    salient = counts.salience(own.values(), asked) if is_ordered else {}
    words = [{"word": max(sorted(spelt), key=spelt.get),
              "persons": sum(word in listing for listing in own.values()),
              "smith": salient.get(word)} for word, spelt in spellings.items()]
    words.sort(key=lambda w: (-round(w["smith"] or 0, 12), -w["persons"], w["word"]))
    return {"base": base_of(record, record.rows, asked, asked), "persons": asked, "listed": words}


def rates(record, measure):
    rows = record.complete(measure.of + measure.among)
    events, exposure = sums(record, measure, rows)
    if not exposure:
        return None
    rows = exposed(record, measure, rows)
    return {"base": base_of(record, rows, len(record.units(rows)), exposure),
            "direction": "mixed", **counts.rate(events, exposure, measure.per)}


def sums(record, measure, rows):
    events, people = (sum(sum(record.counted(names, own)) for own in record.units(rows).values())
                      for names in (measure.of, measure.among))
    return math.floor(events + 0.5), people


def exposed(record, measure, rows):
    """The rows of units that have somebody whom an event can befall."""
    return [row for own in record.units(rows).values() for row in own
            if sum(record.counted(measure.among, own))]


def ratios(record, measure):
    rows = record.complete(measure.of + measure.among)
    events, exposure = sums(record, measure, rows)
    found = []
    for value in sorted(record.distinct(measure.by, rows)):
        x, n = sums(record, measure, [r for r in rows if record.value(measure.by, r) == value])
        if 0 < n < exposure:
            found.append({"value": value, "events": x, "exposure": n,
                          **counts.ratio(x, n, events - x, exposure - n)})
    if not found:
        return None
    gap = any(is_adverse(entry["interval"], measure.better) for entry in found)
    rows = exposed(record, measure, rows)
    return {"base": base_of(record, rows, len(record.units(rows)), exposure),
            "direction": "gap" if gap else "mixed", "ratios": found}


def is_adverse(interval, better):
    """Whether a group surely has more of what is bad, or less of what is good."""
    if interval is None:
        return False
    if better == "lower":
        return interval["low"] > 1.5
    return interval["high"] is not None and interval["high"] < 1 / 1.5


def chart(record, measure):
    rows = record.complete([*measure.of, *measure.among, measure.by])
    months = {}
    for row in rows:
        months.setdefault(record.value(measure.by, row)[:7], []).append(row)
    months = {month: sums(record, measure, own) for month, own in months.items()}
    months = {month: both for month, both in months.items() if both[1]}
    if not months:
        return None
    found, sign = counts.run_chart(months)
    return {"base": base_of(record, rows, len(months), sum(n for _, n in months.values())),
            "direction": "gap" if measure.better == "lower" and sign else "mixed", **found}


def voices(record, measure, practice):
    rows = [row for row in record.rows if record.value(measure.by, row) == practice]
    said = {kind: [row for row in rows if record.value(measure.of[0], row) == kind]
            for kind in ("strength", "gap", "suggestion")}
    every = [row for own in said.values() for row in own]
    role = next((i["id"] for i in record.instrument.items if i["role"] == "group"), None)
    tally = {kind: len(record.units(own)) for kind, own in said.items()}
    tally["all"] = len(record.units(every))
    tally["gap_roles"] = len(record.distinct(role, said["gap"]))
    word = "mixed"
    if tally["gap"] > tally["strength"]:
        two = record.minimum.get("settings", 0) < 2 or tally["gap_roles"] >= 2
        word = "gap" if two else "mixed"
    elif tally["strength"] > tally["gap"]:
        word = "strength"
    base = {"units": tally["all"], "settings": len(record.distinct(role, every)),
            "count": tally["all"]}
    return {"base": base, "direction": word, "voices": tally}


KINDS = {"share": share, "met": met, "named": named, "evenness": even, "listed": lists,
         "rate": rates, "ratio": ratios, "run_chart": chart, "journey": journey,
         "overlap": overlap, "votes": votes, "load": load}
