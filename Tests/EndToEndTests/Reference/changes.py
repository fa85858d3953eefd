"""What changed in the scores since an earlier round, as `change` of `mhars.scores/1`."""
import math

import numpy as np
from scipy import stats

from comparing import adjust_all, cliff
from figures import bounds_of, interval, scored
from reliabilities import reliability

RULE = ("method", "min_answered", "range", "recode", "rounding", "better", "outcome")


def asked(instrument, name):
    item = instrument.item(name)
    points = [(point["code"], point.get("label")) for point in item["points"]]
    return item["text"], item["stem"], points, item["reverse"], item["type"]


def reason_against(score, now, before):
    """Why a score is not compared, in words of our own; the program's words differ."""
    then = next((other for other in before.scores if other["id"] == score["id"]), None)
    if (now.audience, now.privacy) != (before.audience, before.privacy):
        return "another audience or other terms"
    if score["method"] == "label":
        return "a label has no mean"
    if then is None:
        return "not there then"
    if any(score.get(part) != then.get(part) for part in RULE):
        return "another rule"
    if sorted(score["items"]) != sorted(then["items"]):
        return "other items"
    changed = [name for name in score["items"] if asked(now, name) != asked(before, name)]
    return f"changed: {changed}" if changed else None


def respondents(answers):
    """The row of everybody who says who answers, and stands once."""
    item = next((i for i in answers.instrument.items if i["role"] == "respondent"), None)
    if item is None:
        return {}
    found = {}
    for row in range(answers.n):
        said = answers.value(item["id"], row)
        if said is not None:
            found.setdefault(" ".join(str(said).casefold().split()), []).append(row)
    return {who: places[0] for who, places in found.items() if len(places) == 1}


def signed_rank(changes):
    moved = [change for change in changes if change != 0]
    n = len(moved)
    ranks = stats.rankdata(np.abs(moved)) if n else np.array([])
    v = float(sum(rank for rank, change in zip(ranks, moved) if change > 0))
    if not n:
        return {"v": v, "p": None}
    ties = sum(int(t) ** 3 - int(t) for t in np.unique(ranks, return_counts=True)[1])
    variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
    far = max(abs(v - n * (n + 1) / 4) - 0.5, 0)
    return {"v": v, "p": min(1.0, 2 * stats.norm.sf(far / math.sqrt(variance)))}


def reliable_change(changes, sd, alpha):
    if not changes or not sd or alpha is None or alpha >= 1:
        return None
    smallest = stats.norm.ppf(0.975) * sd * math.sqrt(2 * (1 - alpha))
    up = sum(change > smallest for change in changes)
    down = sum(change < -smallest for change in changes)
    return {"up": up, "unclear": len(changes) - up - down, "down": down, "smallest": smallest}


def linked(pairs, sd, alpha):
    if not pairs:
        return None
    before, after = np.array(pairs, dtype=float).T
    changes = [round(later - first, 9) for first, later in pairs]
    n, mean = len(pairs), float(np.mean(after - before))
    result = {"n": n, "change": mean, "change_interval": None,
              "paired_t": {"t": None, "df": None, "p": None},
              "signed_rank": signed_rank(changes), "dz": None, "dav": None,
              "reliable_change": reliable_change(changes, sd, alpha)}
    if n < 2:
        return result
    spread = np.std(after - before, ddof=1) if len(set(changes)) > 1 else 0
    if spread:
        error = spread / math.sqrt(n)
        reach = stats.t.ppf(0.975, n - 1) * error
        result["change_interval"] = interval(mean - reach, mean + reach, "paired t")
        result["paired_t"] = {"t": mean / error, "df": n - 1,
                              "p": 2 * stats.t.sf(abs(mean / error), n - 1)}
        result["dz"] = mean / spread
    both = (np.std(before, ddof=1) + np.std(after, ddof=1)) / 2
    result["dav"] = mean / both if both else None
    return result


def error_of(before, after, pairs):
    """Standard error of the change of the means, its degrees of freedom and its name."""
    if len(before) < 2 or len(after) < 2:
        return None
    return error_of_waves(before, after, pairs) or error_of_strangers(before, after)


def error_of_strangers(before, after):
    n, m = len(before), len(after)
    a, b = np.var(before, ddof=1) / n, np.var(after, ddof=1) / m
    if a + b == 0:
        return None
    df = (a + b) ** 2 / (a * a / (n - 1) + b * b / (m - 1))
    return math.sqrt(a + b), df, "Welch"


def error_of_waves(before, after, pairs):
    """None where too few are linked for a covariance, and where nothing is left of the error."""
    if len(pairs) < 2:
        return None
    n, m = len(before), len(after)
    a, b = np.var(before, ddof=1) / n, np.var(after, ddof=1) / m
    together = np.cov(np.array(pairs, dtype=float).T, ddof=1)[0, 1]
    square = a + b - 2 * len(pairs) / (n * m) * together
    return (math.sqrt(square), min(n, m) - 1, "t, two waves") if square > 1e-9 * (a + b) else None


def score_change(score, now, rows_now, before, rows_before):
    starts, ends = scored(before, score, rows_before), scored(now, score, rows_now)
    first, later = list(starts.values()), list(ends.values())
    people, then = respondents(now), respondents(before)
    pairs = [(starts[then[who]], ends[row]) for who, row in sorted(people.items())
             if who in then and then[who] in starts and row in ends]
    result = {"score": score["id"], "n_before": len(first), "n_after": len(later),
              "mean_before": float(np.mean(first)) if first else None,
              "mean_after": float(np.mean(later)) if later else None,
              "change": None, "change_interval": None, "se": None, "p": None,
              "cliffs_delta": None, "cliffs_delta_interval": None, "smallest_detectable": None}
    if first and later:
        result["change"] = result["mean_after"] - result["mean_before"]
        delta, reach = cliff(later, first)
        result["cliffs_delta"] = delta
        result["cliffs_delta_interval"] = reach and interval(*reach, "Cliff")
    known = error_of(first, later, pairs)
    if known:
        error, df, method = known
        t = stats.t(df)
        change, reach = result["change"], t.ppf(0.975) * error
        result |= {"change_interval": interval(change - reach, change + reach, method),
                   "se": error, "p": 2 * t.sf(abs(change) / error),
                   "smallest_detectable": (t.ppf(0.975) + t.ppf(0.80)) * error}
    sd = np.std(first, ddof=1) if len(first) > 1 else None
    alpha = reliability(before, score, rows_before)["alpha"]
    result["linked"] = linked(pairs, sd, alpha)
    return result


def judge(entry, score):
    if entry["p_adjusted"] is None:
        return "cannot tell"
    if entry["p_adjusted"] >= 0.05:
        return "no clear change"
    return "improved" if (entry["change"] > 0) == (score["better"] == "higher") else "worse"


def mix(score, by, values, now, before):
    means, shares = [], []
    for answers in (before, now):
        groups = [list(scored(answers, score, members_of(answers, by, value)).values())
                  for value in values]
        n = sum(len(group) for group in groups)
        if not n:
            return None
        means.append([float(np.mean(group)) if group else None for group in groups])
        shares.append([len(group) / n for group in groups])
    parts = list(zip(*shares, *means))
    if any((m0 is None) != (m1 is None) for _, _, m0, m1 in parts):
        return None
    parts = [part for part in parts if part[2] is not None]
    return {"score": score["id"], "by": by,
            "mix": sum((w1 - w0) * (m1 + m0) / 2 for w0, w1, m0, m1 in parts),
            "rate": sum((m1 - m0) * (w1 + w0) / 2 for w0, w1, m0, m1 in parts),
            "fixed_base": sum(w0 * (m1 - m0) for w0, _, m0, m1 in parts)}


def members_of(answers, by, value):
    if by is None:
        return list(range(answers.n))
    return [row for row in range(answers.n) if str(answers.value(by, row)) == value]


def lowest(scores, entries, answers):
    """The score that stood nearest to its worse end, on a scale from 0 to 1."""
    places = []
    for score, entry in zip(scores, entries):
        low, high = bounds_of(answers, score)
        if not score["outcome"] and entry["mean_before"] is not None:
            place = (entry["mean_before"] - low) / (high - low)
            places.append((place if score["better"] == "higher" else 1 - place, score["id"]))
    return min(places)[1] if len(places) >= 3 else None


def change(now, before, by):
    reasons = {score["id"]: reason_against(score, now.instrument, before.instrument)
               for score in now.instrument.scores}
    compared = [score for score in now.instrument.scores if reasons[score["id"]] is None]
    given = [{str(answers.value(by, row)) for row in range(answers.n)
              if answers.value(by, row) is not None} for answers in (now, before)]
    values = sorted(given[0] | given[1])
    groups = []
    for value in [None] + sorted(given[0] & given[1]):
        column = by if value is not None else None
        rows_now, rows_before = (members_of(answers, column, value) for answers in (now, before))
        groups.append({"by": column, "value": value, "n_before": len(rows_before),
                       "n_after": len(rows_now), "adjusted_over": 0, "scores": [
                           score_change(score, now, rows_now, before, rows_before)
                           for score in compared]})
    for family in (groups[:1], groups[1:]):
        known = adjust_all([entry for group in family for entry in group["scores"]])
        for group in family:
            group["adjusted_over"] = known
            for score, entry in zip(compared, group["scores"]):
                entry["verdict"] = judge(entry, score)
    mixes = [mix(score, by, values, now, before) for score in compared]
    return {"from": "the earlier round", "groups": groups,
            "not_compared": [{"score": score, "reason": reason}
                             for score, reason in reasons.items() if reason],
            "mix": [entry for entry in mixes if entry],
            "lowest_before": lowest(compared, groups[0]["scores"], now)}
