"""The component gap table as `mhars.gaps/1`: means by person and practice, linearised intervals."""
import math

import numpy as np
from scipy import stats

from figures import ends
from surveys import straight_lines
from tables import Answers, Instrument, load

AUDIENCES = ["pupils", "staff", "parents", "observers", "records"]
FEWEST = {"pupils": 10}
ADEQUATE = {"staff": 0.5, "pupils": 0.6, "parents": 0.25}
WORST = {"vision.safety", "networks.asking"}
TIERS = ["all", "at_risk", "most_vulnerable"]
DRAWS = 2000
# So many more are drawn here, so that a range is off by chance in the program alone.
TIMES = 100
SUBGROUPS = {"staff": (("senior_leader", "leader"), "leaders", "other staff"),
             "pupils": (("councillor",), "councillors", "other pupils")}


class Figure:
    def __init__(self, value, error, df):
        self.value, self.error, self.df = value, error, df

    def interval(self):
        if self.error is None:
            return None
        reach = stats.t.ppf(0.975, self.df) * self.error
        return {"low": max(0, self.value - reach), "high": min(100, self.value + reach),
                "level": 0.95, "method": "t, linearised"}

    def at_least(self, threshold):
        if self.error == 0:
            return float(self.value >= threshold)
        return stats.t.cdf((self.value - threshold) / self.error, self.df)


def combined(value, parts):
    """A weighted sum of independent figures, with the degrees of freedom of Satterthwaite."""
    if any(figure.error is None for figure, _ in parts):
        return Figure(value, None, None)
    own = [(weight * figure.error) ** 2 for figure, weight in parts]
    bottom = sum(v * v / figure.df for v, (figure, _) in zip(own, parts))
    df = sum(own) ** 2 / bottom if bottom else min(figure.df for figure, _ in parts)
    return Figure(value, math.sqrt(sum(own)), df)


def mean(figures):
    if not figures:
        return None
    share = 1 / len(figures)
    return combined(sum(f.value for f in figures) * share, [(f, share) for f in figures])


class Survey:
    def __init__(self, name, population, folder="SampleData"):
        self.instrument = Instrument(f"Instruments/{name}.yaml")
        self.answers = Answers(self.instrument, f"{folder}/{name}.csv")
        self.population = population
        self.items = [i for i in self.instrument.items if i["practice"] and i["type"] == "scale"]
        self.values = {item["id"]: self.points(item) for item in self.items}

    def points(self, item):
        low, high = ends(item)
        values = []
        for row in range(self.answers.n):
            value = self.answers.value(item["id"], row)
            share = None if value is None else (value - low) / (high - low)
            values.append(np.nan if share is None else
                          100 * (1 - share if item["reverse"] else share))
        return np.array(values)

    def of(self, practices, members=None):
        return [item["id"] for item in self.items if item["practice"] in practices
                and (~np.isnan(self.part(item["id"], members))).any()]

    def part(self, name, members=None):
        return self.values[name] if members is None else self.values[name][members]

    def people(self, names, members=None):
        table = np.array([self.part(name, members) for name in names])
        return int((~np.isnan(table)).any(axis=0).sum()) if names else 0

    def practice(self, name):
        return self.instrument.item(name)["practice"]

    def figure(self, weights, members=None):
        """The item means are the coefficients of a regression on items, clustered by person (CR2)."""
        names, w = list(weights), np.array(list(weights.values()))
        x = np.array([self.part(name, members) for name in names])
        means = np.nanmean(x, axis=1)
        value = (w * means).sum()
        n = self.people(names, members)
        if n < 2 or ((~np.isnan(x)).sum(axis=1) < 2).any():
            return Figure(value, None, None)
        bread = np.linalg.inv(np.diag((~np.isnan(x)).sum(axis=1).astype(float)))
        variance = 0
        for person in x.T:
            answered = ~np.isnan(person)
            design = np.eye(len(names))[answered]
            spread, axes = np.linalg.eigh(np.eye(len(design)) - design @ bread @ design.T)
            enlarged = axes @ np.diag(spread**-0.5) @ axes.T @ (person - means)[answered]
            variance += (w @ bread @ design.T @ enlarged) ** 2
        return Figure(value, math.sqrt(variance), n - 1)


def weights(survey, names, counts):
    return {name: 1 / len(counts) / counts[survey.practice(name)] for name in names}


def tally(pairs):
    counts = {}
    for survey, names in pairs:
        for name in names:
            counts[survey.practice(name)] = counts.get(survey.practice(name), 0) + 1
    return counts


def audience_index(surveys, audience, practices):
    own = [(s, s.of(practices)) for s in surveys if s.instrument.audience == audience]
    own = [(s, names) for s, names in own if names]
    if not own:
        return None
    counts = tally(own)
    figures = [s.figure(weights(s, names, counts)) for s, names in own]
    n = sum(s.people(names) for s, names in own)
    enough = n >= FEWEST.get(audience, 5)
    figure = combined(sum(f.value for f in figures), [(f, 1) for f in figures]) if enough else None
    return {"audience": audience, "figure": figure, "n": n}


def shown(figure):
    return {"index": figure and figure.value, "interval": figure and figure.interval()}


def group_entry(group):
    return {"audience": group["audience"], **shown(group["figure"]), "n": group["n"]}


def perception(surveys, groups, practices):
    found = []
    for survey in surveys:
        if survey.instrument.audience in SUBGROUPS:
            found += subgroups(survey, practices)
    known = {g["audience"]: g for g in groups if g["figure"]}
    for a, b in (("staff", "pupils"), ("staff", "parents"), ("pupils", "parents")):
        if a in known and b in known:
            found.append(gap(a, b, known[a]["figure"], known[b]["figure"],
                             known[a]["n"], known[b]["n"], []))
    return found


def subgroups(survey, practices):
    found = []
    codes, name, others = SUBGROUPS[survey.instrument.audience]
    for item in survey.instrument.items:
        if item["role"] != "group" or not set(codes) & set(item["codes"]):
            continue
        labels = np.array([str(survey.answers.value(item["id"], row))
                           for row in range(survey.answers.n)])
        members = np.isin(labels, codes)
        rest = ~members & (labels != "None")
        names = [n for n in survey.of(practices, members) if n in survey.of(practices, rest)]
        if not names:
            continue
        w = weights(survey, names, tally([(survey, names)]))
        differences = [(n, np.nanmean(survey.part(n, members)) - np.nanmean(survey.part(n, rest)))
                       for n in names]
        differences.sort(key=lambda entry: (-abs(round(entry[1], 9)), entry[0]))
        found.append(gap(name, others, survey.figure(w, members), survey.figure(w, rest),
                         survey.people(names, members), survey.people(names, rest),
                         [{"id": n, "difference": d} for n, d in differences[:3]]))
    return found


def gap(a, b, first, second, n_a, n_b, items):
    difference = first.value - second.value
    joint = combined(difference, [(first, 1), (second, -1)])
    if joint.error is not None:
        alike = combined(0, [(Figure(0, math.sqrt(1 / (f.df + 1)), f.df), 1)
                             for f in (first, second)])
        joint.df = min(joint.df, alike.df)
    entry = {"a": a, "b": b, "n_a": n_a, "n_b": n_b, "index_a": first.value,
             "index_b": second.value, "difference": difference, "interval": None, "p": None,
             "items": items}
    if joint.error is not None:
        reach = stats.t.ppf(0.975, joint.df) * joint.error
        entry["interval"] = {"low": difference - reach, "high": difference + reach, "level": 0.95,
                             "method": "Welch, linearised"}
        if joint.error > 0:
            entry["p"] = 2 * stats.t.sf(abs(difference) / joint.error, joint.df)
    return entry


def band(figure):
    strong, developing = figure.at_least(70), figure.at_least(50)
    for name, chance in (("strong", strong), ("developing", developing - strong),
                         ("priority", 1 - developing)):
        if chance >= 0.80:
            return name
    return "between"


def strength(sources):
    points = 0
    families = {source["family"] for source in sources}
    points += len(families) >= 2
    points += len(families) >= 3
    points += len({source["audience"] for source in sources}) >= 2
    points += bool(sources) and all(
        s["population"] and s["n"] / s["population"] >= ADEQUATE[s["audience"]] for s in sources)
    words = ["thin" if sources else "none", "thin", "fair", "good", "strong"]
    # Only surveys give an index here, and lists say nothing beside it: no two kinds speak.
    return {"grade": points, "word": words[points], "sources": sources, "convergence": None}


def method_of(pack, used, code, practice):
    for component in pack["components"]:
        for method in component["methods"]:
            if method["id"] in used and {code, practice} & set(method["practices"]):
                return method["id"]
    return None


def table(names, populations, lists, target):
    pack = load("Instruments/frameworks/islington-mhars.yaml")
    order = ["pupils", "staff", "parents"]
    surveys = [Survey(name, populations.get(Instrument(f"Instruments/{name}.yaml").audience))
               for name in names]
    used = {m for s in surveys for m in s.instrument.methods} | set(lists["methods"] if lists else [])
    by_audience = sorted(surveys, key=lambda s: order.index(s.instrument.audience))
    components, figures, said = [], [], {}
    for component in pack["components"]:
        entry, figure, groups = component_entry(
            pack, component, surveys, by_audience, lists, used, target, order)
        components.append(entry)
        said[entry["id"]] = figure, groups
        figures += entry["gaps"]["perception"]
    known = [entry["p"] for entry in figures if entry["p"] is not None]
    adjusted = iter(stats.false_discovery_control(known) if known else [])
    for entry in figures:
        entry["p_adjusted"] = next(adjusted) if entry["p"] is not None else None
        entry["flagged"] = bool(
            entry["p_adjusted"] is not None and entry["p_adjusted"] < 0.05
            and abs(entry["difference"]) >= 10
            and not entry["interval"]["low"] <= 0 <= entry["interval"]["high"])
    looked = [c for c in components if c["state"] != "not_looked_at"]
    measured = [c for c in components if c["state"] == "measured"]
    ranked = placed([priority(c, *said[c["id"]], target) for c in measured])
    ids = sorted({e["instrument"] for c in components for p in c["practices"]
                  for e in p["evidence"]})
    return {"schema": "mhars.gaps/1", "release": "none", "framework": pack["id"],
            "target": target, "components": components,
            "looked_at": len(looked),
            "must_look": must_look(components, surveys) + unseen_tiers(looked),
            "tiers": tier_counts(components),
            "priorities": {
                "draws": DRAWS, "seed": 1, "weighs_importance": False, "ranked": ranked,
                "look_next": [{"component": c["id"], "reason": c["state"].replace("_", " ")}
                              for c in components if c not in measured]},
            "evidence": [{"id": f"E{n}", "source": i} for n, i in enumerate(ids, 1)]}


def component_entry(pack, component, surveys, by_audience, lists, used, target, order):
    practices = [f"{component['id']}.{p['id']}" for p in component["practices"]]
    groups = [g for a in order if (g := audience_index(surveys, a, practices))]
    said = mean([g["figure"] for g in groups if g["figure"]])
    sources = []
    for s in by_audience:
        own = s.of(practices)
        if own:
            sources.append({"instrument": s.instrument.id, "family": "survey",
                            "audience": s.instrument.audience, "n": s.people(own),
                            "population": s.population})
    if lists and {m["id"] for m in component["methods"]} & set(lists["methods"]):
        sources.append({"instrument": lists["id"], "family": "lists", "audience": "pupils",
                        "n": lists["answered"], "population": lists["pupils"]})
    rating = strength(sources)
    state = "not_looked_at" if not sources else "measured" if said and rating["grade"] >= 2 \
        else "not_enough_evidence"
    entries = [practice_entry(pack, component, p, surveys, by_audience, lists, order)
               for p in component["practices"]]
    reach = said.interval() if said else None
    tiers = tier_states(state, said, entries)
    entry = {
        "id": component["id"], "code": component["code"], "title": component["title"],
        **shown(said), "state": state, "band": band(said) if state == "measured" else None,
        "said": said and said.value, "seen": None,
        "groups": [group_entry(g) for g in groups],
        "gaps": {
            "performance": target - said.value if said else None,
            "performance_interval": {**reach, "low": target - reach["high"],
                                     "high": target - reach["low"]} if reach else None,
            "perception": perception(surveys, groups, practices),
            "reach": sum(t["state"] == "not_looked_at" for t in tiers),
            "evidence": {"practices_with_evidence": sum(bool(p["evidence"]) for p in entries),
                         "practices": len(practices),
                         "methods_used": len(used & {m["id"] for m in component["methods"]}),
                         "methods": len(component["methods"])}},
        "strength": rating, "practices": entries, "tiers": tiers}
    return entry, said, [[g["figure"] for g in groups if g["figure"]]]


def tier_states(state, said, practices):
    """Questionnaires and lists speak of all pupils, so that nobody looked at the other tiers."""
    evidence = list(dict.fromkeys(e["instrument"] for p in practices for e in p["evidence"]))
    word, sure = "not_looked_at", False
    if evidence and not said:
        word = "unclear"
    elif evidence:
        chances = said.error is not None
        named = band(said) if chances else None
        value = named or ("strong" if said.value >= 70 else
                          "developing" if said.value >= 50 else "priority")
        word = {"strong": "in_place", "priority": "not_in_place"}.get(value, "partly")
        sure = bool(chances and named != "between" and state == "measured")
    return [{"tier": "all", "state": word, "sure": sure, "evidence": evidence}] + [
        {"tier": tier, "state": "not_looked_at", "sure": False, "evidence": []}
        for tier in TIERS[1:]]


def tier_counts(components):
    words = ["in_place", "partly", "not_in_place", "unclear", "held_back", "not_looked_at",
             "not_applicable"]
    return [{"tier": tier, **{word: sum(c["tiers"][place]["state"] == word for c in components)
                              for word in words}} for place, tier in enumerate(TIERS)]


def unseen_tiers(looked):
    found = []
    for place, tier in enumerate(TIERS):
        unseen = [c["id"] for c in looked if c["tiers"][place]["state"] == "not_looked_at"]
        if unseen:
            found.append({"practice": None, "n": 0, "kind": "tier_not_looked_at", "tier": tier,
                          "components": unseen})
    return found


def priority(component, figure, sides, target):
    """How probable it is that the index is below the target, times the share of groups below it.

    `sides` are the figures of the groups that said and of those that saw, if any.
    """
    groups = [g for own in sides for g in own]
    below = sum(g.value < target for g in groups)
    rng = np.random.default_rng([1, int.from_bytes(component["id"].encode(), "big") % 2**32])
    drawn = np.array([g.value + g.error * rng.standard_t(g.df, TIMES * DRAWS) for g in groups])
    shares = [1 / len(sides) / len(own) for own in sides for _ in own]
    chances = stats.t.cdf((target - shares @ drawn) / figure.error, figure.df)
    chance = 1 - figure.at_least(target)
    return {"entry": {"component": component["id"], "priority": chance * below / len(groups),
                      "below_target": chance, "groups_below": below, "groups": len(groups),
                      "importance": None, "importance_reason": "not asked"},
            "draws": chances * (drawn < target).mean(axis=0)}


def placed(priorities):
    """Places with ranges that hold in 95 of 100 draws of the groups; the draws are numpy's own."""
    if not priorities:
        return []
    draws = np.array([p["draws"] for p in priorities])
    tail = int(0.025 * draws.shape[1])
    for p, own in zip(priorities, draws):
        ranks = np.sort(1 + (draws > own).sum(axis=0))
        value = p["entry"]["priority"]
        p["entry"]["rank"] = 1 + sum(q["entry"]["priority"] > value for q in priorities)
        place = p["entry"]["rank"]
        p["entry"]["rank_low"] = min(place, int(ranks[tail]))
        p["entry"]["rank_high"] = max(place, int(ranks[-1 - tail]))
    return [p["entry"] for p in sorted(priorities, key=lambda p: p["entry"]["rank"])]


def practice_entry(pack, component, practice, surveys, by_audience, lists, order):
    name = f"{component['id']}.{practice['id']}"
    groups = [g for a in order if (g := audience_index(surveys, a, [name]))]
    evidence = []
    for s in by_audience:
        own = s.of([name])
        if own:
            evidence.append({
                "instrument": s.instrument.id,
                "method": method_of(pack, s.instrument.methods, practice["code"], name),
                "audience": s.instrument.audience, "family": "survey", "n": s.people(own),
                "items": own})
    if lists and (method := method_of(pack, lists["methods"], practice["code"], name)):
        evidence.append({"instrument": lists["id"], "method": method, "audience": "pupils",
                         "family": "lists", "n": lists["answered"], "items": []})
    return {"id": name, "code": practice["code"], "label": practice["label"],
            **shown(mean([g["figure"] for g in groups if g["figure"]])),
            "groups": [group_entry(g) for g in groups], "evidence": evidence}


def must_look(components, surveys):
    found = []
    for component in components:
        for practice in component["practices"]:
            n = sum(group["n"] for group in practice["groups"])
            if practice["index"] is not None and practice["index"] < 40 and n >= 10:
                found.append({"practice": practice["id"], "n": n, "kind": "low_practice",
                              "index": practice["index"]})
    for survey in surveys:
        if survey.instrument.audience == "pupils":
            found += worst(survey)
    for survey in surveys:
        lines = straight_lines(survey.answers)
        if lines["checked"] >= 10 and lines["rows"] > 0.15 * lines["checked"]:
            found.append({"practice": None, "n": lines["checked"], "kind": "careless_answers",
                          "instrument": survey.instrument.id, "count": lines["rows"],
                          "share": lines["rows"] / lines["checked"]})
    return found


def worst(survey):
    found = []
    for item in survey.items:
        x = survey.values[item["id"]]
        n, count = int((~np.isnan(x)).sum()), int((x == 0).sum())
        if item["practice"] in WORST and n >= 10 and count >= 0.05 * n:
            low, high = ends(item)
            code = high if item["reverse"] else low
            label = next(p["label"]["en"] for p in item["points"] if p["code"] == code)
            found.append({"practice": item["practice"], "n": n, "kind": "worst_answers",
                          "item": item["id"], "answer": label, "count": count, "share": count / n})
    return found
