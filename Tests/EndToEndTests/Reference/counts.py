"""Figures of counts, from their definitions, with scipy's quantiles."""
import math
from datetime import date

import numpy as np
from scipy import stats

from figures import interval


def share_over_units(pairs, persons=False):
    """O1 of the (favourable, all) counts of units: value, standard error, degrees of freedom.

    `persons` takes each of the things counted as a unit of its own.
    """
    pairs = np.array([pair for pair in pairs if pair[1] > 0], dtype=float).reshape(-1, 2)
    good, events = pairs.sum(axis=0)
    if not events:
        return None
    ratio, k = good / events, events if persons else len(pairs)
    if k < 2:
        return ratio, None, None
    # So many ones and noughts leave good (1 - ratio)² + (events - good) ratio² behind.
    squares = (good * (1 - ratio) ** 2 + (events - good) * ratio ** 2 if persons
               else ((pairs[:, 0] - ratio * pairs[:, 1]) ** 2).sum())
    shrunk = (good + 2) / (events + 4)
    floor = shrunk * (1 - shrunk) / (events + 4)
    return ratio, math.sqrt(max(k / (k - 1) * squares / events ** 2, floor)), k - 1


def evenness(table):
    """O2 of the counts of kinds in units, with its error by leaving out one unit at a time."""
    table = np.array(table, dtype=float)
    whole = pielou(table.sum(axis=0))
    k = len(table)
    if whole is None or k < 2:
        return whole, None, None
    left = np.array([pielou(table.sum(axis=0) - row) for row in table])
    return whole, math.sqrt((k - 1) / k * ((left - left.mean()) ** 2).sum()), k - 1


def pielou(counts):
    if counts.sum() == 0 or len(counts) < 2:
        return None
    return stats.entropy(counts) / math.log(len(counts))


def rate(events, exposure, per):
    low = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0
    high = stats.chi2.ppf(0.975, 2 * events + 2) / 2
    return {"events": events, "exposure": exposure, "per": per, "rate": events / exposure * per,
            "interval": interval(low / exposure * per, high / exposure * per, "Garwood")}


def ratio(events, exposure, others, exposure_of_others):
    if events + others == 0:
        return {"ratio": None, "interval": None}
    # The limits of Clopper and Pearson; scipy's own search for them has eight digits.
    low = stats.beta.ppf(0.025, events, others + 1) if events else 0
    high = stats.beta.ppf(0.975, events + 1, others) if others else 1
    scale = exposure_of_others / exposure
    low, high = (q / (1 - q) * scale if q < 1 else None for q in (low, high))
    value = events / others * scale if others else None
    return {"ratio": value, "interval": interval(low, high, "conditional binomial")}


def run_chart(months):
    """O4 of {month: (favourable, all)}: the chart, and whether it shows a sign."""
    names = sorted(months)
    x, n = (np.array([months[name][side] for name in names], dtype=float) for side in (0, 1))
    shares, mean = x / n, x.sum() / n.sum()
    error = np.sqrt(mean * (1 - mean) / n)
    limited = len(names) > 1 and error.all()
    moving = np.abs(np.diff((shares - mean) / error)).mean() if limited else None
    reach = 3 * error * moving / 1.128 if moving is not None else [None] * len(names)
    median = float(np.median(shares))
    above = longest(value > median for value in shares if value != median)
    chart = {"mean": mean, "median": median, "run_above": above,
             "months": [{"month": name, "share": share,
                         "low": None if r is None else max(0, mean - r),
                         "high": None if r is None else mean + r}
                        for name, share, r in zip(names, shares, reach)]}
    known = dict(zip(names, shares))
    for entry in chart["months"]:
        before = f"{int(entry['month'][:4]) - 1:04}{entry['month'][4:]}"
        if before in known:
            entry["year_before"] = known[before]
    sign = above >= 8 or any(m["high"] is not None and m["share"] > m["high"]
                             for m in chart["months"])
    return chart, sign


def longest(flags):
    best = now = 0
    for flag in flags:
        now = now + 1 if flag else 0
        best = max(best, now)
    return best


def salience(lists, asked):
    """Smith's S of each word."""
    found = {}
    for words in lists:
        own = list(dict.fromkeys(words))
        for place, word in enumerate(own):
            found[word] = found.get(word, 0) + (len(own) - place) / len(own) / asked
    return found


def days_between(stages, cases):
    """For each stage: how many cases have it, and the days since the stage before that they have."""
    found = []
    for place, stage in enumerate(stages):
        days = []
        for case in cases:
            earlier = [case[name] for name in stages[:place] if name in case]
            if stage in case and earlier:
                wait = (date.fromisoformat(case[stage]) - date.fromisoformat(earlier[-1])).days
                # A step before the one that it follows waited for nothing.
                days += [wait] if wait >= 0 else []
        found.append({"stage": stage, "cases": sum(stage in case for case in cases),
                      "median_days": float(np.median(days)) if days else None,
                      "longest_days": max(days, default=None)})
    return found


def kappa(first, second):
    """Cohen's kappa of yes and no; none where one and the same answer was given throughout."""
    n = len(first)
    agree = sum(a == b for a, b in zip(first, second)) / n
    p, q = sum(first) / n, sum(second) / n
    chance = p * q + (1 - p) * (1 - q)
    return None if chance == 1 else (agree - chance) / (1 - chance)
