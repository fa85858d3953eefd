"""Blind naming and the chance that a zero is a true one, with exact arithmetic."""
import math
from collections import Counter
from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=None)
def blind_choice(names, looked):
    """Mean, SD and distribution of the unchosen among `looked`, by exact binomial moments."""
    n = len(names)

    @lru_cache(maxsize=None)
    def avoid(d, count):
        return Fraction(math.comb(max(0, n - 1 - count), d), math.comb(n - 1, d))

    inside, outside = Counter(names[i] for i in looked), Counter(names)
    outside.subtract(inside)

    def moment(s):
        poly = [Fraction(1)]
        for d in sorted(set(names)):
            poly = [c * avoid(d, s) ** outside[d] for c in poly]
            factor = [math.comb(inside[d], k) * avoid(d, s) ** (inside[d] - k)
                      * avoid(d, s - 1) ** k
                      for k in range(min(s, inside[d]) + 1)]
            product = [Fraction(0)] * min(s + 1, len(poly) + len(factor) - 1)
            for i, x in enumerate(poly):
                for j, y in enumerate(factor):
                    if i + j < len(product):
                        product[i + j] += x * y
            poly = product
        return poly[s] if s < len(poly) else Fraction(0)

    moments = [moment(s) for s in range(len(looked) + 1)]
    chances = [sum((-1) ** (s - x) * math.comb(s, x) * moments[s] for s in range(x, len(moments)))
               for x in range(len(moments))]
    mean = moments[1]
    return mean, 2 * sum(moments[2:3]) + mean - mean**2, chances


def convolved(a, b):
    result = [0.0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            result[i + j] += x * y
    return result


def shape(counts):
    """By moments, kept between 1 and 20; 3 where they give none."""
    if len(counts) < 2:
        return 3.0
    mean = Fraction(sum(counts), len(counts))
    variance = sum((c - mean) ** 2 for c in counts) / (len(counts) - 1)
    return 3.0 if variance <= mean else min(20.0, max(1.0, float(mean**2 / (variance - mean))))


def trueness(received, given, answered, members):
    counts = [received[i] for group in members.values() for i in group]
    k = shape(counts)
    evidence = {}
    for group in members.values():
        responding = sum(i in answered for i in group)
        mu = sum(given[i] for i in group) / responding if responding else None
        for i in group:
            a, n = responding - (i in answered), len(group) - 1
            p = a / n if n else None
            chance = None
            if received[i] == 0 and a > 0 and mu is not None:
                chance = true_zero(p, mu, k)
            evidence[i] = (p, chance)
    return k, evidence


@lru_cache(maxsize=None)
def naming(others):
    """Chances of each number of names received from others who give so many, by whole numbers."""
    found = [1]
    for count in others:
        found = [(found[x] if x < len(found) else 0) * (len(others) - count)
                 + (found[x - 1] * count if x else 0) for x in range(len(found) + 1)]
    return [Fraction(ways, len(others) ** len(others)) for ways in found]


def blind_chance(names, i, received):
    """Chances of at most and at least as many names as member i received."""
    found = naming(tuple(sorted(names[:i] + names[i + 1:])))
    return {"at_most": sum(found[:received + 1]), "at_least": sum(found[received:])}


def worst_case(others, answered):
    """How the answers of those who did not answer could change a zero."""
    def missed(namers):
        if others < namers:
            return None
        return Fraction(math.comb(others - namers, answered), math.comb(others, answered))

    absent = others - answered
    return {"absent": absent, "enough": 1 if absent else None, "missed_if_one": missed(1),
            "missed_if_two": missed(2)}


def true_zero(coverage, mean, shape):
    return ((shape + coverage * mean) / (shape + mean)) ** shape
