"""Writes the reference values of the Sociometry tests.

Needs Python 3.11 or later and networkx (3.6.1 was used). Run it in this folder:

    python3 make_reference.py

graphs.json    random graphs cut into groups, with the indices of each group by networkx
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
    write("graphs.json", [karate()] + graphs(rng))
    write("matchings.json", matchings(rng))
    tiny = [
        ([0], 1), ([1, 0], 2), ([1, 1], 1), ([0, 0, 0], 3), ([2, 1, 0], 3), ([1, 1, 1, 1], 4),
        ([3, 2, 1, 0], 4), ([2, 2, 1, 0, 1], 5), ([2, 2, 1, 0, 1], 3), ([3, 1, 1, 2, 0], 2),
        ([2, 1, 0, 1, 2, 1], 4), ([3, 3, 3, 3, 3], 5),
    ]
    write("chance.json", [enumerate_choices(names, looked) for names, looked in tiny])
    katz = [by_integers(n, d) for n, d in [(15, 3), (30, 3), (60, 2), (180, 3), (240, 3), (420, 3)]]
    write("katz.json", katz)
