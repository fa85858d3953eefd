"""Writes reliability.json: alpha, its relatives and omega of made-up answers.

pingouin gives alpha (listwise and pairwise) and Feldt's interval; omega comes from a general
minimiser on the full likelihood, which shares nothing with the scoring steps of the Swift code.
Usage: python reliability.py
"""

import json
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
from scipy import optimize
from scipy.stats import f

warnings.simplefilter("ignore")
rng = np.random.default_rng(7_331)


def answers(n, loadings, blanks, codes=5):
    """Answers on 1...codes that share one factor; blanks is the share of cells left empty."""
    loadings = np.array(loadings)
    latent = rng.normal(size=(n, 1)) * loadings + rng.normal(size=(n, len(loadings))) * np.sqrt(1 - loadings**2)
    codes = np.clip(np.round(latent * 1.1 + (codes + 1) / 2), 1, codes)
    codes[rng.random(codes.shape) < blanks] = np.nan
    return codes


def omega(data):
    covariance = np.cov(data, rowvar=False)
    spread = np.sqrt(np.diag(covariance))
    target = covariance / np.outer(spread, spread)
    size = len(spread)

    def loss(parameters):
        loadings, unique = parameters[:size], np.exp(parameters[size:])
        model = np.outer(loadings, loadings) + np.diag(unique)
        inverse = np.linalg.inv(model)
        pull = inverse @ (model - target) @ inverse
        value = np.linalg.slogdet(model)[1] + np.trace(target @ inverse)
        return value, np.concatenate([2 * pull @ loadings, np.diag(pull) * unique])

    start = np.concatenate([np.full(size, 0.6), np.full(size, np.log(0.6))])
    found = optimize.minimize(loss, start, jac=True, method="BFGS", options={"gtol": 1e-10, "maxiter": 5000})
    found = optimize.root(lambda x: loss(x)[1], found.x, tol=1e-15)
    loadings, unique = found.x[:size], np.exp(found.x[size:])
    assert abs(loss(found.x)[1]).max() < 1e-10 and unique.min() > 1e-3

    def ratio(scale):
        common = (loadings * scale).sum() ** 2
        return float(common / (common + (unique * scale**2).sum()))

    return {"raw": ratio(spread), "standardised": ratio(1), "loadings": [float(x) for x in abs(loadings)]}


def case(data, has_omega=True):
    frame = pd.DataFrame(data)
    complete = frame.dropna()
    n, k = complete.shape
    alpha = pingouin.cronbach_alpha(frame, nan_policy="listwise")[0]
    covariance, correlation = complete.cov().to_numpy(), complete.corr().to_numpy()
    # pingouin rounds its interval and counts rows before deletion, so it is checked on complete rows.
    interval = pingouin.cronbach_alpha(complete)[1]
    bounds = [1 - (1 - alpha) * f.isf(tail, n - 1, (n - 1) * (k - 1)) for tail in (0.025, 0.975)]
    assert np.allclose(bounds, interval, atol=6e-4)
    r = (correlation.sum() - k) / (k * (k - 1))
    total = complete.sum(axis=1)
    pairwise = frame.cov().to_numpy()
    scaled = pairwise / np.sqrt(np.outer(np.diag(pairwise), np.diag(pairwise)))
    dropped = [pingouin.cronbach_alpha(complete.drop(columns=c))[0] if k > 2 else None for c in complete]
    return {
        "rows": [[None if np.isnan(x) else int(x) for x in row] for row in data], "n": n, "alpha": float(alpha),
        "interval": [float(x) for x in bounds], "standardised": float(k * r / (1 + (k - 1) * r)),
        "ifDropped": [None if x is None else float(x) for x in dropped],
        "itemRest": [float(np.corrcoef(complete[c], total - complete[c])[0, 1]) for c in complete],
        "sem": float((total / k).std(ddof=1) * np.sqrt(1 - alpha)),
        "pairwise": float(pingouin.cronbach_alpha(frame, nan_policy="pairwise")[0]),
        "pairwiseStandardised": float(k / (k - 1) * (1 - k / scaled.sum())), "omega": omega(complete.to_numpy()) if has_omega else None,
    }


published = pingouin.read_dataset("cronbach_wide_missing").to_numpy(dtype=float)
cases = [
    case(published, has_omega=False),
    case(answers(60, [0.8, 0.7], 0.05), has_omega=False), case(answers(80, [0.8, 0.7, 0.6], 0)),
    case(answers(150, [0.75, 0.7, 0.6, 0.5, 0.4], 0.03)), case(answers(120, [0.9, 0.8, 0.7, 0.6, -0.6, 0.5], 0.02)),
    case(answers(250, [0.7, 0.6, 0.8, 0.5, 0.65, 0.55, 0.75, 0.45, 0.6], 0.04, codes=7)),
    case(answers(12, [0.3, 0.2, 0.1, 0.2], 0), has_omega=False),
]
Path(__file__).with_suffix(".json").write_text(json.dumps(cases, separators=(",", ":")).replace('{"rows"', '\n{"rows"') + "\n")
