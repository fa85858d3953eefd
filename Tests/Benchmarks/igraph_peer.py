"""The nominations in python-igraph. `igraph_peer.py roll.csv nominations.csv`"""

import csv
import json
import sys
from collections import Counter

try:
    import igraph
except ImportError:
    sys.exit(77)

NO_ONE = {"no one", "nobody", "none", "-"}

pupils, classes = {}, []
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    for pupil, group, _year in rows:
        pupils[pupil] = len(classes)
        classes.append(group)

edges, answered, names_nobody = [], [False] * len(classes), 0
discarded = Counter(self=0, repeated=0, off_roll=0)
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    for pupil, *cells in rows:
        names = [cell for cell in cells if cell]
        if not names:
            continue
        source = pupils[pupil]
        answered[source] = True
        written = [name for name in names if name in pupils or name.lower() not in NO_ONE]
        names_nobody += not written
        seen = set()
        for name in written:
            target = pupils.get(name)
            if target is None:
                discarded["off_roll"] += 1
            elif target == source:
                discarded["self"] += 1
            elif target in seen:
                discarded["repeated"] += 1
            else:
                seen.add(target)
                edges.append((source, target))

graph = igraph.Graph(n=len(classes), edges=edges, directed=True)
unchosen = [k for k, received in enumerate(graph.indegree()) if received == 0]
in_class = Counter(classes[k] for k in unchosen)
by_unchosen = Counter(in_class[group] for group in set(classes))
print(
    json.dumps(
        {
            "pupils": len(classes),
            "classes": len(set(classes)),
            "answered": sum(answered),
            "nominations": graph.ecount(),
            **discarded,
            "mutual_pairs": graph.dyad_census()[0],
            "unchosen": len(unchosen),
            "unchosen_absent": sum(not answered[k] for k in unchosen),
            "names_nobody": names_nobody,
            "classes_by_unchosen": {str(k): by_unchosen[k] for k in sorted(by_unchosen)},
        }
    )
)
