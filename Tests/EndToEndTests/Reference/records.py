"""The rows of a record: its units, settings and observers, and the counts of two observers as one."""
from tables import ROOT, Answers, Instrument, load

OWN = "Tests/EndToEndTests/Reference"
FAMILIES = {"pupils": "survey", "staff": "survey", "parents": "survey", "observers": "seen",
            "records": "records"}
KINDS = {"voices": "voices", "votes": "voices", "journey": "journey"}
NAMES = ("listed", "named", "overlap", "load")
FEEDS = {"rate": "direction", "ratio": "direction", "run_chart": "direction",
         "voices": "direction", "listed": "strength", "journey": "nothing",
         "overlap": "strength", "votes": "nothing", "load": "strength"}


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


class Measure:
    def __init__(self, data, instrument):
        self.id, self.kind = data["id"], data["kind"]
        self.title = data.get("title", {}).get("en", self.id)
        self.of = listed(data["of"])
        self.among, self.by = listed(data.get("among")), data.get("by")
        self.values = [str(value) for value in listed(data.get("values"))]
        self.per, self.better = data.get("per", 100), data.get("better", "higher")
        self.practices = listed(data.get("practices"))
        self.at_least, self.below = data.get("at_least", 20), data.get("below")
        self.passed, self.due = data.get("passed"), data.get("due")
        self.is_turned = self.better == "lower"
        self.feeds = data.get("feeds", FEEDS.get(self.kind, "index"))
        self.family = KINDS.get(self.kind, FAMILIES[instrument.audience])
        if self.kind in NAMES and self.family != "records":
            self.family = "lists"

    def turned(self, index):
        return 100 - index if self.is_turned else index


class Record:
    """`rows` may be those of a tier alone; the file is one of the sample school, or of a folder."""

    def __init__(self, name, rows=None, folder=None):
        own = (ROOT / OWN / f"{name}.yaml").exists()
        path, file = (f"{OWN}/{name}.{end}" for end in ("yaml", "csv"))
        if not own:
            path = f"Instruments/records/{name}.yaml"
            file = f"{folder or 'SampleData/records'}/{name}.csv"
        self.name, self.folder, rule = name, folder, load(path)["record"]
        self.instrument = Instrument(path)
        self.answers = Answers(self.instrument, file)
        self.unit, self.setting = rule.get("unit"), rule.get("setting")
        self.observer, self.tier = rule.get("observer"), rule.get("tier")
        self.is_of_office = self.unit is None and FAMILIES[self.instrument.audience] != "survey"
        self.minimum, self.sample = rule.get("minimum", {}), rule.get("sample")
        self.measures = [Measure(data, self.instrument) for data in rule["measures"]]
        self.rows = list(range(self.answers.n)) if rows is None else rows

    def of_tier(self, tier):
        rows = [row for row in self.rows if self.value(self.tier, row) == tier]
        return Record(self.name, rows, self.folder)

    def value(self, item, row):
        return None if item is None else self.answers.value(item, row)

    def number(self, item, row):
        value = self.value(item, row)
        return None if value is None else float(value)

    def key(self, row):
        return row if self.unit is None else self.value(self.unit, row)

    def units(self, rows=None):
        found = {}
        for row in self.rows if rows is None else rows:
            found.setdefault(self.key(row), []).append(row)
        return found

    def distinct(self, item, rows):
        return {self.value(item, row) for row in rows} - {None}

    def by_observer(self, rows):
        """The rows of a unit by who looked; one list where nobody is named."""
        found = {}
        for row in rows:
            found.setdefault(self.value(self.observer, row), []).append(row)
        return list(found.values())

    def counted(self, items, rows):
        """What was counted of each item in a unit: the mean of its observers."""
        seen = [[sum(self.number(item, row) or 0 for row in own) for item in items]
                for own in self.by_observer(rows)]
        return [sum(column) / len(seen) for column in zip(*seen)]

    def with_answers(self, items):
        """The rows that say anything to one of the items."""
        return [row for row in self.rows
                if any(self.value(item, row) is not None for item in items)]

    def complete(self, items):
        """The rows that say something to all of the items."""
        return [row for row in self.rows
                if all(self.value(item, row) is not None for item in items)]

    def is_met(self, item, row, values):
        if self.instrument.item(item)["type"] == "number":
            return (self.number(item, row) or 0) > 0
        return str(self.value(item, row)) in values

    def enough(self, base):
        return all(base[name] >= least for name, least in self.minimum.items())


def base_of(record, rows, units, count):
    return {"units": units, "settings": len(record.distinct(record.setting, rows)),
            "count": count}


def labels_of(item):
    return {str(point["code"]): point["label"]["en"] for point in item["points"]}
