"""Recomputes what `mhars` says of the sample school, apart from it, and records it as JSON.

    python3 Tests/EndToEndTests/Reference/reference.py [surveys] [gaps] [ledger] [nominations]

Needs PyYAML, numpy, scipy and networkx, and a few minutes: the chance baseline is computed
with exact fractions. Each recorded file holds the arguments of a run and its expected output. The
runs read the sample school; the same a round later, made by second_round.py, or earlier, made with
a small survey that asks who answers by earlier_surveys.py; and a school by hand
with all that is odd: a class of which two answered, one of one pupil, one of which nobody
answered, pupils without a class, who opted out or are the only zero, and names of every kind.
Records of an earlier round lie in `then`. Six records by hand have blanks beside counts, ties,
empty units, what is better the less there is, zeros and all, six pupils far from the staff, an
evening to which staff chose to come, and cases with steps taken twice.
"""
import json
import sys
import warnings
from pathlib import Path

import gaps
import importance
import ledger
import ledger_change
import nominations
import surveys
import tables
import whole

HERE = Path(__file__).resolve().parent
OWN = "Tests/EndToEndTests/Reference"
SURVEYS = {
    "staff-wellbeing": ("role", "staff-counts"),
    "pupil-safety": ("year_group", "pupil-counts"),
    "parent-partnership": ("extra_help", None),
}
STAFF = ("Instruments/staff-wellbeing.yaml", "SampleData/staff-wellbeing.csv")
COUNTS = "SampleData/staff-counts.csv"
ROUNDS = {
    "staff-wellbeing-rounds": (*STAFF, "role", COUNTS, f"{OWN}/staff-then.csv"),
    "staff-then": (STAFF[0], f"{OWN}/staff-then.csv", "role", COUNTS, STAFF[1]),
    "supervision": (f"{OWN}/supervision.yaml", f"{OWN}/supervision.csv", "site", None,
                    f"{OWN}/supervision-then.csv", f"{OWN}/supervision-then.yaml"),
}
ASKED = {
    "SampleData": list(SURVEYS),
    "SampleData/records": ["digital-parents", "digital-pupils", "pupil-involvement"],
}
CHOICES = ["component-importance", "component-importance-parents", "component-importance-pupils"]
ODD = ["odd-event", "odd-few", "odd-figures", "odd-walk", "odd-ways", "odd-zeros"]
SIZES = {"staff": 42, "pupils": 240, "parents": 190}


def compact(value):
    """Twelve digits say more than a tolerance of 1e-9 asks for."""
    if isinstance(value, dict):
        return {key: compact(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [compact(part) for part in value]
    if isinstance(value, (bool, int, str)) or value is None:
        return value
    value = value.item() if hasattr(value, "item") else float(value)
    return value if isinstance(value, (bool, int)) else float(f"{value:.12g}")


def record(name, arguments, expected):
    lines = [f'"arguments":{json.dumps(arguments)}']
    body = compact(expected)
    parts = []
    for key, value in body.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in value)
            parts.append(f'"{key}":[\n{rows}]')
        else:
            parts.append(f'"{key}":{json.dumps(value, separators=(",", ":"))}')
    lines.append('"expected":{' + ",\n".join(parts) + "}")
    (HERE / f"{name}.json").write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


def record_surveys():
    for name, (by, counts) in SURVEYS.items():
        file = f"SampleData/{name}.csv"
        arguments = ["analyse", file, "--instrument", name, "--by", by, "--reliability"]
        table = f"SampleData/{counts}.csv" if counts else None
        arguments += ["--population", table] if counts else []
        record(name, arguments, surveys.analyse(f"Instruments/{name}.yaml", file, by, table))


def record_rounds():
    for name, run in ROUNDS.items():
        instrument, file, by, counts, earlier, *then = run
        arguments = ["analyse", file, "--instrument", instrument, "--by", by, "--reliability",
                     "--earlier", earlier]
        arguments += ["--population", counts] if counts else []
        arguments += ["--earlier-instrument", *then] if then else []
        record(name, arguments, surveys.analyse(*run))


def record_nominations():
    sample = ("SampleData/roll.csv", "SampleData/trusted-peers.csv")
    odd = (f"{OWN}/odd-school-roll.csv", f"{OWN}/odd-school.csv")
    later = (f"{OWN}/second-round-roll.csv", f"{OWN}/second-round.csv")
    for scope in ("class", "year", "school"):
        record_lists(f"trusted-peers-{scope}", sample, scope)
    for scope in ("class", "school"):
        record_lists(f"odd-school-{scope}", odd, scope)
    record_lists("trusted-peers-rounds", later, "class", sample)


def record_lists(name, files, scope, earlier=()):
    roll, answers = files
    arguments = ["analyse", answers, "--instrument", "trusted-peers", "--roll", roll,
                 "--scope", scope]
    for option, file in zip(("--earlier-roll", "--earlier"), earlier):
        arguments += [option, file]
    record(name, arguments, nominations.analyse(*files, scope, *earlier))


def peers():
    people = nominations.Round(nominations.Roll("SampleData/roll.csv"),
                               "SampleData/trusted-peers.csv", "class")
    return {"id": "trusted-peers", "methods": ["C2.M3"], "answered": len(people.answered),
            "pupils": len(people.roll.ids)}


def record_gaps():
    names = list(SURVEYS)
    lists = peers()
    cases = {
        "gaps": (names, SIZES, lists, 70),
        "gaps-without-sizes": (names, {}, None, 60),
        "gaps-staff-only": (names[:1], {"staff": 42}, None, 70),
    }
    for name, (used, sizes, own_lists, target) in cases.items():
        files = used + (["trusted-peers"] if own_lists else [])
        arguments = ["gaps"] + [f"SampleData/{file}.csv" for file in files]
        for file in files:
            arguments += ["--instrument", file]
        for audience, size in sizes.items():
            arguments += ["--population", f"{audience}={size}"]
        arguments += ["--roll", "SampleData/roll.csv"] if own_lists else []
        arguments += ["--target", str(target)]
        record(name, arguments, gaps.table(used, sizes, own_lists, target))


def record_ledger():
    """All there is of the sample school, by a framework and a crosswalk of another one."""
    names = sorted(path.stem for path in (tables.ROOT / "Instruments/records").glob("*.yaml"))
    entries, lists = ledger.entries(names), peers()
    asked = [gaps.Survey(name, SIZES[tables.Instrument(f"Instruments/{name}.yaml").audience], folder)
             for folder, own in ASKED.items() for name in own]
    choices = [importance.Choice(name) for name in CHOICES]
    files = [f"{folder}/{name}.csv" for folder, own in ASKED.items() for name in own]
    files += ["SampleData/trusted-peers.csv"] + [f"SampleData/records/{n}.csv" for n in names]
    sizes = [part for audience, size in SIZES.items()
             for part in ("--population", f"{audience}={size}")]
    # At 64 no range of the principles' places hangs on the chance of 2,000 draws.
    for name, framework, own, target in (
            ("everything", "islington-mhars", choices, 70),
            ("everything-principles", "dfe-eight-principles", [], 64)):
        table = files + [f"SampleData/importance/{choice.instrument.id}.csv" for choice in own]
        arguments = ["gaps", *table]
        for file in table:
            arguments += ["--instrument", Path(file).stem]
        arguments += ["--roll", "SampleData/roll.csv", *sizes, "--framework", framework]
        arguments += [] if target == 70 else ["--target", str(target)]
        school = whole.School(asked, lists, entries, own)
        record(name, arguments, whole.table(school, framework, target))
    arguments = ["gaps", STAFF[1]] + [f"{OWN}/{name}.csv" for name in ODD]
    arguments += ["--instrument", "staff-wellbeing"]
    for name in ODD:
        arguments += ["--instrument", f"{OWN}/{name}.yaml"]
    school = whole.School([gaps.Survey("staff-wellbeing", None)], None, ledger.entries(ODD))
    record("odd-records", arguments, whole.table(school, "islington-mhars", 70))
    record("ledger-change", ledger_change.NAMES,
           {"entries": ledger_change.changes(f"{OWN}/then")})


if __name__ == "__main__":
    warnings.simplefilter("ignore", RuntimeWarning)
    asked = sys.argv[1:] or ["surveys", "gaps", "ledger", "nominations"]
    if "surveys" in asked:
        record_surveys()
        record_rounds()
    if "gaps" in asked:
        record_gaps()
    if "ledger" in asked:
        record_ledger()
    if "nominations" in asked:
        record_nominations()
