#!/usr/bin/env python3
"""Writes the sample school: Larkfield Primary, which does not exist.

Run it from anywhere with Python 3.10 or later; the same seed writes the same bytes.
"""

import json
import re
from pathlib import Path
from random import Random

from making import counts, exports, importance, levels, peers, surveys, talks
from making.instruments import read
from making.roll import CLASSES, HEADINGS, make_roll

HERE = Path(__file__).parent
SEED = 20261012
STAFF_MISSING = [("PN", "Prefer not to say"), ("DK", "Don't know")]
PUPIL_MISSING = [("PN", "I do not want to say"), ("DK", "I do not know")]


def main():
    roll = make_roll(Random(SEED))
    exports.write(
        HERE / "roll.csv", [HEADINGS] + [pupil.row() for pupil in roll], line_end="\r\n")
    truths = {
        "school": "Larkfield Primary", "seed": SEED, "round": "autumn-2026",
        "collected": ["2026-10-12", "2026-10-16"],
        "trusted_peers": nominations(roll), "staff_wellbeing": staff(),
        "pupil_safety": pupils(roll), "parent_partnership": parents(),
        "records": records(roll), "component_importance": what_matters(),
    }
    text = json.dumps(truths, ensure_ascii=False, indent=1)
    # The innermost objects and lists take one line each.
    text = re.sub(
        r"{[^{}]*}|\[[^\[\]{}]*\]", lambda part: re.sub(r"\n\s*", " ", part.group()), text)
    (HERE / "planted-truths.json").write_bytes((text + "\n").encode("utf-8"))
    dialects()


def nominations(roll):
    plan = peers.make_plan(roll)
    random = Random(SEED + 1)
    answers = peers.make_answers(random, roll, plan)
    table = [["pupil", "trusted_1", "trusted_2", "trusted_3"]]
    for answer in answers:
        # Years 3 and 4 were given sheets with their number, the others wrote their name.
        is_numbered = answer.pupil.form[0] in "34" or answer.pupil.last == "Begum"
        who = answer.pupil.upn if is_numbered else answer.pupil.called
        table.append([who] + (answer.texts + [""] * 3)[:3])
    exports.write(HERE / "trusted-peers.csv", table)
    rows, groups, unresolved = levels.truths(roll, answers)
    return peers.describe(plan, rows, groups, unresolved)


def staff():
    instrument = read("staff-wellbeing")
    random = Random(SEED + 2)
    rows = surveys.make_staff(random, instrument)
    flat = [row for row in rows if surveys.is_straight_line(instrument, row)]
    moments = exports.times(random, len(rows))
    exports.microsoft(
        HERE / "staff-wellbeing.csv", instrument, rows, STAFF_MISSING,
        exports.spans(random, rows, moments, flat))
    counts = [["role", "count"]] + [[role, count] for role, (count, _) in surveys.STAFF.items()]
    exports.write(HERE / "staff-counts.csv", counts)
    leaders = [row for row in rows if row["role"] == "senior_leader"]
    others = [row for row in rows if row["role"] != "senior_leader"]
    return {
        "on_list": sum(count for count, _ in surveys.STAFF.values()), "answered": len(rows),
        "straight_line_rows": [1 + rows.index(row) for row in flat],
        "leaders_minus_other_staff": {
            score: round(
                mean(surveys.scored(instrument, leaders, score))
                - mean(surveys.scored(instrument, others, score)), 6)
            for score in instrument.scores},
        "leaders_minus_other_staff_by_component": {
            component: round(
                surveys.component_figure(instrument, leaders, component)
                - surveys.component_figure(instrument, others, component), 6)
            for component in ("staff", "vision", "parents")},
        "groups": surveys.figures(instrument, rows, "role"),
        "items": surveys.item_figures(instrument, rows),
    }


def pupils(roll):
    instrument = read("pupil-safety")
    random = Random(SEED + 3)
    rows = surveys.make_pupils(random, instrument)
    exports.google_sheet(
        HERE / "pupil-safety.csv", instrument, rows, PUPIL_MISSING,
        exports.times(random, len(rows)))
    on_roll = [pupil for pupil in roll if not pupil.left]
    counts = [
        [code, sum(pupil.year == name for pupil in on_roll)]
        for code, name in surveys.YEARS.items()]
    exports.write(HERE / "pupil-counts.csv", [["year_group", "count"]] + counts)
    items = surveys.item_figures(instrument, rows)
    places = {name: figures for name, figures in items.items() if name.startswith("safe_")}
    lowest = min(places, key=lambda name: places[name]["mean"])
    return {
        "on_roll": sum(CLASSES.values()), "answered": len(rows),
        "straight_line_rows": [
            1 + number for number, row in enumerate(rows)
            if surveys.is_straight_line(instrument, row)],
        "least_safe_place": lowest,
        "never_safe": {
            name: round(figures["counts"]["1"] / figures["n"], 6)
            for name, figures in places.items()},
        "groups": surveys.figures(instrument, rows, "year_group"), "items": items,
    }


def parents():
    instrument = read("parent-partnership")
    rows = surveys.make_parents(Random(SEED + 4), instrument)
    exports.plain(HERE / "parent-partnership.csv", instrument, rows)
    counts = [[year, count] for year, (count, _) in surveys.FAMILIES.items()]
    exports.write(HERE / "family-counts.csv", [["year_group", "count"]] + counts)
    groups = surveys.figures(instrument, rows, "year_group")
    practices = {
        score: figures["mean"] for score, figures in groups[0]["scores"].items()
        if score != "partnership"}
    return {
        "families": sum(count for count, _ in surveys.FAMILIES.values()), "answered": len(rows),
        "weakest_practice": "parents." + min(practices, key=practices.get),
        "groups": groups, "items": surveys.item_figures(instrument, rows),
    }


def records(roll):
    """What is no survey of the four above: one file for each instrument, in `records`."""
    folder = HERE / "records"
    folder.mkdir(exist_ok=True)
    truths = {}
    for name, make in sorted((counts.RECORDS | talks.TALKS).items()):
        # Each file has a seed of its own, so that a new one changes no other.
        table, truth = make(Random(f"{SEED} {name}"), roll)
        exports.write(folder / f"{name}.csv", table.written())
        truths[name] = {"rows": len(table.rows)} | truth
    for name, make, group, practice in (
        ("pupil-involvement", surveys.make_involvement, "role", "curriculum"),
        ("digital-pupils", surveys.make_digital_pupils, "year_group", "digital"),
        ("digital-parents", surveys.make_digital_parents, "year_group", "digital"),
    ):
        instrument = read(name)
        rows = make(Random(f"{SEED} {name}"), instrument)
        exports.plain(folder / f"{name}.csv", instrument, rows)
        truths[name] = {
            "rows": len(rows), "groups": surveys.figures(instrument, rows, group),
            "component": round(surveys.component_figure(instrument, rows, practice), 6),
        }
    involvement = {
        group["value"]: group["scores"] for group in truths["pupil-involvement"]["groups"]}
    truths["pupil-involvement"]["councillors_minus_others"] = {
        score: round(figures["mean"] - involvement["pupil"][score]["mean"], 6)
        for score, figures in involvement["councillor"].items()}
    return truths


def what_matters():
    """Three forms, in a folder of their own, each with a seed of its own."""
    folder = HERE / "importance"
    folder.mkdir(exist_ok=True)
    truths = {}
    for name in importance.ASKED:
        instrument = read(name)
        rows, truths[name] = importance.make(Random(f"{SEED} {name}"), name)
        exports.plain(folder / f"{name}.csv", instrument, [{"matters": row} for row in rows])
    truths["shares"] = {
        component: round(mean([truths[name]["shares"][component] for name in importance.ASKED]), 6)
        for component in importance.COMPONENTS}
    return truths


def dialects():
    """The same six responses to a small survey, as four tools write them."""
    folder = HERE / "dialects"
    instrument = read("mini-safety", folder)
    ids = [item.id for item in instrument.items]
    rows = [dict(zip(ids, answers)) for answers in (
        ("y5", "4", "2", ["toilets", "journey"], "Aisha Khan, Tom Brown",
         'She said "hi"\nand left'),
        ("y3", "4", "3", ["corridors"], "no one", ""),
        ("y4", "3", "PN", [], "", "Nothing; it is fine"),
        ("y4", "2", "1", ["toilets", "corridors", "journey"], "Zoë F, Łucja W", "=1+1 is two"),
        ("y6", "", "4", ["journey"], "Tom Brown", "Café, then home"),
        ("y5", "4", "4", [], "Aisha Khan", ""),
    )]
    moments = exports.times(Random(SEED + 5), len(rows))
    exports.plain(folder / "plain.csv", instrument, rows)
    exports.google_sheet(folder / "google-sheet.csv", instrument, rows, PUPIL_MISSING, moments)
    exports.google_download(
        folder / "google-download.csv", instrument, rows, PUPIL_MISSING, moments)
    pairs = exports.spans(Random(SEED + 6), rows, moments, [])
    exports.microsoft(folder / "microsoft.csv", instrument, rows, PUPIL_MISSING, pairs)
    exports.microsoft_workbook(
        folder / "microsoft.xlsx", instrument, rows, PUPIL_MISSING, pairs)


def mean(values):
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
