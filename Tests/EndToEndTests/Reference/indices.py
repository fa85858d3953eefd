"""Figures of how a group names each other, with networkx or straight from their definitions."""
import math
from collections import Counter
from fractions import Fraction

import networkx as nx


def share(part, whole):
    return part / whole if whole else None


def indices(graph, answered, limit):
    n, m = graph.number_of_nodes(), graph.number_of_edges()
    mutual = nx.Graph([(a, b) for a, b in graph.edges if graph.has_edge(b, a)])
    mutual.add_nodes_from(graph)
    pairs = mutual.number_of_edges()
    paths = [(a, c) for a, b in graph.edges for c in graph.successors(b) if c != a]
    undirected = graph.to_undirected()
    triples = sum(d * (d - 1) // 2 for _, d in undirected.degree)
    cliques = [len(clique) for clique in nx.find_cliques(mutual) if len(clique) > 2]
    return {
        "density": share(m, n * (n - 1)), "slots_used": share(m, limit * answered),
        "mutual_pairs": pairs,
        "dyads": {"mutual": pairs, "asymmetric": m - 2 * pairs,
                  "null": math.comb(n, 2) - (m - pairs)},
        "reciprocity": {"edge": nx.overall_reciprocity(graph) if m else None,
                        "dyad": share(pairs, m - pairs)},
        "transitivity": {"directed": share(sum(graph.has_edge(a, c) for a, c in paths), len(paths)),
                         "undirected": nx.transitivity(undirected) if triples else None},
        "components": {"weak": nx.number_weakly_connected_components(graph),
                       "strong": nx.number_strongly_connected_components(graph),
                       "mutual": nx.number_connected_components(mutual)},
        "cut_pupils": len(list(nx.articulation_points(undirected))),
        "concentration": concentration([d for _, d in graph.in_degree]),
        "cliques": {"count": len(cliques), "largest": max(cliques, default=None)},
    }


def triads(scope, graph):
    """networkx wants three nodes; fewer have no triad of any kind."""
    if scope == "school" or len(graph) > 2000:
        return None
    if len(graph) < 3:
        return dict.fromkeys(nx.triadic_census(nx.empty_graph(3, nx.DiGraph)), 0)
    return nx.triadic_census(graph)


def concentration(counts):
    """Gini as the mean difference of all ordered pairs by twice the mean."""
    n, total = len(counts), sum(counts)
    apart = sum(abs(x - y) for x in counts for y in counts)
    return {"gini": share(apart, 2 * n * total),
            "centralisation": share(sum(max(counts) - x for x in counts), (n - 1) ** 2)}


def homophily(roll, graph, own):
    found = []
    for column in roll.further:
        label = {i: roll.pupils[i][column].strip() for i in own}
        known = [i for i in own if label[i]]
        sizes = Counter(label[i] for i in known)
        everywhere = {pupil[column].strip() for pupil in roll.pupils} - {""}
        if not 2 <= len(everywhere) <= 12 or not sizes or min(sizes.values()) < 10:
            continue
        found.append({"column": column} | mixing(graph.subgraph(known), label, sizes))
    return found


def mixing(graph, label, sizes):
    ties = Counter(label[a] == label[b] for a, b in graph.edges)
    internal, external = ties[True], ties[False]
    possible = Counter(label[a] == label[b] for a in graph for b in graph if a != b)
    within, between = possible[True], possible[False]
    return {"e_i": share(external - internal, len(graph.edges)),
            "e_i_from_sizes": share(between - within, between + within),
            "internal": internal, "external": external,
            "odds_ratio": share(internal * (between - external),
                                (within - internal) * external),
            "assortativity": assortativity(graph, label),
            "labels": [{"label": name, "pupils": sizes[name],
                        "coleman": coleman(graph, label, sizes, name)} for name in sorted(sizes)]}


def assortativity(graph, label):
    """Newman's coefficient by networkx, where its divisor is not 0."""
    given = Counter(label[a] for a, _ in graph.edges)
    received = Counter(label[b] for _, b in graph.edges)
    total = len(graph.edges)
    if total**2 == sum(given[name] * received[name] for name in given):
        return None
    named = nx.DiGraph(graph)
    nx.set_node_attributes(named, {i: label[i] for i in named}, "label")
    return nx.attribute_assortativity_coefficient(named, "label")


def coleman(graph, label, sizes, name):
    given = [(a, b) for a, b in graph.edges if label[a] == name]
    inside = sum(label[b] == name for _, b in given)
    expected = Fraction(len(given) * (sizes[name] - 1), sum(sizes.values()) - 1)
    if inside > expected:
        return (inside - expected) / (len(given) - expected)
    return share(inside - expected, expected)
