"""Writes distributions.json: tails and quantiles to 50 digits with mpmath, rounded to doubles.

Usage: python distributions.py
"""

import json
from fractions import Fraction
from math import comb
from pathlib import Path

import mpmath as mp
from scipy import stats

mp.mp.dps = 50


def normal():
    cases = [-38, -37.5, -20, -8, -3, -1.96, -1, -1e-3, 0, 1e-9, 0.3, 1, 1.959964, 3, 8, 20, 37.5]
    return [[z, mp.erfc(-mp.mpf(z) / mp.sqrt(2)) / 2, mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2] for z in cases]


def normal_quantiles():
    def quantile(q):
        q = mp.mpf(q)
        if q > 0.01:
            return mp.sqrt(2) * mp.erfinv(1 - 2 * q)
        start = stats.norm.isf(float(q))
        return mp.findroot(lambda z: mp.log(mp.erfc(z / mp.sqrt(2)) / 2) - mp.log(q), start)

    cases = [1e-290, 1e-200, 1e-65, 1e-20, 1e-10, 1e-4, 0.001, 0.005, 0.025, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.499, 0.49999]
    return [[q, quantile(q)] for q in cases]


def beta_tail(a, b, x):
    """The lower tail at x, from the hypergeometric series of positive terms."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    front = a * mp.log(x) + b * mp.log(1 - x) - mp.log(a) - (mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b))
    term = total = mp.mpf(1)
    k = mp.mpf(0)
    while term > total * mp.mpf(10) ** -(mp.mp.dps - 8):
        term *= x * (a + b + k) / (a + 1 + k)
        total += term
        k += 1
    return mp.exp(front) * total


def t_survival(df, t):
    with mp.workdps(130):
        df, t = mp.mpf(df), mp.mpf(t)
        y = t * t / (df + t * t)
        x = df / (df + t * t)
    if x < mp.mpf("0.99"):
        return beta_tail(df / 2, mp.mpf(1) / 2, x) / 2
    with mp.workdps(130):
        return (1 - beta_tail(mp.mpf(1) / 2, df / 2, y)) / 2


def students_t():
    rows = []
    for df in [0.7, 1, 2, 3.5, 4, 17.776, 30, 150.25, 1405, 1e6]:
        for t in [0.001, 0.5, 1.5, 2.3, 5, 12, 30, 1e4]:
            if df == 1e6 and t > 12:
                continue
            rows.append([df, t, t_survival(df, t)])
    return [row for row in rows if row[2] > mp.mpf(10) ** -295]


def students_t_quantiles():
    rows = []
    for df in [0.7, 1, 2, 3.5, 17.776, 30, 1405, 99_999]:
        for q in [1e-100, 1e-20, 1e-4, 0.005, 0.025, 0.05, 0.25, 0.4, 0.4999]:
            if df > 1e5 and q < 1e-20:
                continue
            start = mp.mpf(float(stats.t.isf(q, df)))
            target = mp.log(mp.mpf(q))
            root = mp.exp(mp.findroot(lambda u: mp.log(t_survival(df, mp.exp(u))) - target, mp.log(start)))
            rows.append([df, q, root])
    return rows


def f_tail(d1, d2, f, upper):
    d1, d2, f = mp.mpf(d1), mp.mpf(d2), mp.mpf(f)
    x = d1 * f / (d1 * f + d2)
    low = x < d1 / (d1 + d2)
    tail = beta_tail(d1 / 2, d2 / 2, x) if low else beta_tail(d2 / 2, d1 / 2, 1 - x)
    return tail if low != upper else 1 - tail


def f_tails():
    rows = []
    for d1, d2 in [(1, 1), (1, 2.5), (3, 3), (7, 14), (14.6, 91.2), (99, 693), (2799, 11196), (5, 100000)]:
        for f in [0.01, 0.3, 0.9, 1, 1.2, 2, 9]:
            lower, upper = f_tail(d1, d2, f, False), f_tail(d1, d2, f, True)
            if min(lower, upper) > mp.mpf(10) ** -290:
                rows.append([d1, d2, f, lower, upper])
    return rows


def f_quantiles():
    rows = []
    for d1, d2 in [(1, 2.5), (3, 3), (7, 14), (14.6, 91.2), (99, 693), (2799, 11196), (99999, 699993)]:
        for p in [1e-20, 0.005, 0.025, 0.5, 0.9, 0.975]:
            start = mp.log(mp.mpf(float(stats.f.ppf(p, d1, d2))))
            target = mp.log(mp.mpf(p))
            log_root = mp.findroot(lambda u: mp.log(f_tail(d1, d2, mp.exp(u), False)) - target, start)
            rows.append([d1, d2, p, mp.exp(log_root)])
    return rows


def beta():
    rows = []
    for a, b in [(0.2, 0.4), (0.5, 0.5), (1, 1), (1, 9), (2, 3), (0.5, 700), (30, 12.5), (5000, 1e4)]:
        for x in [1e-9, 0.02, 0.25, 0.33, 0.5, 0.9, 0.999]:
            mean = a / (a + b)
            if x < mean:
                tail = beta_tail(a, b, x)
                pair = (tail, 1 - tail)
            else:
                tail = beta_tail(b, a, 1 - mp.mpf(x))
                pair = (1 - tail, tail)
            if min(pair) > mp.mpf(10) ** -290:
                rows.append([a, b, x, *pair])
    return rows


def chi_squared():
    rows = []
    for df in [0.5, 1, 2, 3, 7.5, 40, 1000, 20000]:
        for x in [1e-6, 0.1, 1, 3.84, 12, 45, 300, 1200, 20100]:
            a, half = mp.mpf(df) / 2, mp.mpf(x) / 2
            lower, upper = mp.gammainc(a, 0, half, regularized=True), mp.gammainc(a, half, regularized=True)
            if min(lower, upper) > mp.mpf(10) ** -290:
                rows.append([df, x, lower, upper])
    return rows


def hypergeometric():
    def row(population, favourable, drawn, x):
        low, high = max(0, drawn - population + favourable), min(drawn, favourable)
        whole = comb(population, drawn)
        terms = [comb(favourable, k) * comb(population - favourable, drawn - k) for k in range(low, high + 1)]
        def ratio(value):
            return mp.mpf(value.numerator) / mp.mpf(value.denominator)
        exact = Fraction(terms[x - low], whole)
        below = Fraction(sum(terms[: x - low + 1]), whole)
        above = Fraction(sum(terms[x - low :]), whole)
        return [population, favourable, drawn, x, ratio(exact), ratio(below), ratio(above)]

    cases = [(1, 1, 1, 1), (10, 4, 3, 0), (10, 4, 3, 2), (30, 17, 15, 3), (30, 17, 15, 12), (200, 60, 60, 0),
             (200, 60, 60, 18), (200, 60, 60, 55), (1405, 900, 753, 482), (1405, 900, 753, 430),
             (1405, 900, 753, 600), (5000, 2500, 1000, 700)]
    return [row(*case) for case in cases]


def hypergeometric_large():
    """Probabilities in a population of a million, from log-gamma with 50 digits."""
    rows = []
    for population, favourable, drawn, x in [(10**6, 400_000, 250_000, 100_000), (10**6, 400_000, 250_000, 98_000),
                                             (10**6, 400_000, 250_000, 105_000), (10**6, 12, 500_000, 3)]:
        def choose(n, k):
            return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)
        value = mp.exp(choose(favourable, x) + choose(population - favourable, drawn - x) - choose(population, drawn))
        rows.append([population, favourable, drawn, x, value])
    return rows


def log_gamma():
    return [[x, mp.loggamma(mp.mpf(x))] for x in [1e-8, 0.1, 0.5, 0.999, 1.001, 1.5, 2.0001, 3, 15.5, 100.25, 1e6]]


tables = {
    "normal": normal(), "normalQuantiles": normal_quantiles(), "studentsT": students_t(),
    "studentsTQuantiles": students_t_quantiles(), "fTails": f_tails(), "fQuantiles": f_quantiles(), "beta": beta(),
    "chiSquared": chi_squared(), "hypergeometric": hypergeometric(), "hypergeometricLarge": hypergeometric_large(),
    "logGamma": log_gamma(),
}
tables = {name: [[float(cell) for cell in row] for row in rows] for name, rows in tables.items()}
text = ",\n".join(
    f' "{name}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]" for name, rows in tables.items())
Path(__file__).with_suffix(".json").write_text("{\n" + text + "\n}\n")
