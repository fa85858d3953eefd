"""The survey in polars: a streamed scan, grouped by team. `polars_peer.py survey.csv`"""

import sys

try:
    import polars as pl
except ImportError:
    sys.exit(77)

from survey_totals import CODES, ITEMS, NEED, REVERSED, SCORES, SIXTIETHS, report


def right_way(item):
    return 6 - pl.col(item) if item in REVERSED else pl.col(item)


def score_columns(score, items):
    turned = [right_way(item) for item in items]
    answered = pl.sum_horizontal([pl.col(i).is_not_null() for i in items]).cast(pl.Int64)
    total = pl.sum_horizontal(turned).cast(pl.Int64)
    scored = pl.when(answered >= NEED).then(total * (SIXTIETHS // answered))
    return [scored.alias(score), pl.when(answered == 5).then(total).alias(f"{score}_total")]


def score_sums(score, items):
    value, total = pl.col(score), pl.col(f"{score}_total")
    sums = [
        value.count().alias(f"{score}_n"),
        value.sum().alias(f"{score}_sum"),
        (value * value).sum().alias(f"{score}_squares"),
        total.count().alias(f"{score}_complete"),
        (total * total).sum().alias(f"{score}_total_squares"),
    ]
    for use, item in enumerate(items):
        one = pl.when(total.is_not_null()).then(right_way(item).cast(pl.Int64))
        sums.append(one.sum().alias(f"{score}_sum_{use}"))
        sums.append((one * one).sum().alias(f"{score}_squares_{use}"))
    return sums


types = {name: pl.String for name in ("response_id", "school", "role", "team")}
types.update({item: pl.Int8 for item in ITEMS})
columns = [c for score, items in SCORES.items() for c in score_columns(score, items)]
sums = [pl.len().alias("n")]
sums += [s for score, items in SCORES.items() for s in score_sums(score, items)]
sums += [(pl.col(i) == c).sum().alias(f"{i}_{c}") for i in ITEMS for c in CODES]
table = (
    pl.scan_csv(sys.argv[1], schema_overrides=types, null_values=["", "PN"])
    .with_columns(columns)
    .group_by("team")
    .agg(sums)
    .collect(engine="streaming")
)
report({row.pop("team"): row for row in table.to_dicts()})
