"""What changed between two rounds of records, by the page on the change of evidence."""
import math

from scipy import stats

import counts
from gaps import combined
from ledger import entries

NAMES = ["book-look", "bullying-log", "event-reach", "helpers", "lesson-difficulty",
         "lesson-thinking", "pupil-needs", "staff-absence", "staff-talk"]
INDICES = ("share", "met", "named", "evenness")
# The fewest people or events that an audit tells of, by who looked.
MINIMUM = {"staff": 5, "parents": 5}


def changes(folder):
    """The entries of now and what became of them since the files of the same names in a folder."""
    then = {e.id: e for e in entries(NAMES, folder)}
    found = [(e, change(then.get(e.id), e)) for e in entries(NAMES) if e.tier == "all"]
    known = [entry["p"] for _, entry in found if entry["p"] is not None]
    adjusted = iter(stats.false_discovery_control(known))
    for e, entry in found:
        entry["verdict"] = "cannot compare"
        if entry["p"] is not None:
            entry["p_adjusted"] = next(adjusted)
            entry["verdict"] = verdict(e, entry)
    return [entry for _, entry in found]


def change(then, now):
    entry = {"entry": now.id, "kind": None, "change": None, "interval": None, "p": None,
             "p_adjusted": None, "smallest_detectable": None}
    if then is None or not (then.base["enough"] and now.base["enough"]):
        return entry
    if now.measure.kind in INDICES:
        return entry | points(then.figure, now.figure)
    if now.measure.kind != "rate" or is_held_back(then) or is_held_back(now):
        return entry
    return entry | rates(then.found, now.found)


def is_held_back(e):
    """Of what can be so in these files: a rate of some events, and fewer than the minimum."""
    return 0 < e.found["events"] < MINIMUM.get(e.audience, 10)


def points(then, now):
    joint = combined(now.value - then.value, [(now, 1), (then, -1)])
    t = stats.t.ppf(0.975, joint.df)
    return {"kind": "points", "change": joint.value,
            "interval": {"low": joint.value - t * joint.error, "high": joint.value + t * joint.error,
                         "level": 0.95, "method": "Welch, linearised"},
            "p": 2 * stats.t.sf(abs(joint.value) / joint.error, joint.df),
            "smallest_detectable": (t + stats.t.ppf(0.8, joint.df)) * joint.error}


def rates(then, now):
    x, y = now["events"], then["events"]
    found = counts.ratio(x, now["exposure"], y, then["exposure"])
    share = now["exposure"] / (now["exposure"] + then["exposure"])
    tail = min(stats.binom.sf(x - 1, x + y, share), stats.binom.cdf(x, x + y, share))
    factor = (stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * math.sqrt(1 / x + 1 / y)
    return {"kind": "ratio", "change": found["ratio"], "interval": found["interval"],
            "p": min(1, 2 * tail), "smallest_detectable": math.exp(factor)}


def verdict(e, entry):
    if entry["p_adjusted"] >= 0.05:
        return "no clear change"
    rises = entry["change"] > (1 if entry["kind"] == "ratio" else 0)
    # An index is turned round already where less is better.
    is_bad = entry["kind"] == "ratio" and e.measure.better == "lower"
    return "worse" if rises == is_bad else "improved"
