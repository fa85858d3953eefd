"""Two groups of scores compared, as in `comparisons`."""
import math

import numpy as np
from scipy import special, stats

from figures import interval


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


def comparison(score, by, a, b, first, second, margin):
    result = {"score": score, "by": by, "a": a, "b": b, "n_a": len(first), "n_b": len(second),
              "difference": None, "difference_interval": None,
              "welch": {"t": None, "df": None, "p": None},
              "mann_whitney": {"u": None, "p": None, "method": None}, "cliffs_delta": None,
              "cliffs_delta_interval": None, "hedges_g": None, "p": None, "margin": margin}
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
        equivalent = max(stats.t.sf((result["difference"] + margin) / error, welch.df),
                         stats.t.cdf((result["difference"] - margin) / error, welch.df))
        f = n + m - 2
        pooled = math.sqrt(((n - 1) * np.var(first, ddof=1) + (m - 1) * np.var(second, ddof=1)) / f)
        factor = math.exp(special.gammaln(f / 2) - special.gammaln((f - 1) / 2)) / math.sqrt(f / 2)
        result["hedges_g"] = result["difference"] / pooled * factor
    return result, equivalent


def adjust_all(entries):
    """Benjamini and Hochberg over the entries that have a p; how many these are."""
    known = [entry for entry in entries if entry["p"] is not None]
    adjusted = stats.false_discovery_control([entry["p"] for entry in known]) if known else []
    for entry in entries:
        entry["p_adjusted"] = None
    for entry, p in zip(known, adjusted):
        entry["p_adjusted"] = p
    return len(known)


def adjust(comparisons):
    adjust_all([entry for entry, _ in comparisons])
    for entry, equivalent in comparisons:
        entry["verdict"] = "cannot tell"
        if entry["p_adjusted"] is not None and entry["p_adjusted"] < 0.05:
            entry["verdict"] = "gap"
        elif equivalent is not None and equivalent < 0.05:
            entry["verdict"] = "no gap bigger than d"
