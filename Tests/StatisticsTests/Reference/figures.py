"""Writes figures.json: summaries, intervals, group comparisons and weighting by other programs.

numpy, scipy, statsmodels and plain enumeration stand in for what the Swift code computes.
Usage: python figures.py
"""

import itertools
import json
from fractions import Fraction
from math import comb, sqrt
from pathlib import Path

import mpmath as mp
import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import ttost_ind

rng = np.random.default_rng(20_417)


def samples():
    def likert(n, low, high):
        return [int(x) for x in rng.integers(low, high + 1, n)]

    def means(n, items):
        return [int(x) / items for x in rng.integers(items, 5 * items + 1, n)]

    return [
        (likert(4, 1, 5), likert(5, 1, 5)), (likert(7, 1, 4), likert(9, 2, 5)), (likert(12, 1, 3), likert(13, 1, 4)),
        (means(10, 6), means(6, 6)), (likert(30, 1, 5), likert(22, 2, 5)), (means(61, 7), means(48, 7)),
        ([x + 0.5 for x in means(150, 3)], means(33, 3)), (likert(400, 0, 10), likert(350, 0, 10)),
        ([1, 2, 3], [4, 5, 6, 6]), ([1.25, 1.25, 1.25], [1.0, 2.0, 1.25, 4.75]),
    ]


def summaries(values):
    probabilities = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
    return {
        "values": values, "n": len(values), "mean": float(np.mean(values)), "sd": float(np.std(values, ddof=1)),
        "quantiles": [[p, float(np.quantile(values, p, method="linear"))] for p in probabilities],
    }


def exact_u(a, b):
    """Two-sided p over all ways to share out the midranks, by plain enumeration."""
    doubled = [int(round(2 * r)) for r in stats.rankdata(a + b)]
    mean = len(a) * (len(a) + len(b) + 1)
    observed = abs(sum(doubled[: len(a)]) - mean)
    hits = whole = 0
    for choice in itertools.combinations(doubled, len(a)):
        whole += 1
        hits += abs(sum(choice) - mean) >= observed
    return hits / whole


def cliff(a, b):
    n1, n2 = len(a), len(b)
    matrix = np.sign(np.subtract.outer(np.array(a, float), np.array(b, float)))
    d = matrix.mean()
    rows, columns = matrix.mean(axis=1), matrix.mean(axis=0)
    variance = (n2**2 * ((rows - d) ** 2).sum() + n1**2 * ((columns - d) ** 2).sum() - ((matrix - d) ** 2).sum()) / (
        n1 * n2 * (n1 - 1) * (n2 - 1))
    variance = max(variance, (1 - d * d) / (n1 * n2 - 1))
    if abs(d) == 1:
        return float(d), None, None
    t = stats.t.ppf(0.975, n1 + n2 - 2)
    spread = t * sqrt(variance) * sqrt((1 - d * d) ** 2 + t * t * variance)
    bottom = 1 - d * d + t * t * variance
    return float(d), float((d - d**3 - spread) / bottom), float((d - d**3 + spread) / bottom)


def hedges(a, b):
    m = len(a) + len(b) - 2
    pooled = sqrt(((len(a) - 1) * np.var(a, ddof=1) + (len(b) - 1) * np.var(b, ddof=1)) / m)
    d = (np.mean(a) - np.mean(b)) / pooled
    j = mp.gamma(mp.mpf(m) / 2) / (mp.sqrt(mp.mpf(m) / 2) * mp.gamma(mp.mpf(m - 1) / 2))
    return float(d), float(d * j)


def comparison(a, b):
    welch = stats.ttest_ind(a, b, equal_var=False)
    interval = welch.confidence_interval(0.95)
    normal = stats.mannwhitneyu(a, b, use_continuity=True, method="asymptotic")
    d, low, high = cliff(a, b)
    cohen, g = hedges(a, b)
    margin = 0.75
    p, (_, p_lower, _), (_, p_upper, _) = ttost_ind(a, b, -margin, margin, usevar="unequal")
    return {
        "a": a, "b": b, "t": float(welch.statistic), "df": float(welch.df), "p": float(welch.pvalue),
        "low": float(interval.low), "high": float(interval.high), "u": float(normal.statistic),
        "uNormal": float(normal.pvalue), "uExact": exact_u(a, b) if len(a) + len(b) <= 25 else None,
        "delta": d, "deltaLow": low, "deltaHigh": high, "d": cohen, "g": g, "margin": margin,
        "tost": float(p), "tostLower": float(p_lower), "tostUpper": float(p_upper),
    }


def adjusted():
    p = [float(x) for x in rng.beta(0.4, 1.5, 17)] + [0.03, 0.03, 1.0]
    return {
        "p": p, "benjaminiHochberg": [float(x) for x in multipletests(p, method="fdr_bh")[1]],
        "holm": [float(x) for x in multipletests(p, method="holm")[1]],
    }


def hypergeometric_interval(x, n, population, level):
    """Every possible number of favourable persons is tried, in exact fractions."""
    limit = (1 - Fraction(level)) / 2
    whole = comb(population, n)

    def tail(total, counts):
        return Fraction(sum(comb(total, k) * comb(population - total, n - k) for k in counts), whole)

    fits = range(x, population - n + x + 1)
    low = min(k for k in fits if tail(k, range(x, n + 1)) > limit)
    high = max(k for k in fits if tail(k, range(0, x + 1)) > limit)
    return low / population, high / population


def shares():
    rows = []
    for x, n, population in [(0, 1, 1), (0, 8, 30), (3, 8, 30), (8, 8, 30), (11, 15, 30), (22, 22, 22), (1, 22, 30),
                             (0, 60, 200), (37, 60, 200), (150, 153, 160), (81, 263, 401)]:
        wilson = proportion_confint(x, n, method="wilson")
        exact = proportion_confint(x, n, method="beta")
        p, z = x / n, stats.norm.ppf(0.975)
        m = n * (population - 1) / (population - n) if population > n else None
        finite = [p, p] if m is None else [
            (p + z * z / (2 * m) + sign * z * sqrt(p * (1 - p) / m + z * z / (4 * m * m))) / (1 + z * z / m)
            for sign in (-1, 1)]
        rows.append({
            "x": x, "n": n, "population": population, "wilson": [float(v) for v in wilson],
            "clopperPearson": [float(v) for v in exact], "wilsonFinite": finite,
            "hypergeometric": hypergeometric_interval(x, n, population, "0.95"),
            "hypergeometric90": hypergeometric_interval(x, n, population, "0.9"),
        })
    return rows


def share_differences():
    rows = []
    for x1, n1, x2, n2 in [(3, 9, 5, 7), (0, 10, 2, 30), (40, 41, 60, 90), (500, 753, 400, 652)]:
        low, high = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff", correction=False)
        rows.append([x1, n1, x2, n2, x1 / n1 - x2 / n2, float(low), float(high)])
    return rows


def means():
    rows = []
    for n, mean, sd, population in [(2, 3.5, 0.7, 5), (8, 4.1, 0.9, 30), (753, 3.27, 1.31, 1405), (30, 2, 0.5, 30)]:
        t = stats.t.ppf(0.975, n - 1)
        plain, finite = sd / sqrt(n), sd / sqrt(n) * sqrt(1 - n / population)
        rows.append([n, mean, sd, population, mean - t * plain, mean + t * plain, mean - t * finite, mean + t * finite])
    return rows


def strata():
    sizes, answers = [240, 235, 190, 12], [180, 120, 63, 12]
    rows = [(N, n, float(rng.normal(3.5, 0.4)), float(rng.uniform(0.6, 1.2))) for N, n in zip(sizes, answers)]
    total = sum(sizes)
    mean = sum(N * m for N, _, m, _ in rows) / total
    error = sqrt(sum((N / total) ** 2 * (1 - n / N) * s * s / n for N, n, _, s in rows))
    t = stats.t.ppf(0.975, sum(answers) - len(rows))
    weights = np.repeat([N / n for N, n, _, _ in rows], answers)
    return {
        "strata": rows, "mean": mean, "error": error, "low": mean - t * error, "high": mean + t * error,
        "designEffect": float(len(weights) * (weights**2).sum() / weights.sum() ** 2),
    }


pairs = samples()
figures = {
    "summaries": [summaries(values) for pair in pairs for values in pair], "comparisons": [comparison(a, b) for a, b in pairs],
    "adjusted": adjusted(), "shares": shares(), "shareDifferences": share_differences(), "means": means(), "strata": strata(),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(figures, indent=None, separators=(",", ": ")).replace('{"', '\n{"') + "\n")
