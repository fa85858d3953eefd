"""Post-stratified means, with the cells of the population merged until none is thin."""
import math

import numpy as np
from scipy import stats

from figures import interval, scored

FEWEST, FACTOR = 5, 1.5


class Cell:
    def __init__(self, names, size, values):
        self.names, self.size, self.values = names, size, values

    def __add__(self, other):
        return Cell(self.names + other.names, self.size + other.size, self.values + other.values)

    @property
    def n(self):
        return len(self.values)

    def is_thin(self, overall):
        return self.n < FEWEST or self.size / self.n > FACTOR * overall


def merged(cells):
    """Cells of one column, in the order of its choices: each may join the one beside it."""
    overall = sum(cell.size for cell in cells) / sum(cell.n for cell in cells)
    cells = list(cells)
    while len(cells) > 1:
        thin = [i for i, cell in enumerate(cells) if cell.is_thin(overall)]
        if not thin:
            break
        worst = min(thin, key=lambda i: (cells[i].n, -cells[i].size, i))
        beside = [i for i in (worst - 1, worst + 1) if 0 <= i < len(cells)]
        partner = min(beside, key=lambda i: (
            (cells[worst] + cells[i]).is_thin(overall), cells[i].n, i))
        first, second = sorted((worst, partner))
        cells[first:second + 1] = [cells[first] + cells[second]]
    return cells


def r_indicator(cells):
    size, n = sum(cell.size for cell in cells), sum(cell.n for cell in cells)
    spread = sum(cell.size * (cell.n / cell.size - n / size) ** 2 for cell in cells if cell.size)
    return 1 - 2 * math.sqrt(spread / (size - 1))


def poststratified(answers, score, strata):
    """`strata` are the choices of the column in their order: name, size, rows."""
    if not strata:
        return None
    original = [Cell([name], size, list(scored(answers, score, members).values()))
                for name, size, members in strata]
    answered = sum(cell.n for cell in original)
    if answered < FEWEST or any(cell.n > cell.size for cell in original):
        return None
    cells = merged(original)
    whole = sum(cell.size for cell in cells)
    weights = [(cell.size / cell.n, cell.n) for cell in cells if cell.n]
    effect = answered * sum(w * w * n for w, n in weights) / sum(w * n for w, n in weights) ** 2
    mean = sum(cell.size / whole * np.mean(cell.values) for cell in cells)
    result = {"mean": mean, "se": None, "interval": None, "cells": len(cells),
              "merged": [{"cells": cell.names} for cell in cells if len(cell.names) > 1],
              "design_effect": effect, "effective_n": answered / effect,
              "r_indicator": r_indicator(original)}
    partly = [cell for cell in cells if cell.n < cell.size]
    if all(cell.n > 1 for cell in partly) and answered > len(cells):
        result["se"] = math.sqrt(sum(
            (cell.size / whole) ** 2 * (1 - cell.n / cell.size)
            * np.var(cell.values, ddof=1) / cell.n for cell in partly))
        reach = stats.t.ppf(0.975, answered - len(cells)) * result["se"]
        result["interval"] = interval(mean - reach, mean + reach, "t, post-stratified")
    return result
