"""Alpha, omega and what is read beside them."""
import math
from itertools import combinations

import numpy as np
from scipy import optimize, stats

from figures import bounds_of, ends, interval, person_values


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
                      for row in members], dtype=float).reshape(len(members), len(score["items"]))
    names = score["items"]
    full = table[~np.isnan(table).any(axis=1)]
    n, k = full.shape
    low, high = ends(answers.instrument.item(names[0]))
    lowest, highest = bounds_of(answers, score)
    unit = (highest - lowest) / (high - low)
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
