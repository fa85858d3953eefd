"""Which three components people of the sample school put first, with what was planted in it."""

COMPONENTS = [
    "staff", "networks", "teaching", "vision", "curriculum", "vulnerable", "parents",
]
# How strongly each component draws the choices of each audience, and how many answered.
ASKED = {
    "component-importance": (31, [6, 2, 2, 3, 1, 3, 4]),
    "component-importance-parents": (64, [1, 3, 2, 3, 2, 3, 7]),
    "component-importance-pupils": (188, [1, 6, 3, 5, 2, 3, 2]),
}
# Whoever ticks more than three chose nothing that counts; so does whoever leaves it blank.
TOO_MANY = {"component-importance-pupils": 9}
BLANK = {"component-importance-parents": 3, "component-importance-pupils": 5}


def make(random, name):
    """The choices of everybody who handed in the form, in no order, and what they come to."""
    count, pulls = ASKED[name]
    rows = [_drawn(random, pulls, 3) for _ in range(count)]
    rows += [_drawn(random, pulls, random.randint(4, 6)) for _ in range(TOO_MANY.get(name, 0))]
    rows += [[] for _ in range(BLANK.get(name, 0))]
    random.shuffle(rows)
    counted = [row for row in rows if 1 <= len(row) <= 3]
    shares = {
        component: round(sum(component in row for row in counted) / len(counted), 6)
        for component in COMPONENTS}
    return rows, {
        "rows": len(rows), "counted": len(counted),
        "chose_too_many": sum(len(row) > 3 for row in rows), "shares": shares}


def _drawn(random, pulls, count):
    """So many different components, each drawn with its pull, in the order of the form."""
    left = dict(zip(COMPONENTS, pulls))
    chosen = []
    for _ in range(count):
        mark = random.random() * sum(left.values())
        for component, pull in left.items():
            mark -= pull
            if mark < 0:
                break
        chosen.append(component)
        del left[component]
    return [component for component in COMPONENTS if component in chosen]
