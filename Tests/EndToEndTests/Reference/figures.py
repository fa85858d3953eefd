"""Items and persons of a survey: the figures that other figures are made of."""
import math

import numpy as np
from scipy import stats

METHODS = {True: "t with finite population", False: "t"}


def interval(low, high, method):
    return {"low": low, "high": high, "level": 0.95, "method": method}


def mean_figures(values, population):
    n = len(values)
    if n == 0:
        return None, None, None, None
    mean = float(np.mean(values))
    if n < 2:
        return mean, None, None, None
    sd = float(np.std(values, ddof=1))
    share = 1 - n / population if population else 1
    error = sd / math.sqrt(n) * math.sqrt(share)
    reach = stats.t.ppf(0.975, n - 1) * error
    return mean, sd, error, interval(mean - reach, mean + reach, METHODS[population is not None])


def share_interval(x, n, population):
    if n == 0:
        return None
    if population is None:
        z = stats.norm.ppf(0.975)
        p, d = x / n, 1 + z * z / n
        half = z / d * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        centre = (p + z * z / (2 * n)) / d
        return interval(0 if x == 0 else centre - half, 1 if x == n else centre + half, "Wilson")
    possible = range(x, population - n + x + 1)
    low = min(k for k in possible if stats.hypergeom.sf(x - 1, population, k, n) > 0.025)
    high = max(k for k in possible if stats.hypergeom.cdf(x, population, k, n) > 0.025)
    return interval(low / population, high / population, "exact hypergeometric")


def item_figures(answers, item, members, population):
    cells = [answers.columns[item["id"]][row] for row in members]
    given = [cell for cell in cells if not isinstance(cell, tuple)]
    missing = {}
    for cell in cells:
        if isinstance(cell, tuple):
            missing[cell[1]] = missing.get(cell[1], 0) + 1
    mean = sd = reach = favourable = favourable_interval = None
    if item["type"] == "scale":
        mean, sd, _, reach = mean_figures(given, population)
        if item["favourable"]:
            good = good_codes(item)
            count = sum(cell in good for cell in given)
            favourable = count / len(given) if given else None
            favourable_interval = share_interval(count, len(given), population)
    counted = [str(cell) for cell in given]
    if item["type"] == "multiple":
        counted = [code for cell in given for code in cell]
    return {
        "id": item["id"], "n": len(given), "reversed": item["reverse"], "missing": missing,
        "counts": {code: counted.count(code) for code in item["codes"]},
        "mean": mean, "sd": sd, "mean_interval": reach, "favourable": favourable,
        "favourable_interval": favourable_interval,
    }


def ends(item):
    codes = [point["code"] for point in item["points"]]
    return min(codes), max(codes)


def good_codes(item):
    low, high = ends(item)
    return {low + high - c for c in item["favourable"]} if item["reverse"] else item["favourable"]


def person_values(answers, score, row):
    values = []
    for name in score["items"]:
        item = answers.instrument.item(name)
        low, high = ends(item)
        value = answers.value(name, row)
        if value is not None:
            values.append(low + high - value if item["reverse"] else value)
        else:
            values.append(None)
    return values


def label_of(answers, score, row):
    """The first rule of which all conditions hold, once all its items are answered."""
    given = {name: answers.value(name, row) for name in score["items"]}
    if None in given.values():
        return None
    for rule in score["labels"]:
        if all(given[name] in codes for name, codes in rule["when"].items()):
            return rule["label"]
    return None


def bounds_of(answers, score):
    """The lowest and the highest score that can be."""
    if score["range"]:
        return tuple(score["range"])
    low, high = ends(answers.instrument.item(score["items"][0]))
    items = len(score["items"]) if score["method"] == "sum" else 1
    return items * low, items * high


def person_score(answers, score, row):
    given = [value for value in person_values(answers, score, row) if value is not None]
    if len(given) < score["min_answered"]:
        return None
    low, high = ends(answers.instrument.item(score["items"][0]))
    a, b = bounds_of(answers, score)
    return a + (b - a) * (sum(given) / len(given) - low) / (high - low)


def scored(answers, score, members):
    """The scores of those who have one, by row."""
    found = {row: person_score(answers, score, row) for row in members}
    return {row: value for row, value in found.items() if value is not None}
