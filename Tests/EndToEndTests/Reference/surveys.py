"""The figures of a survey as `mhars.scores/1`, computed with numpy and scipy."""
import math
from itertools import combinations

import numpy as np
from scipy import optimize, special, stats

from tables import Answers, Instrument, rows

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


def person_score(answers, score, row):
    given = [value for value in person_values(answers, score, row) if value is not None]
    if len(given) < score["min_answered"]:
        return None
    low, high = ends(answers.instrument.item(score["items"][0]))
    a, b = score["range"]
    return a + (b - a) * (sum(given) / len(given) - low) / (high - low)


def alpha(covariances):
    k = len(covariances)
    total = covariances.sum()
    if k < 2 or total <= 0:
        return None
    return k / (k - 1) * (1 - np.trace(covariances) / total)


def pairwise_covariances(table):
    k = table.shape[1]
    result = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            both = ~np.isnan(table[:, i]) & ~np.isnan(table[:, j])
            result[i, j] = np.cov(table[both, i], table[both, j], ddof=1)[0, 1]
    return result


def omega(covariances):
    """One factor by maximum likelihood, by Newton steps on the likelihood equations."""
    k = len(covariances)
    if k < 3:
        return None, None, "fewer than three items"
    if np.linalg.matrix_rank(covariances) < k:
        return None, None, "singular"
    sds = np.sqrt(np.diag(covariances))
    r = covariances / np.outer(sds, sds)

    def loadings(psi):
        root = np.sqrt(psi)
        values, vectors = np.linalg.eigh(r / np.outer(root, root))
        return root * vectors[:, -1] * math.sqrt(max(values[-1] - 1, 0))

    def objective(logs):
        psi = np.exp(logs)
        load = loadings(psi)
        sigma = np.outer(load, load) + np.diag(psi)
        return np.linalg.slogdet(sigma)[1] + np.trace(np.linalg.solve(sigma, r))

    def gradient(logs):
        psi = np.exp(logs)
        load = loadings(psi)
        sigma = np.linalg.inv(np.outer(load, load) + np.diag(psi))
        return np.diag(sigma - sigma @ r @ sigma) * psi

    start = np.log(np.clip(1 / np.diag(np.linalg.inv(r)), 0.05, 0.95))
    found = optimize.minimize(objective, start, jac=gradient, method="L-BFGS-B",
                              bounds=[(math.log(1e-6), 0)] * k,
                              options={"ftol": 1e-16, "gtol": 1e-10, "maxiter": 5000})
    if np.exp(found.x).min() < 1e-4:
        return None, None, "boundary"
    polished = optimize.root(gradient, found.x, tol=1e-14)
    psi = np.exp(polished.x if np.abs(gradient(polished.x)).max() < 1e-9 else found.x)
    load = loadings(psi)
    raw, unique = load * sds, psi * sds**2
    return (raw.sum() ** 2 / (raw.sum() ** 2 + unique.sum()),
            load.sum() ** 2 / (load.sum() ** 2 + psi.sum()), None)


def reliability(answers, score, members):
    table = np.array([[np.nan if v is None else v for v in person_values(answers, score, row)]
                      for row in members], dtype=float).reshape(len(members), -1)
    names = score["items"]
    full = table[~np.isnan(table).any(axis=1)]
    n, k = full.shape
    low, high = ends(answers.instrument.item(names[0]))
    unit = (score["range"][1] - score["range"][0]) / (high - low)
    result = {"n": n, "alpha": None, "alpha_interval": None, "alpha_standardised": None,
              "alpha_pairwise": None, "omega": None, "omega_standardised": None,
              "alpha_if_dropped": {name: None for name in names},
              "item_rest": {name: None for name in names}, "sem": None}
    pairs = [(~np.isnan(table[:, i]) & ~np.isnan(table[:, j])).sum()
             for i, j in combinations(range(k), 2)]
    if pairs and min(pairs) >= 2:
        result["alpha_pairwise"] = alpha(pairwise_covariances(table))
    if n < 2:
        return result
    covariances = np.cov(full, rowvar=False, ddof=1)
    a = alpha(covariances)
    result["alpha"] = a
    if a is not None:
        f = stats.f(n - 1, (n - 1) * (k - 1))
        result["alpha_interval"] = interval(
            1 - (1 - a) * f.ppf(0.975), 1 - (1 - a) * f.ppf(0.025), "Feldt")
        total = full.sum(axis=1)
        if a <= 1:
            result["sem"] = np.std(total / k, ddof=1) * math.sqrt(1 - a) * unit
    if (np.diag(covariances) > 0).all():
        r = np.corrcoef(full, rowvar=False)
        mean = (r.sum() - k) / (k * (k - 1))
        if abs(1 + (k - 1) * mean) > 1e-12:
            result["alpha_standardised"] = k * mean / (1 + (k - 1) * mean)
        result["omega"], result["omega_standardised"], _ = omega(covariances)
    for i, name in enumerate(names):
        rest = np.delete(full, i, axis=1).sum(axis=1)
        if k > 2:
            result["alpha_if_dropped"][name] = alpha(np.delete(np.delete(covariances, i, 0), i, 1))
        if np.std(full[:, i]) > 0 and np.std(rest) > 0:
            result["item_rest"][name] = np.corrcoef(full[:, i], rest)[0, 1]
    return result


def score_figures(answers, score, members, population, items, strata):
    scored = [person_score(answers, score, row) for row in members]
    values = [value for value in scored if value is not None]
    n = len(values)
    mean, sd, error, reach = mean_figures(values, population)
    low, high = score["range"]
    own = [item for item in items if item["id"] in score["items"]]
    good = sum(item["counts"][str(code)] for item in own
               for code in good_codes(answers.instrument.item(item["id"])))
    given = sum(item["n"] for item in own)
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
        "favourable": good / given if given else None,
        "poststratified": poststratified(answers, score, strata), "bounds": bounds,
        "tipping_point": tipping, "tipping_point_at": (low + high) / 2,
        "reliability": reliability(answers, score, members), "bands": None,
    }


def poststratified(answers, score, strata):
    if not strata:
        return None
    whole = sum(size for size, _ in strata)
    mean = variance = n = 0
    known = True
    for size, members in strata:
        values = [v for v in (person_score(answers, score, r) for r in members) if v is not None]
        if not values:
            return None
        mean += size / whole * np.mean(values)
        n += len(values)
        if len(values) < size:
            if len(values) < 2:
                known = False
                continue
            part = np.var(values, ddof=1) / len(values) * (1 - len(values) / size)
            variance += (size / whole) ** 2 * part
    if not known:
        return {"mean": mean, "se": None, "interval": None}
    error = math.sqrt(variance)
    reach = stats.t.ppf(0.975, n - len(strata)) * error
    return {"mean": mean, "se": error,
            "interval": interval(mean - reach, mean + reach, "t, post-stratified")}


def exact_mann_whitney(a, b):
    """The exact conditional permutation of the midrank sum, by counting over doubled ranks."""
    ranks = [int(round(2 * rank)) for rank in stats.rankdata(a + b)]
    ways = {(0, 0): 1}
    for rank in ranks:
        following = dict(ways)
        for (size, total), count in ways.items():
            if size < len(a):
                key = (size + 1, total + rank)
                following[key] = following.get(key, 0) + count
        ways = following
    centre = len(a) * (len(ranks) + 1)
    far = abs(sum(ranks[:len(a)]) - centre)
    sums = {total: count for (size, total), count in ways.items() if size == len(a)}
    return (sum(count for total, count in sums.items() if abs(total - centre) >= far)
            / sum(sums.values()))


def cliff(a, b):
    signs = np.sign(np.subtract.outer(a, b))
    n, m = signs.shape
    d = signs.mean()
    if n < 2 or m < 2 or abs(d) == 1:
        return d, None
    rows_, columns = signs.mean(axis=1), signs.mean(axis=0)
    s2 = (m**2 * ((rows_ - d) ** 2).sum() + n**2 * ((columns - d) ** 2).sum()
          - ((signs - d) ** 2).sum()) / (n * m * (n - 1) * (m - 1))
    s2 = max(s2, (1 - d * d) / (n * m - 1))
    t = stats.t.ppf(0.975, n + m - 2)
    root = t * math.sqrt(s2) * math.sqrt((1 - d * d) ** 2 + t * t * s2)
    low, high = ((d - d**3 + sign * root) / (1 - d * d + t * t * s2) for sign in (-1, 1))
    return d, (low, high)


def comparison(score, by, a, b, first, second):
    result = {"score": score, "by": by, "a": a, "b": b, "n_a": len(first), "n_b": len(second),
              "difference": None, "difference_interval": None,
              "welch": {"t": None, "df": None, "p": None},
              "mann_whitney": {"u": None, "p": None, "method": None}, "cliffs_delta": None,
              "cliffs_delta_interval": None, "hedges_g": None, "p": None, "margin": 10}
    n, m = len(first), len(second)
    if not n or not m:
        return result, None
    result["difference"] = float(np.mean(first) - np.mean(second))
    method = "exact" if n + m <= 25 else "normal"
    u = stats.mannwhitneyu(first, second, method="asymptotic")
    p = None
    if len(set(first + second)) > 1:
        p = exact_mann_whitney(first, second) if method == "exact" else u.pvalue
    result["mann_whitney"] = {"u": u.statistic, "p": p, "method": method}
    result["p"] = p
    d, reach = cliff(first, second)
    result["cliffs_delta"] = d
    result["cliffs_delta_interval"] = reach and interval(*reach, "Cliff")
    equivalent = None
    if n > 1 and m > 1 and np.var(first) + np.var(second) > 0:
        welch = stats.ttest_ind(first, second, equal_var=False)
        low, high = welch.confidence_interval(0.95)
        result["welch"] = {"t": welch.statistic, "df": welch.df, "p": welch.pvalue}
        result["difference_interval"] = interval(low, high, "Welch")
        error = math.sqrt(np.var(first, ddof=1) / n + np.var(second, ddof=1) / m)
        equivalent = max(stats.t.sf((result["difference"] + 10) / error, welch.df),
                         stats.t.cdf((result["difference"] - 10) / error, welch.df))
        f = n + m - 2
        pooled = math.sqrt(((n - 1) * np.var(first, ddof=1) + (m - 1) * np.var(second, ddof=1)) / f)
        factor = math.exp(special.gammaln(f / 2) - special.gammaln((f - 1) / 2)) / math.sqrt(f / 2)
        result["hedges_g"] = result["difference"] / pooled * factor
    return result, equivalent


def analyse(instrument_path, file, by, counts):
    instrument = Instrument(instrument_path)
    answers = Answers(instrument, file)
    everybody = list(range(answers.n))
    sizes = None
    if counts:
        header, *body = rows(counts)
        sizes = {row[header.index(by)]: int(row[header.index("count")]) for row in body}
    labels = [answers.value(by, row) for row in everybody]
    values = sorted({str(label) for label in labels if label is not None})
    member = {v: [row for row in everybody if str(labels[row]) == v] for v in values}
    strata = [(size, member.get(v, [])) for v, size in sizes.items()] if sizes else None
    groups = [group(answers, None, None, everybody, sum(sizes.values()) if sizes else None, strata)]
    groups += [group(answers, by, v, member[v], sizes.get(v) if sizes else None, None)
               for v in values]
    comparisons = []
    for score in instrument.scores:
        for a, b in combinations(values, 2):
            scored = [[v for v in (person_score(answers, score, r) for r in member[x])
                       if v is not None] for x in (a, b)]
            comparisons.append(comparison(score["id"], by, a, b, *scored))
    adjust(comparisons)
    return {
        "schema": "mhars.scores/1", "release": "none",
        "instrument": {"id": instrument.id, "version": instrument.version},
        "rows": {"read": answers.n, "used": answers.n, "excluded": []},
        "ungrouped": sum(label is None for label in labels), "groups": groups,
        "comparisons": [entry for entry, _ in comparisons],
        "quality": quality(answers, groups[0]),
    }


def adjust(comparisons):
    known = [entry for entry, _ in comparisons if entry["p"] is not None]
    adjusted = stats.false_discovery_control([entry["p"] for entry in known]) if known else []
    for entry, _ in comparisons:
        entry["p_adjusted"] = None
    for entry, p in zip(known, adjusted):
        entry["p_adjusted"] = p
    for entry, equivalent in comparisons:
        entry["verdict"] = "cannot tell"
        if entry["p_adjusted"] is not None and entry["p_adjusted"] < 0.05:
            entry["verdict"] = "gap"
        elif equivalent is not None and equivalent < 0.05:
            entry["verdict"] = "no gap bigger than d"


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


def straight_lines(answers):
    straight = checked = 0
    for row in range(answers.n):
        flags = []
        for scale in answers.instrument.scales:
            own = [item for item in answers.instrument.items if item["scale"] == scale]
            given = [answers.value(item["id"], row) for item in own]
            given = [value for value in given if value is not None]
            if len(own) >= 10 and any(item["reverse"] for item in own) and len(given) >= 10:
                flags.append(len(set(given)) == 1)
        checked += bool(flags)
        straight += any(flags)
    return {"rows": straight, "checked": checked}


def quality(answers, whole):
    reversed_, piled = [], []
    for score in whole["scores"]:
        for name, rest in score["reliability"]["item_rest"].items():
            if rest is not None and rest < 0:
                reversed_.append({"score": score["id"], "item": name, "item_rest": rest})
        for end, share in (("low", score["floor"]), ("high", score["ceiling"])):
            if share is not None and share > 0.15:
                piled.append({"score": score["id"], "end": end, "share": share})
    return {"straight_lined": straight_lines(answers), "unreadable_cells": 0,
            "looks_reversed": reversed_, "piled_up": piled}
