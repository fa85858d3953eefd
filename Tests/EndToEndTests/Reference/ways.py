"""The ways of cases, and of people what they name: hand-overs, overlaps, dots and load."""
import numpy as np

import counts
from records import base_of, labels_of, listed
from tables import answer_key


def journey(record, measure):
    rows = [row for row in record.with_answers([measure.by])
            if record.value(measure.of[0], row) is not None]
    units = {key: own for key, own in record.units().items()
             if key in {record.key(row) for row in rows}}
    steps = [{} for _ in units]
    for found, own in zip(steps, units.values()):
        for row in (row for row in own if row in rows):
            stage, day = record.value(measure.of[0], row), record.value(measure.by, row)
            # A step taken twice counts from its first day; days of ISO 8601 sort as text.
            found[stage] = min(found.get(stage, day), day)
    stages = counts.days_between(measure.values, steps)
    base = base_of(record, [row for own in units.values() for row in own], len(units), len(units))
    found = {"base": base, "cases": len(units), "stages": stages}
    return found | handed_over(record, measure, units, stages) | reviews(record, measure)


def handed_over(record, measure, units, stages):
    """How often cases went to somebody else, among those of which it is told."""
    cases = [rows for rows in units.values()
             if any(record.value(measure.passed, row) is not None for row in rows)]
    if not cases:
        return {}
    passed = [[record.value(measure.of[0], row) for row in rows
               if record.value(measure.passed, row) == "passed"] for rows in cases]
    for entry in stages:
        entry["passed"] = sum(entry["stage"] in own for own in passed)
    times = [len(own) for own in passed]
    return {"handovers": {"median": float(np.median(times)), "most": max(times)}}


def reviews(record, measure):
    """What was due, and whether it came by that day; days written as in ISO 8601 sort as text."""
    rows = [row for row in record.rows if record.value(measure.due, row) is not None]
    if not rows:
        return {}
    days = [(record.value(measure.by, row), record.value(measure.due, row)) for row in rows]
    on_time = sum(day is not None and day <= due for day, due in days)
    missing = sum(day is None for day, _ in days)
    return {"due": {"all": len(days), "on_time": on_time, "missing": missing,
                    "late": len(days) - on_time - missing}}


def overlap(record, measure):
    """What is stated against what units name; a stated word may be several, parted by a slash."""
    item = record.instrument.item(measure.of[0])
    labels = labels_of(item) | (labels_of(record.instrument.item(measure.among[0]))
                                if measure.among else {})
    stated = {}
    for word in measure.values or [str(word) for row in record.rows
                                   for word in listed(record.value(measure.among[0], row))]:
        first, *others = [form.strip() for form in word.split("/")]
        title, forms = stated.get(answer_key(first), (labels.get(first, first), set()))
        stated[answer_key(first)] = (min(title, labels.get(first, first)),
                                     forms | set(map(answer_key, [first, *others])))
    units, titles = {}, {}
    for key, rows in record.units().items():
        for word in (str(word) for row in rows for word in listed(record.value(item["id"], row))):
            units.setdefault(key, set()).add(answer_key(word))
            title = labels.get(word, word)
            titles[answer_key(word)] = min(titles.get(answer_key(word), title), title)
    if not units or not stated:
        return None

    def reaches(count):
        return count > 0 and 100 * count >= measure.at_least * len(units)
    heard = [(title, sum(bool(own & words) for words in units.values()))
             for title, own in stated.values()]
    besides = set(titles) - set().union(*(forms for _, forms in stated.values()))
    besides = [(titles[word], sum(word in words for words in units.values())) for word in besides]
    named = sum(reaches(n) for _, n in heard)
    rows = [row for row in record.rows if record.key(row) in units]
    base = base_of(record, rows, len(units), len(units))
    if item["role"] == "group":
        base["settings"] = len(record.distinct(item["id"], rows))
    return {"base": base, "persons": len(units), "at_least": measure.at_least,
            "overlap": 100 * named / len(stated), "stated_count": len(stated), "named_count": named,
            "stated": [{"word": word, "persons": n, "named": reaches(n)}
                       for word, n in by_number(heard)],
            "unstated": [{"word": word, "persons": n}
                         for word, n in by_number(besides) if reaches(n)]}


def by_number(words):
    """The word of most first, and of equally many by the alphabet."""
    return sorted(words, key=lambda pair: (-pair[1], pair[0]))


def votes(record, measure):
    """Notes and dots on each theme, that with most dots first; a note may stand in several rows."""
    themes, labels = {}, labels_of(record.instrument.item(measure.by))
    for row in record.with_answers([measure.by]):
        themes.setdefault(record.value(measure.by, row), []).append(row)
    found = []
    for theme, rows in themes.items():
        colours = [{"role": record.instrument.item(item)["text"]["en"],
                    "dots": int(sum(record.number(item, row) or 0 for row in rows))}
                   for item in measure.of]
        found.append({"theme": labels[str(theme)], "notes": len(record.units(rows)),
                      "dots": sum(colour["dots"] for colour in colours), "roles": colours})
    if not found:
        return None
    found.sort(key=lambda entry: (-entry["dots"], -entry["notes"], entry["theme"]))
    rows = record.with_answers([measure.by])
    dots = sum(entry["dots"] for entry in found)
    units = len(record.units(rows))
    return {"base": base_of(record, rows, units, dots), "notes": units, "dots": dots,
            "votes": found}


def load(record, measure):
    """Each unit names a person once, however often it writes the letter."""
    units = {key: {answer_key(str(word)) for row in rows
                   for word in listed(record.value(measure.of[0], row))}
             for key, rows in record.units().items()}
    units = {key: words for key, words in units.items() if words}
    every = [word for words in units.values() for word in words]
    if not every:
        return None
    most = max(every.count(word) for word in every)
    rows = [row for row in record.rows if record.value(measure.of[0], row) is not None]
    return {"base": base_of(record, rows, len(units), len(every)), "namings": len(every),
            "most_named": most, "load": 100 * most / len(every)}
