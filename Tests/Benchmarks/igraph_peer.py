"""The nominations in python-igraph. `igraph_peer.py roll.csv nominations.csv`"""

import sys

try:
    import igraph
except ImportError:
    sys.exit(77)

from nomination_lists import Lists

lists = Lists(*sys.argv[1:3])
edges = list(zip(lists.sources, lists.targets))
graph = igraph.Graph(n=len(lists.classes), edges=edges, directed=True)
lists.print_totals(
    graph.indegree(),
    mutual_pairs=graph.dyad_census()[0],
    weak_components=len(graph.connected_components(mode="weak")),
    strong_components=len(graph.connected_components(mode="strong")),
)
