"""A roll and a nominations file as the Python peers read them, and the totals that they print."""

import csv
import json
from collections import Counter

NO_ONE = {"no one", "nobody", "none", "-"}


class Lists:
    """Who is on roll and who named whom: `sources` and `targets` are the two ends of each tie."""

    def __init__(self, roll, nominations):
        self.pupils, self.classes = {}, []
        with open(roll, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for pupil, group, _year in rows:
                self.pupils[pupil] = len(self.classes)
                self.classes.append(group)
        self.sources, self.targets = [], []
        self.answered, self.names_nobody = [False] * len(self.classes), 0
        self.discarded = Counter(self=0, repeated=0, off_roll=0)
        with open(nominations, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for pupil, *cells in rows:
                self.take(self.pupils[pupil], [cell for cell in cells if cell])

    def take(self, source, names):
        if not names:
            return
        self.answered[source] = True
        written = [name for name in names if name in self.pupils or name.lower() not in NO_ONE]
        self.names_nobody += not written
        seen = set()
        for name in written:
            target = self.pupils.get(name)
            if target is None:
                self.discarded["off_roll"] += 1
            elif target == source:
                self.discarded["self"] += 1
            elif target in seen:
                self.discarded["repeated"] += 1
            else:
                seen.add(target)
                self.sources.append(source)
                self.targets.append(target)

    def print_totals(self, received, **figures):
        """Prints the counts, from how many names each pupil received and what the tool found."""
        unchosen = [k for k, count in enumerate(received) if count == 0]
        in_class = Counter(self.classes[k] for k in unchosen)
        by_unchosen = Counter(in_class[group] for group in set(self.classes))
        totals = {
            "pupils": len(self.classes),
            "classes": len(set(self.classes)),
            "answered": sum(self.answered),
            "nominations": len(self.sources),
            **self.discarded,
            **figures,
            "unchosen": len(unchosen),
            "unchosen_absent": sum(not self.answered[k] for k in unchosen),
            "names_nobody": self.names_nobody,
            "classes_by_unchosen": {str(k): by_unchosen[k] for k in sorted(by_unchosen)},
        }
        print(json.dumps(totals))
