"""The figures that every program must agree on, read from its output into flat dictionaries."""

import json
import math
import re
from collections import Counter

CODES = "12345"


def of_survey(path):
    """n, mean, SD, alpha and codes per group, from the output of a yardstick or a peer."""
    document = json.loads(path.read_text(encoding="utf-8"))
    figures = {"rows": document["rows"], "ungrouped": document["ungrouped"]}
    for team, group in document["groups"].items():
        add_group(figures, team, group["n"], group["scores"], group["items"])
    return figures


def of_mhars_survey(path):
    """The same from `mhars analyse --format json` on the survey, split by team or not."""
    document = json.loads(path.read_text(encoding="utf-8"))
    figures = {"rows": document["rows"]["used"]}
    if len(document["groups"]) > 1:
        figures["ungrouped"] = document["ungrouped"]
    for group in document["groups"]:
        scores = {
            score["id"]: {**score, "alpha": (score.get("reliability") or {}).get("alpha")}
            for score in group["scores"]
        }
        items = {item["id"]: item["counts"] for item in group["items"] if item["id"] != "role"}
        add_group(figures, group["value"] or "", group["n"], scores, items)
    return figures


def add_group(figures, team, n, scores, items):
    figures[f"{team or 'all'} n"] = n
    for name, score in scores.items():
        for figure in ("n", "mean", "sd", "alpha"):
            if figure in score:
                figures[f"{team or 'all'} {name} {figure}"] = score[figure]
    for item, counts in items.items():
        for code in CODES:
            figures[f"{team or 'all'} {item} {code}"] = counts.get(code, 0)


def of_nominations(path):
    """Counts of the whole, and how many classes have how many unchosen pupils."""
    document = json.loads(path.read_text(encoding="utf-8"))
    names = ["pupils", "answered", "nominations", "mutual_pairs", "unchosen", "unchosen_absent"]
    names += ["names_nobody", "weak_components", "strong_components"]
    figures = {name: document[name] for name in names if name in document}
    for unchosen, classes in document["classes_by_unchosen"].items():
        figures[f"classes with {unchosen} unchosen"] = classes
    return figures


def of_mhars_nominations(path):
    """The same from `mhars analyse --format json`; its million pupils are passed over unread."""
    text = path.read_text(encoding="utf-8")
    start = re.search(r'"groups"\s*:\s*', text)
    if start is None:
        raise ValueError("no groups in the output")
    groups, _ = json.JSONDecoder().raw_decode(text, start.end())
    school = next(group for group in groups if group["scope"] == "school")
    figures = {name: school[name] for name in ("pupils", "answered", "nominations")}
    figures["mutual_pairs"] = school["mutual_pairs"]
    for kind in ("weak", "strong"):
        figures[f"{kind}_components"] = school["components"][kind]
    figures["unchosen"] = school["unchosen"]["observed"]
    figures["unchosen_absent"] = school["unchosen"]["of_these_absent"]
    figures["names_nobody"] = school["names_nobody"]
    classes = (group for group in groups if group["scope"] == "class")
    for unchosen, count in Counter(group["unchosen"]["observed"] for group in classes).items():
        figures[f"classes with {unchosen} unchosen"] = count
    return figures


def differences(expected, found, is_partial):
    """What differs, in words; figures of real numbers may differ by one part in 10^9."""
    more = {"weak_components", "strong_components"}  # of graph tools; the C programs have none
    faults = [f"{name}: not expected" for name in found.keys() - expected.keys() - more]
    for name, value in expected.items():
        if name not in found:
            if not is_partial:
                faults.append(f"{name}: missing")
        elif value is None or found[name] is None:
            if value is not found[name]:
                faults.append(f"{name}: {found[name]}, expected {value}")
        elif not math.isclose(found[name], value, rel_tol=1e-9, abs_tol=0):
            faults.append(f"{name}: {found[name]}, expected {value}")
    return sorted(faults)
