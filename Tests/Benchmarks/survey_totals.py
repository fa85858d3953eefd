"""What the peers share: the survey's layout, and figures from whole-number sums."""

import json
import math

ITEMS = [f"q{k:02d}" for k in range(1, 41)]
SCORES = {f"score_{s + 1}": ITEMS[5 * s : 5 * s + 5] for s in range(8)}
REVERSED = {item for k, item in enumerate(ITEMS) if k % 5 == 2 or k % 10 == 9}
CODES = range(1, 6)
NEED = 3
SIXTIETHS = 60  # of a scale point: exact for 3, 4 or 5 answered items


def alpha(sums, score):
    """Cronbach's alpha from the sums of the rows with all items answered."""
    n, k = sums[f"{score}_complete"], 5
    items = sum(
        n * sums[f"{score}_squares_{u}"] - sums[f"{score}_sum_{u}"] ** 2 for u in range(k)
    )
    total = sum(sums[f"{score}_sum_{u}"] for u in range(k))
    spread = n * sums[f"{score}_total_squares"] - total**2
    return k / (k - 1) * (1 - items / spread) if spread else None


def group(sums):
    """The figures of one group of rows."""
    scores = {}
    for score in SCORES:
        n, total = sums[f"{score}_n"], sums[f"{score}_sum"]
        spread = n * sums[f"{score}_squares"] - total**2
        scores[score] = {
            "n": n,
            "mean": total / (SIXTIETHS * n) if n else None,
            "sd": math.sqrt(spread / (n * (n - 1))) / SIXTIETHS if n > 1 else None,
            "alpha": alpha(sums, score),
        }
    items = {item: {str(c): sums[f"{item}_{c}"] for c in CODES} for item in ITEMS}
    return {"n": sums["n"], "scores": scores, "items": items}


def report(rows):
    """Prints the figures of the whole and of every team; `rows` maps a team to its sums."""
    rows = {team: {k: int(v or 0) for k, v in sums.items()} for team, sums in rows.items()}
    names = next(iter(rows.values()), {})
    whole = {name: sum(sums[name] for sums in rows.values()) for name in names}
    groups = {"": group(whole)}
    groups.update((team, group(rows[team])) for team in sorted(r for r in rows if r))
    ungrouped = rows.get(None, {"n": 0})["n"]
    print(json.dumps({"rows": whole["n"], "ungrouped": ungrouped, "groups": groups}))
