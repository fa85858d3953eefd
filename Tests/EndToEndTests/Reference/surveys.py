"""The figures of a survey as `mhars.scores/1`, computed with numpy and scipy."""
from itertools import combinations

import numpy as np

from cells import poststratified
from changes import change
from comparing import adjust, comparison
from figures import bounds_of, good_codes, item_figures, label_of, mean_figures, scored
from reliabilities import reliability
from tables import Answers, Instrument, rows


def score_figures(answers, score, members, population, items, strata):
    if score["method"] == "label":
        return label_figures(answers, score, members, items)
    values = list(scored(answers, score, members).values())
    n = len(values)
    mean, sd, error, reach = mean_figures(values, population)
    low, high = bounds_of(answers, score)
    bounds = tipping = None
    if population:
        silent = population - n
        bounds = {"low": (sum(values) + silent * low) / population,
                  "high": (sum(values) + silent * high) / population}
        if silent and n:
            tipping = (population * (low + high) / 2 - sum(values)) / silent
    return {
        "id": score["id"], "n": n, "unscored": len(members) - n, "mean": mean, "sd": sd,
        "se": error, "interval": reach, "median": float(np.median(values)) if n else None,
        "quartiles": [float(np.quantile(values, q)) if n else None for q in (0.25, 0.75)],
        "floor": sum(v == low for v in values) / n if n else None,
        "ceiling": sum(v == high for v in values) / n if n else None,
        "favourable": favourable(answers, score, items),
        "poststratified": poststratified(answers, score, strata), "bounds": bounds,
        "tipping_point": tipping, "tipping_point_at": (low + high) / 2,
        "reliability": reliability(answers, score, members), "bands": None,
    }


def favourable(answers, score, items):
    """The share of all answers, those of persons without a score too."""
    own = [item for item in items if item["id"] in score["items"]]
    if any(answers.instrument.item(item["id"])["favourable"] is None for item in own):
        return None
    good = sum(item["counts"][str(code)] for item in own
               for code in good_codes(answers.instrument.item(item["id"])))
    given = sum(item["n"] for item in own)
    return good / given if given else None


def label_figures(answers, score, members, items):
    given = [label_of(answers, score, row) for row in members]
    labels = [rule["label"] for rule in score["labels"]]
    n = sum(label is not None for label in given)
    nothing = dict.fromkeys(("mean", "sd", "se", "interval", "median"))
    return {"id": score["id"], "n": n, "unscored": len(members) - n} | nothing | {
        "quartiles": [None, None], "floor": None, "ceiling": None,
        "favourable": favourable(answers, score, items), "poststratified": None,
        "bounds": None, "tipping_point": None, "tipping_point_at": None,
        "reliability": reliability(answers, score, members) | {"sem": None},
        "bands": {label: given.count(label) for label in labels},
    }


def population(counts, by):
    if not counts:
        return None
    header, *body = rows(counts)
    return {row[header.index(by)]: int(row[header.index("count")]) for row in body}


def analyse(instrument_path, file, by, counts=None, earlier=None, earlier_instrument=None):
    instrument = Instrument(instrument_path)
    answers = Answers(instrument, file)
    everybody = list(range(answers.n))
    sizes = population(counts, by)
    labels = [answers.value(by, row) for row in everybody]
    values = sorted({str(label) for label in labels if label is not None})
    member = {v: [row for row in everybody if str(labels[row]) == v] for v in values}
    strata = sizes and [(name, sizes[code], member.get(code, []))
                        for code, name in names(instrument, by).items() if code in sizes]
    groups = [group(answers, None, None, everybody, sum(sizes.values()) if sizes else None, strata)]
    groups += [group(answers, by, v, member[v], sizes.get(v) if sizes else None, None)
               for v in values]
    result = {
        "schema": "mhars.scores/1", "release": "none",
        "instrument": {"id": instrument.id, "version": instrument.version},
        "rows": {"read": answers.n, "used": answers.n, "excluded": []},
        "ungrouped": sum(label is None for label in labels), "groups": groups,
        "comparisons": comparisons(answers, by, member), "quality": quality(answers, groups[0]),
        "change": None,
    }
    if earlier:
        before = Answers(Instrument(earlier_instrument or instrument_path), earlier)
        result["change"] = change(answers, before, by)
    return result


def names(instrument, by):
    """What the values are called: their labels in English, or their codes."""
    return {str(point["code"]): point.get("label", {}).get("en", str(point["code"]))
            for point in instrument.item(by)["points"]}


def numbers(instrument):
    return [score for score in instrument.scores if score["method"] != "label"]


def comparisons(answers, by, member):
    found = []
    for score in numbers(answers.instrument):
        low, high = bounds_of(answers, score)
        values = {v: list(scored(answers, score, rows_).values()) for v, rows_ in member.items()}
        found += [comparison(score["id"], by, a, b, values[a], values[b], (high - low) / 10)
                  for a, b in combinations(member, 2)]
    adjust(found)
    return [entry for entry, _ in found]


def group(answers, by, value, members, population, strata):
    instrument = answers.instrument
    items = [item_figures(answers, item, members, population)
             for item in instrument.items if item["role"] != "respondent"]
    return {
        "by": by, "value": value, "n": len(members), "population": population,
        "response_rate": len(members) / population if population else None,
        "scores": [score_figures(answers, score, members, population, items, strata)
                   for score in instrument.scores],
        "items": items,
    }


def straight_rows(answers):
    """Whether each row that is checked is straight-lined."""
    found = {}
    for row in range(answers.n):
        flags = []
        for scale in answers.instrument.scales:
            own = [item for item in answers.instrument.items if item["scale"] == scale]
            given = [answers.value(item["id"], row) for item in own]
            given = [value for value in given if value is not None]
            if len(own) >= 10 and any(item["reverse"] for item in own) and len(given) >= 10:
                flags.append(len(set(given)) == 1)
        if flags:
            found[row] = any(flags)
    return found


def straight_lines(answers):
    found = straight_rows(answers)
    return {"rows": sum(found.values()), "checked": len(found)}


def without_straight_lined(answers):
    straight = {row for row, is_straight in straight_rows(answers).items() if is_straight}
    if len(straight) <= 0.05 * answers.n:
        return None
    others = [row for row in range(answers.n) if row not in straight]
    found = []
    for score in numbers(answers.instrument):
        values = list(scored(answers, score, others).values())
        mean, sd, _, _ = mean_figures(values, None)
        found.append({"score": score["id"], "n": len(values), "mean": mean, "sd": sd,
                      "alpha": reliability(answers, score, others)["alpha"]})
    return found


def quality(answers, whole):
    reversed_, piled = [], []
    wanted = [score["id"] for score in numbers(answers.instrument)]
    for score in (score for score in whole["scores"] if score["id"] in wanted):
        for name, rest in score["reliability"]["item_rest"].items():
            if rest is not None and rest < 0:
                reversed_.append({"score": score["id"], "item": name, "item_rest": rest})
        for end, share in (("low", score["floor"]), ("high", score["ceiling"])):
            if share is not None and share > 0.15:
                piled.append({"score": score["id"], "end": end, "share": share})
    return {"straight_lined": straight_lines(answers),
            "without_straight_lined": without_straight_lined(answers), "unreadable_cells": 0,
            "looks_reversed": reversed_, "piled_up": piled}
