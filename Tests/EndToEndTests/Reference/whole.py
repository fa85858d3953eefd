"""The gap table of a school that has looked, counted and talked, beside its questionnaires."""
from scipy import stats

import gaps
import ledger
import importance
from gaps import AUDIENCES, FEWEST, TIERS, Figure, band, combined, mean
from tables import load

SAID, SEEN = AUDIENCES[:3], AUDIENCES[3:]
REASONS = {"measured": "no interval", "disagree": "said and seen disagree", "not_looked_at": "not looked at",
           "not_enough_evidence": "not enough evidence"}
PAIRS = [("staff", "pupils"), ("staff", "parents"), ("pupils", "parents")]


class School:
    def __init__(self, surveys, lists, entries, choices=()):
        self.surveys = sorted(surveys, key=lambda s: (AUDIENCES.index(s.instrument.audience),
                                                      s.instrument.id))
        self.lists, self.entries, self.choices = lists, entries, choices

    def of_all(self):
        return [e for e in self.entries if e.tier == "all"]

    def methods(self):
        return {method for survey in self.surveys for method in survey.instrument.methods} | {
            method for e in self.entries for method in e.record.instrument.methods} | set(
            self.lists["methods"] if self.lists else [])


def framework(name):
    """A pack or crosswalk as components with full names of practices, and methods on them."""
    pack = load(f"Instruments/frameworks/{name}.yaml")
    base = load(f"Instruments/frameworks/{pack['crosswalk']}.yaml") if "crosswalk" in pack else pack
    practices, methods = {}, []
    for component in base["components"]:
        own = {p["id"]: f"{component['id']}.{p['id']}" for p in component["practices"]}
        practices |= {own[p["id"]]: p | {"id": own[p["id"]]} for p in component["practices"]}
        methods += [(m, own) for m in component["methods"]]
    codes = {p["code"]: name for name, p in practices.items()}
    methods = [{"id": m["id"], "practices": {codes.get(p, own.get(p, p)) for p in m["practices"]}}
               for m, own in methods]
    components = []
    for component in pack["components"]:
        names = component["practices"] if pack is not base else [
            f"{component['id']}.{p['id']}" for p in component["practices"]]
        names = [codes.get(name, name) for name in names]
        own = component.get("methods")
        ids = {m["id"] for m in own or methods if own or m["practices"] & set(names)}
        components.append({"id": component["id"], "code": component["code"],
                           "title": component["title"],
                           "practices": [practices[name] for name in names],
                           "methods": [m for m in methods if m["id"] in ids]})
    return {"id": pack["id"], "components": components}


def weight(entry):
    return {"index": 1, "half_index": 0.5}.get(entry.feeds, 0)


def of_audience(surveys, entries, audience, practices):
    """The index of an audience: surveys together count once in a practice, and each entry.

    Surveys count from ten pupils or five others, entries from the minimum of their record.
    """
    own = [(s, s.of(practices)) for s in surveys if s.instrument.audience == audience]
    own = [(s, names) for s, names in own if names]
    entries = [e for e in entries if e.audience == audience and weight(e)
               and set(practices) & set(e.practices)]
    if not own and not entries:
        return None
    asked = sum(s.people(names) for s, names in own)
    n = asked + sum(people(entries).values())
    if asked < FEWEST.get(audience, 5):
        own = []
    if not own and not entries:
        return {"audience": audience, "figure": None, "n": n}
    items = gaps.tally(own)
    totals = {p: (p in items) + sum(weight(e) for e in entries if p in e.practices)
              for p in practices}
    totals = {p: total for p, total in totals.items() if total}
    shares = shares_of(totals, {p for p in totals if p in items or any(
        e.own_feeds == "index" and p in e.practices for e in entries)})
    figures = [s.figure({name: shares[s.practice(name)] / items[s.practice(name)]
                         for name in names}) for s, names in own]
    figures += of_records(entries, shares, weight)
    figure = combined(sum(f.value for f in figures), [(f, 1) for f in figures])
    return {"audience": audience, "figure": figure, "n": n}


def shares_of(totals, full):
    """What weight 1 has in each practice; one of which only an event speaks counts half."""
    counts = {p: 1 if p in full else 0.5 for p in totals}
    return {p: counts[p] / sum(counts.values()) / total for p, total in totals.items()}


def of_records(entries, shares, weigh):
    """One figure for each record, whose measures err together."""
    found = {}
    for e in entries:
        share = sum(weigh(e) * shares[p] for p in e.practices if p in shares)
        found.setdefault(e.record.name, []).append((e.figure, share))
    return [together(parts) for parts in found.values()]


def together(parts):
    value = sum(figure.value * share for figure, share in parts)
    if any(figure.error is None for figure, _ in parts):
        return Figure(value, None, None)
    return Figure(value, sum(figure.error * share for figure, share in parts),
                  min(figure.df for figure, _ in parts))


def people(entries):
    found = {}
    for e in entries:
        found[e.record.name] = max(found.get(e.record.name, 0), e.people)
    return found


def groups_of(surveys, entries, practices):
    return [g for a in AUDIENCES if (g := of_audience(surveys, entries, a, practices))]


def side(groups, audiences):
    return mean([g["figure"] for g in groups if g["figure"] and g["audience"] in audiences])


def index_of(groups):
    return mean([figure for names in (SAID, SEEN) if (figure := side(groups, names))])


def apart(said, seen):
    """Whether what was said and what was seen are too far from each other for one index."""
    if not said or not seen or abs(said.value - seen.value) < 20:
        return False
    a, b = said.interval(), seen.interval()
    return bool(a and b and (a["high"] < b["low"] or b["high"] < a["low"]))


def table(school, pack_name, target):
    pack = framework(pack_name)
    components, figures, sides = [], {}, {}
    for component in pack["components"]:
        name = component["id"]
        entry, figures[name], sides[name] = component_entry(school, component, target)
        components.append(entry)
    flag([gap for c in components for gap in c["gaps"]["perception"]])
    looked = [c for c in components if c["state"] != "not_looked_at"]
    measured = [c for c in components
                if c["state"] == "measured" and figures[c["id"]].error is not None]
    asked, shares = importance.stated(school.choices, [c["id"] for c in components])
    sources = {s.instrument.id for s in school.surveys} | {e.id for e in school.entries}
    sources |= {school.lists["id"]} if school.lists else set()
    sources |= {choice.instrument.id for choice in school.choices}
    found = gaps.must_look(components, school.surveys)
    careless = [f for f in found if f["kind"] == "careless_answers"]
    found = [f for f in found if f not in careless] + ratios(school, pack) + careless
    return {"schema": "mhars.gaps/1", "release": "none", "framework": pack["id"],
            "target": target, "components": components, "looked_at": len(looked),
            "must_look": found + gaps.unseen_tiers(looked),
            "tiers": gaps.tier_counts(components),
            "priorities": {
                "draws": gaps.DRAWS, "seed": 1,
                **importance.priorities(measured, figures, sides, target, shares),
                "look_next": [{"component": c["id"], "reason": REASONS[c["state"]]}
                              for c in components if c not in measured]},
            **({"importance": asked} if school.choices else {}),
            "evidence": [{"id": f"E{n}", "source": i} for n, i in enumerate(sorted(sources), 1)],
            "ledger": [e.json() for e in school.entries]}


def flag(perception):
    known = [gap["p"] for gap in perception if gap["p"] is not None]
    adjusted = iter(stats.false_discovery_control(known) if known else [])
    for gap in perception:
        gap["p_adjusted"] = next(adjusted) if gap["p"] is not None else None
        few = 10 if {"pupils", "other pupils"} & {gap["a"], gap["b"]} else 5
        gap["flagged"] = bool(
            gap["p_adjusted"] is not None and gap["p_adjusted"] < 0.05
            and abs(gap["difference"]) >= 10 and min(gap["n_a"], gap["n_b"]) >= few
            and not gap["interval"]["low"] <= 0 <= gap["interval"]["high"])


def component_entry(school, component, target):
    practices = [p["id"] for p in component["practices"]]
    own = [e for e in school.entries if set(e.practices) & set(practices)]
    groups = groups_of(school.surveys, own, practices)
    said, seen = side(groups, SAID), side(groups, SEEN)
    disagree, figure = apart(said, seen), index_of(groups)
    figure = None if disagree else figure
    entries = [practice_entry(school, component, p) for p in component["practices"]]
    sources = sources_of(school, component, practices, own)
    against = disagree or any(speaks_against(e, entries) for e in own)
    grade = points(sources, against)
    state = ("not_looked_at" if not sources else "disagree"
             if disagree else "measured" if figure and grade >= 2 else "not_enough_evidence")
    tiers = tiers_of(component, state, figure, entries, own)
    reach = figure.interval() if figure else None
    used = school.methods() & {m["id"] for m in component["methods"]}
    entry = {
        "id": component["id"], "code": component["code"], "title": component["title"],
        **gaps.shown(figure), "state": state, "band": band_of(figure) if state == "measured" else None,
        "said": said and said.value, "seen": seen and seen.value,
        "groups": [gaps.group_entry(g) for g in groups],
        "gaps": {
            "performance": target - figure.value if figure else None,
            "performance_interval": {**reach, "low": target - reach["high"],
                                     "high": target - reach["low"]} if reach else None,
            "perception": perception(school, groups, practices),
            "reach": sum(t["state"] == "not_looked_at" for t in tiers),
            "evidence": {"practices_with_evidence": sum(bool(p["evidence"]) for p in entries),
                         "practices": len(practices), "methods_used": len(used),
                         "methods": len(component["methods"])}},
        "strength": {"grade": grade, "sources": [source for source, _ in sources],
                     "word": "none" if not sources else
                     ["thin", "thin", "fair", "good", "strong"][grade],
                     "convergence": convergence(school, practices, own, against)},
        "practices": entries, "tiers": tiers}
    sides = [[g["figure"] for g in groups if g["figure"] and g["audience"] in names]
             for names in (SAID, SEEN)]
    return entry, figure, [own for own in sides if own]


def band_of(figure):
    return None if figure.error is None else band(figure)


def perception(school, groups, practices):
    found = [gap for s in school.surveys if s.instrument.audience in gaps.SUBGROUPS
             for gap in gaps.subgroups(s, practices)]
    known = {g["audience"]: g for g in groups if g["figure"]}
    return found + [gaps.gap(a, b, known[a]["figure"], known[b]["figure"], known[a]["n"],
                             known[b]["n"], []) for a, b in PAIRS if a in known and b in known]


def practice_entry(school, component, practice):
    name = practice["id"]
    surveys = [s for s in school.surveys if s.of([name])]
    lists = school.lists
    named = lists and method_of(component, lists["methods"], name)
    groups = groups_of(school.surveys, school.entries, [name])
    evidence = [{"instrument": s.instrument.id,
                 "method": method_of(component, s.instrument.methods, name),
                 "audience": s.instrument.audience, "family": "survey",
                 "n": s.people(s.of([name])), "items": s.of([name])} for s in surveys]
    evidence += [{"instrument": lists["id"], "method": named, "audience": "pupils",
                  "family": "lists", "n": lists["answered"], "items": []}] if named else []
    evidence += [{"instrument": e.record.name,
                  "method": method_of(component, e.record.instrument.methods, name),
                  "audience": e.audience, "family": e.family, "n": e.people, "items": [],
                  "entry": e.id} for e in school.of_all() if name in e.practices]
    return {"id": name, "code": practice["code"], "label": practice["label"],
            **gaps.shown(mean([g["figure"] for g in groups if g["figure"]])),
            "groups": [gaps.group_entry(g) for g in groups], "evidence": evidence}


def method_of(component, used, practice):
    """The first of the framework's methods that the instrument carries out for a practice."""
    return next((m["id"] for m in component["methods"]
                 if m["id"] in used and practice in m["practices"]), None)


def sources_of(school, component, practices, entries):
    """Instruments and their audiences with whether each is adequate."""
    found = []
    for s in school.surveys:
        if own := s.of(practices):
            n = s.people(own)
            share = n / s.population if s.population else 0
            found.append(({"instrument": s.instrument.id, "family": "survey",
                           "audience": s.instrument.audience, "n": n,
                           "population": s.population},
                          share >= gaps.ADEQUATE[s.instrument.audience]))
    lists = school.lists
    if lists and {m["id"] for m in component["methods"]} & set(lists["methods"]):
        found.append(({"instrument": lists["id"], "family": "lists", "audience": "pupils",
                       "n": lists["answered"], "population": lists["pupils"]},
                      lists["answered"] / lists["pupils"] >= gaps.ADEQUATE["pupils"]))
    ledgers = {}
    for e in entries:
        if e.tier == "all" and e.feeds != "nothing":
            key = (e.record.name, e.family)
            ledgers[key] = max(ledgers.get(key, (0,)), (e.people, e.audience))
    return found + [({"instrument": name, "family": family, "audience": audience, "n": n,
                      "population": None}, True)
                    for (name, family), (n, audience) in sorted(ledgers.items())]


def points(sources, against):
    families = {source["family"] for source, _ in sources}
    grade = (len(families) >= 2) + (len(families) >= 3)
    grade += len({source["audience"] for source, _ in sources}) >= 2
    grade += bool(sources) and all(adequate for _, adequate in sources)
    return max(0, grade - against)


def speaks_against(entry, practices):
    """Whether what was said or recorded of a practice speaks against its index."""
    indices = [p["index"] for p in practices
               if p["id"] in entry.practices and p["index"] is not None]
    return any(entry.direction == "gap" and index >= 70
               or entry.direction == "strength" and index < 50 for index in indices)


def convergence(school, practices, entries, against):
    kinds = {}
    for family in ("survey", "seen", "records", "lists", "voices", "journey"):
        own = [e for e in entries if e.family == family]
        figure = index_of(groups_of(school.surveys if family == "survey" else [], own, practices))
        signs = {e.direction for e in own if e.direction
                 and (e.measure.kind == "voices" or e.direction != "mixed")}
        sign = signs.pop() if len(signs) == 1 else "mixed" if signs else None
        if figure or sign:
            kinds[family] = (figure and figure.value, figure and points_to(figure.value), sign)
    if against:
        return "contradict"
    if len(kinds) < 2:
        return None
    own = list(kinds.values())
    if any(end and sign and sign != end for _, end, sign in own):
        return "mixed"
    same = all((a[1] or a[2]) == (b[1] or b[2]) or
               (a[2] is b[2] is None and abs(a[0] - b[0]) < 10) for a in own for b in own)
    return "agree" if same else "mixed"


def points_to(index):
    return "strength" if index >= 70 else "gap" if index < 50 else "mixed"


def tiers_of(component, state, figure, practices, entries):
    found = gaps.tier_states(state, figure, practices)[:1]
    if state == "not_looked_at":
        found[0] |= {"state": state, "sure": False}
    found[0]["evidence"] = list(dict.fromkeys(
        e.get("entry", e["instrument"]) for p in practices for e in p["evidence"]))
    for tier in TIERS[1:]:
        own = [e for e in entries if e.tier == tier]
        word, sure = tier_state(own, [p["id"] for p in practices])
        found.append({"tier": tier, "state": word, "sure": sure, "evidence": [e.id for e in own]})
    return found


def tier_state(entries, practices):
    if not entries:
        return "not_looked_at", False
    enough = [e for e in entries if e.base["enough"]]
    indices = [e for e in enough if e.own_feeds in ("index", "half_index") and e.figure]
    if indices:
        figure = tier_index(indices, practices)
        if figure.error is None:
            return state_of(gaps_band(figure.value)), False
        several = len({e.record.name for e in indices}) > 1
        return state_of(band(figure)), several and band(figure) != "between"
    signs = [e.own_direction for e in enough if e.own_feeds == "direction"]
    if not signs:
        return "unclear", False
    return ("not_in_place" if 2 * signs.count("gap") > len(signs) else "partly"), False


def tier_index(entries, practices):
    def weigh(entry):
        return {"index": 1, "half_index": 0.5}[entry.own_feeds]
    totals = {p: sum(weigh(e) for e in entries if p in e.practices) for p in practices}
    totals = {p: total for p, total in totals.items() if total}
    shares = shares_of(totals, {p for e in entries if e.own_feeds == "index"
                                for p in e.practices})
    figures = of_records(entries, shares, weigh)
    return combined(sum(f.value for f in figures), [(f, 1) for f in figures])


def gaps_band(value):
    return "strong" if value >= 70 else "developing" if value >= 50 else "priority"


def state_of(name):
    return {"strong": "in_place", "priority": "not_in_place"}.get(name, "partly")


def ratios(school, pack):
    names = {p["id"] for c in pack["components"] for p in c["practices"]}
    found = []
    for e in school.of_all():
        practice = next((p for p in e.practices if p in names), None)
        if e.measure.kind != "ratio" or e.feeds != "direction" or e.measure.better != "lower" or practice is None:
            continue
        found += [{"practice": practice, "n": int(r["exposure"]), "kind": "group_ratio",
                   "entry": e.id, "value": r["value"], "ratio": r["ratio"], "count": r["events"]}
                  for r in e.found["ratios"] if r["interval"] and r["interval"]["low"] > 1.5]
    return found
