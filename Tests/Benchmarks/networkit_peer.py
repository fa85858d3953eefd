"""The nominations in NetworKit, which has no count of mutual pairs.

`networkit_peer.py roll.csv nominations.csv`"""

import sys

try:
    import networkit
    import numpy
except ImportError:
    sys.exit(77)

from nomination_lists import Lists

lists = Lists(*sys.argv[1:3])
ends = (numpy.array(lists.sources), numpy.array(lists.targets))
graph = networkit.GraphFromCoo(ends, n=len(lists.classes), directed=True)
weak = networkit.components.WeaklyConnectedComponents(graph).run()
strong = networkit.components.StronglyConnectedComponents(graph).run()
lists.print_totals(
    [graph.degreeIn(pupil) for pupil in range(graph.numberOfNodes())],
    weak_components=weak.numberOfComponents(),
    strong_components=strong.numberOfComponents(),
)
