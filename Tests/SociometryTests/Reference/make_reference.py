"""Writes the reference values of the Sociometry tests.

Needs Python 3.11 or later and networkx (3.6.1 was used). Run it in this folder:

    python3 make_reference.py

graphs.json    random graphs cut into groups, with the indices of each group by networkx; the last 80
               are 40 random schools, each cut into its classes and then into its years
standings.json the same 40 schools with absent pupils, names elsewhere and a round before: counts,
               levels, flags, evidence, names received and change between rounds, from the rules of
               the method pages
chance.json    blind naming in tiny groups by listing every possible set of choices, in fractions
katz.json      the number unchosen in whole groups by the alternating sum, in integers
matchings.json random unresolved names, with the size of a largest matching by networkx
"""

import itertools
import json
import random
from fractions import Fraction
from math import comb

import networkx as nx


def indices(graph, members):
    sub = graph.subgraph(members)
    n, m = sub.number_of_nodes(), sub.number_of_edges()
    pairs = [
        (sub.has_edge(a, b), sub.has_edge(b, a)) for a, b in itertools.combinations(sub, 2)
    ]
    mutual = sum(1 for there, back in pairs if there and back)
    tied = sum(1 for there, back in pairs if there or back)
    paths = [
        (i, k) for j in sub for i in sub.predecessors(j) for k in sub.successors(j) if i != k
    ]
    closed = sum(1 for i, k in paths if sub.has_edge(i, k))
    both = nx.Graph()
    both.add_nodes_from(sub)
    both.add_edges_from((a, b) for a, b in sub.edges if sub.has_edge(b, a))
    plain = sub.to_undirected()
    triples = sum(d * (d - 1) for _, d in plain.degree())
    return {
        "members": n,
        "edges": m,
        "mutual": mutual,
        "density": nx.density(sub) if n > 1 else None,
        "edge_reciprocity": nx.overall_reciprocity(sub) if m else None,
        "dyad_reciprocity": mutual / tied if tied else None,
        "directed_transitivity": closed / len(paths) if paths else None,
        "undirected_transitivity": nx.transitivity(plain) if triples else None,
        "weak": nx.number_weakly_connected_components(sub) if n else 0,
        "strong": nx.number_strongly_connected_components(sub) if n else 0,
        "mutual_components": nx.number_connected_components(both) if n else 0,
        "triads": [nx.triadic_census(sub)[kind] for kind in TRIADS],
        "cuts": sorted(nx.articulation_points(plain)),
        "cliques": clique_sizes(both),
        **concentration([d for _, d in sub.in_degree()]),
        **mixing(sub),
        **homophily(sub),
    }


TRIADS = (
    "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split()
)


def clique_sizes(both):
    sizes = {}
    for clique in nx.find_cliques(both):
        if len(clique) > 2:
            sizes[len(clique)] = sizes.get(len(clique), 0) + 1
    return [[size, sizes[size]] for size in sorted(sizes)]


def concentration(received):
    n, total = len(received), sum(received)
    gaps = sum(abs(a - b) for a in received for b in received)
    return {
        "gini": gaps / (2 * n * total) if total else None,
        "centralisation": sum(max(received) - x for x in received) / (n - 1) ** 2
        if n > 1
        else None,
    }


def mixing(sub):
    """Indices of segregation by a label that is the vertex modulo three; vertices of 2 mod 7 have none."""
    labelled = sub.subgraph([v for v in sub if v % 7 != 2]).copy()
    nx.set_node_attributes(labelled, {v: v % 3 for v in labelled}, "label")
    sizes = [sum(1 for v in labelled if v % 3 == g) for g in range(3)]
    n, edges = sum(sizes), list(labelled.edges)
    ties = [[sum(1 for a, b in edges if (a % 3, b % 3) == (g, h)) for h in range(3)] for g in range(3)]
    coleman = []
    for g in range(3):
        given, within = sum(ties[g]), ties[g][g]
        expected = Fraction(given * (sizes[g] - 1), n - 1) if n > 1 else Fraction(0)
        if not given or n < 2:
            coleman.append(None)
        elif within > expected:
            coleman.append(float((within - expected) / (given - expected)))
        else:
            coleman.append(float((within - expected) / expected) if expected > 0 else None)
    inside = sum(ties[g][g] for g in range(3))
    across = len(edges) - inside
    pairs_inside = sum(k * (k - 1) for k in sizes)
    pairs_across = n * (n - 1) - pairs_inside
    cells = [inside, pairs_across - across, pairs_inside - inside, across]
    given = {a % 3 for a, _ in edges} | {b % 3 for _, b in edges}
    return {
        "coleman": coleman,
        "odds_ratio": cells[0] * cells[1] / (cells[2] * cells[3]) if all(cells) else None,
        "assortativity": nx.attribute_assortativity_coefficient(labelled, "label")
        if len(given) > 1
        else None,
    }


def homophily(sub):
    """The E-I index of the labels of `mixing`, and its value when all name all."""
    labelled = sub.subgraph([v for v in sub if v % 7 != 2])
    complete = nx.complete_graph(labelled, nx.DiGraph)

    def index(edges):
        across = sum(1 if a % 3 != b % 3 else -1 for a, b in edges)
        return float(Fraction(across, len(edges))) if edges else None

    return {"ei": index(labelled.edges), "ei_sizes": index(complete.edges)}


def describe(n, listed, label, groups):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from((a, b) for a, b in listed if a != b)
    return {
        "n": n,
        "edges": listed,
        "kept": graph.number_of_edges(),
        "selves": sum(a == b for a, b in listed),
        "groups": label,
        "group_count": groups,
        "indices": [
            indices(graph, [v for v in range(n) if label[v] == g]) for g in range(groups)
        ],
    }


def karate():
    """Zachary's karate club (1977), each friendship as two nominations."""
    friends = nx.karate_club_graph()
    listed = [[a, b] for a, b in friends.edges] + [[b, a] for a, b in friends.edges]
    return describe(34, listed, [0] * 34, 1)


def graphs(rng):
    shapes = [(1, 0, 1), (5, 0, 2), (6, 30, 1), (30, 90, 1), (40, 400, 3), (90, 270, 3)]
    shapes += [(200, 500, 7), (25, 2000, 2), (120, 900, 1), (60, 61, 4)]
    result = []
    for n, edges, groups in shapes:
        label = [rng.randrange(-1, groups) if groups > 1 else 0 for _ in range(n)]
        listed = [[rng.randrange(n), rng.randrange(n)] for _ in range(edges)]
        if n == 200:  # one vertex that everybody names and that names everybody
            listed += [[0, v] for v in range(1, n)] + [[v, 0] for v in range(1, n)]
        result.append(describe(n, listed, label, groups))
    return result


def school(rng):
    """Pupils in classes and years, who name mostly within their class."""
    years, classes = rng.randint(1, 3), rng.randint(1, 3)
    size = rng.randint(2, 12)
    n = years * classes * size
    cohort = [v // (classes * size) if rng.random() > 0.04 else -1 for v in range(n)]
    form = [v // size if cohort[v] >= 0 and rng.random() > 0.04 else -1 for v in range(n)]
    back = rng.random()
    absent = {v for v in range(n) if rng.random() < rng.choice([0, 0.1, 0.3])}
    listed = []
    for v in range(n):
        for _ in range(0 if v in absent else rng.randint(0, 4)):
            named_by = [a for a, b in listed if b == v]
            if named_by and rng.random() < back:
                listed.append([v, rng.choice(named_by)])
            elif rng.random() < 0.7:
                listed.append([v, v // size * size + rng.randrange(size)])
            else:
                listed.append([v, rng.randrange(n)])
    return {
        "n": n,
        "edges": listed,
        "absent": sorted(absent),
        "elsewhere": [0 if v in absent or rng.random() < 0.85 else 1 for v in range(n)],
        "classes": form,
        "class_count": years * classes,
        "years": cohort,
        "year_count": years,
        "before": [rng.random() < 0.2 for _ in range(n)],
        "pending": [rng.random() < 0.1 for _ in range(n)],
    }


def graph_of(n, listed):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from((a, b) for a, b in listed if a != b)
    return graph


def level(v, inside, whole, answered, elsewhere):
    """The first rule that fits, in the order of docs/methods/isolation.md."""
    r = inside.in_degree(v)
    named = whole.out_degree(v) + elsewhere[v]
    mutual = {u for u in inside.successors(v) if inside.has_edge(u, v)}
    if not answered[v]:
        return "U" if r else "N"
    if r == 0:
        return "B" if named else "A"
    if named == 0:
        return "C"
    if not mutual:
        return "D"
    partner = next(iter(mutual))
    theirs = {u for u in inside.successors(partner) if inside.has_edge(u, partner)}
    return "E" if r == 1 and len(mutual) == 1 and theirs == {v} else "F"


def flags(v, inside, whole, s, lonely, main, answered):
    namers = list(inside.predecessors(v))
    result = []
    if namers and not any(inside.in_degree(u) for u in namers):
        result.append("only_from_unchosen")
    part = nx.node_connected_component(inside.to_undirected(), v)
    if main is not None and len(part) > 1 and v not in main:
        result.append("outside_main_component")
    tied = set(whole.successors(v)) | set(whole.predecessors(v))
    form = s["classes"]
    if form[v] >= 0 and tied and all(form[u] != form[v] for u in tied):
        result.append("no_tie_in_class")
    if len(namers) == 1:
        result.append("depends_on_one")
    if s["before"][v] and lonely in ("A", "B"):
        result.append("persistent")
    if s["pending"][v]:
        result.append("pending")
    elif not namers and len(inside) > 1 and all(answered[u] for u in inside if u != v):
        result.append("certain")
    return result


def main_component(members, inside, answered):
    """The largest set of ties, where there is one and 80 % answered."""
    if 5 * sum(answered[v] for v in members) < 4 * len(members):
        return None
    parts = sorted(nx.connected_components(inside.to_undirected()), key=len)
    if not parts or len(parts[-1]) < 2 or len(parts) > 1 and len(parts[-2]) == len(parts[-1]):
        return None
    return parts[-1]


def poisson_binomial(chances):
    row = [Fraction(1)]
    for p in chances:
        row = [
            (row[k] * (1 - p) if k < len(row) else 0) + (row[k - 1] * p if k else 0)
            for k in range(len(row) + 1)
        ]
    return row


def shape(counts):
    n, total = len(counts), sum(counts)
    if n < 2 or not total:
        return 3.0
    mean = Fraction(total, n)
    variance = sum((x - mean) ** 2 for x in counts) / (n - 1)
    return min(20.0, max(1.0, float(mean**2 / (variance - mean)))) if variance > mean else 3.0


def standing(s, label, count):
    """Everything about each pupil when `label` holds the reference groups."""
    whole = graph_of(s["n"], s["edges"])
    answered = [
        v not in s["absent"] or whole.out_degree(v) + s["elsewhere"][v] > 0 for v in range(s["n"])
    ]
    rows = [{"level": "-", "flags": ["pending"] if pending else []} for pending in s["pending"]]
    means = []
    for g in range(count):
        members = [v for v in range(s["n"]) if label[v] == g]
        inside = whole.subgraph(members).copy()
        main = main_component(members, inside, answered)
        active = [v for v in members if answered[v]]
        mean = Fraction(inside.number_of_edges(), len(active)) if active else None
        means.append(None if mean is None else float(mean))
        for v in members:
            others = [u for u in members if u != v]
            letter = level(v, inside, whole, answered, s["elsewhere"])
            r = inside.in_degree(v)
            chance = poisson_binomial([Fraction(inside.out_degree(u), len(others)) for u in others])
            rows[v] = {
                "level": letter,
                "received": r,
                "given": inside.out_degree(v),
                "mutual": sum(1 for u in inside.successors(v) if inside.has_edge(u, v)),
                "flags": flags(v, inside, whole, s, letter, main, answered),
                "eligible": len(others),
                "answering": sum(answered[u] for u in others),
                "at_most": float(sum(chance[: r + 1])),
                "at_least": float(sum(chance[r:])),
            }
    columns = {
        column: [row.get(column) for row in rows]
        for column in ("received", "given", "mutual", "flags", "eligible", "answering")
    }
    return {
        "levels": "".join(row["level"] for row in rows),
        "shape": shape([row["received"] for row in rows if "received" in row]),
        "means": means,
        "tails": [[row.get("at_most"), row.get("at_least")] for row in rows],
        **columns,
    }


def round_change(rng, s):
    """A round before in which some names were the same, and pupils in another order."""
    n = s["n"]
    order = list(range(n))
    rng.shuffle(order)
    earlier = [order[v] if rng.random() > 0.1 else -1 for v in range(n)]
    kept = [[order[a], order[b]] for a, b in s["edges"] if rng.random() < 0.5]
    listed = kept + [[rng.randrange(n), rng.randrange(n)] for _ in range(n)]
    was = [rng.choice([None, True, False, False]) for _ in range(n)]
    now = [rng.choice([None, True, False, False]) for _ in range(n)]
    classes = [[v for v in range(n) if s["classes"][v] == g] for g in range(s["class_count"])]
    return {
        "edges": listed,
        "earlier": earlier,
        "was": was,
        "now": now,
        "groups": [
            group_change(s["edges"], listed, earlier, was, now, members)
            for members in [*classes, range(n)]
        ],
    }


def group_change(edges, listed, earlier, was, now, members):
    both = [(was[earlier[v]], now[v]) for v in members if earlier[v] >= 0]
    both = [pair for pair in both if None not in pair]
    there = {earlier[v]: v for v in members if earlier[v] >= 0}
    stay = set(there.values())
    old = {(there[a], there[b]) for a, b in listed if a != b and a in there and b in there}
    new = {(a, b) for a, b in edges if a != b and a in stay and b in stay}
    before, after = sum(a for a, _ in both), sum(b for _, b in both)
    return {
        "arrived": len(members) - len(there),
        "compared": len(both),
        "stayed": sum(a and b for a, b in both),
        "left": sum(a and not b for a, b in both),
        "became": sum(b and not a for a, b in both),
        "expected": float(Fraction(before * after, len(both))) if both else None,
        "stability": float(Fraction(len(old & new), len(old | new))) if old | new else None,
    }


def enumerate_choices(names, looked):
    """Distribution of the number of unchosen among the first `looked` members, by listing."""
    n = len(names)
    counts = [Fraction(0)] * (looked + 1)
    mutual = Fraction(0)
    received = [[Fraction(0)] * n for _ in range(n)]
    choices = [
        list(itertools.combinations([v for v in range(n) if v != i], names[i])) for i in range(n)
    ]
    weight = Fraction(1)
    for options in choices:
        weight /= len(options)
    for picks in itertools.product(*choices):
        degree = [0] * n
        for picked in picks:
            for v in picked:
                degree[v] += 1
        counts[sum(1 for v in range(looked) if degree[v] == 0)] += weight
        for v in range(n):
            received[v][degree[v]] += weight
        mutual += weight * sum(
            1 for a in range(looked) for b in range(a + 1, looked) if b in picks[a] and a in picks[b]
        )
    return {
        "names": names,
        "looked": looked,
        "unchosen": [float(c) for c in counts],
        "mutual": float(mutual),
        "received": [[float(c) for c in row] for row in received],
    }


def by_integers(n, d):
    """The alternating sum over sets of unchosen members in exact integers, all giving d names."""
    moments = [
        comb(n, s) * comb(max(0, n - 1 - s), d) ** (n - s) * (comb(n - s, d) ** s if s else 1)
        for s in range(n + 1)
    ]
    chances = []
    for x in range(n + 1):
        total = sum((-1) ** (s - x) * comb(s, x) * moments[s] for s in range(x, n + 1))
        chances.append(float(Fraction(total, comb(n - 1, d) ** n)))
    return {"n": n, "d": d, "unchosen": chances[:60]}


def matchings(rng):
    result = []
    for names, vertices, most in [(1, 2, 1), (6, 5, 3), (12, 8, 3), (20, 20, 4), (60, 50, 3)] * 4:
        listed = []
        for _ in range(names):
            namer = rng.randrange(vertices)
            candidates = rng.sample(range(vertices), rng.randint(1, min(most, vertices)))
            listed.append([namer, candidates])
        graph = nx.Graph()
        for i, (namer, candidates) in enumerate(listed):
            graph.add_edges_from((("name", i), ("pupil", c)) for c in candidates if c != namer)
        tops = {v for v in graph if v[0] == "name"}
        matching = nx.bipartite.hopcroft_karp_matching(graph, tops) if tops else {}
        result.append({"vertices": vertices, "names": listed, "largest": len(matching) // 2})
    return result


def write(name, value):
    with open(name, "w", encoding="utf-8") as file:
        file.write("[\n")
        file.write(",\n".join(json.dumps(row, separators=(",", ":")) for row in value))
        file.write("\n]\n")


if __name__ == "__main__":
    rng = random.Random(2026)
    seeds = random.Random(404)
    schools = [school(seeds) for _ in range(40)]
    cuts = [
        describe(s["n"], s["edges"], s[label], s[count])
        for s in schools
        for label, count in [("classes", "class_count"), ("years", "year_count")]
    ]
    write("graphs.json", [karate()] + graphs(rng) + cuts)
    write(
        "standings.json",
        [
            {
                **s,
                "in_class": standing(s, s["classes"], s["class_count"]),
                "in_year": standing(s, s["years"], s["year_count"]),
                "in_school": standing(s, [0] * s["n"], 1),
                "change": round_change(seeds, s),
            }
            for s in schools
        ],
    )
    write("matchings.json", matchings(rng))
    tiny = [
        ([0], 1), ([1, 0], 2), ([1, 1], 1), ([0, 0, 0], 3), ([2, 1, 0], 3), ([1, 1, 1, 1], 4),
        ([3, 2, 1, 0], 4), ([2, 2, 1, 0, 1], 5), ([2, 2, 1, 0, 1], 3), ([3, 1, 1, 2, 0], 2),
        ([2, 1, 0, 1, 2, 1], 4), ([3, 3, 3, 3, 3], 5),
    ]
    write("chance.json", [enumerate_choices(names, looked) for names, looked in tiny])
    katz = [by_integers(n, d) for n, d in [(15, 3), (30, 3), (60, 2), (180, 3), (240, 3), (420, 3), (420, 5), (420, 7)]]
    write("katz.json", katz)
