"""What observers tally and what the office counts, with what was planted in it."""

from math import log

from making.roll import CLASSES

STAFF_IN_POST = {"senior_leader": 6, "teacher": 14, "support": 13, "office": 3, "site": 6}


class Table:
    """The rows of a record, with the sums that its truths are made of."""

    def __init__(self, *headings):
        self.headings = list(headings)
        self.rows = []

    def add(self, *cells):
        if len(cells) != len(self.headings):
            raise ValueError(f"{len(cells)} cells for {self.headings}")
        self.rows.append(dict(zip(self.headings, cells)))

    def insert(self, heading, before, cells):
        """A further column; what is drawn for it is drawn last, so that all else stays as it was."""
        place = self.headings.index(before) if before else len(self.headings)
        self.headings.insert(place, heading)
        for row, cell in zip(self.rows, cells, strict=True):
            row[heading] = cell

    def written(self):
        return [self.headings] + [[row[name] for name in self.headings] for row in self.rows]

    def total(self, items, **where):
        return sum(
            row[item] for row in self.rows for item in items
            if row[item] != "" and all(row[name] == value for name, value in where.items()))

    def counts(self, items, unit, observer, **where):
        """The counts of each unit as the mean over its observers."""
        units = {}
        for row in self.rows:
            if any(row[name] != value for name, value in where.items()):
                continue
            units.setdefault(row[unit], {}).setdefault(row[observer], []).append(row)
        return [
            [sum(row[item] for rows in seen.values() for row in rows) / len(seen) for item in items]
            for seen in units.values()]

    def share(self, of, among, unit=None, observer=None, **where):
        """The share of `of` in `among`, 0 to 100."""
        if unit is None:
            return rounded(100 * self.total(of) / self.total(among))
        events, everything = (
            sum(map(sum, self.counts(items, unit, observer, **where))) for items in (of, among))
        return rounded(100 * events / everything)

    def met(self, items, unit):
        """The share of units in which at least half of the observers saw each of the items."""
        units = {}
        for row in self.rows:
            units.setdefault(row[unit], []).append(row)
        met = [
            all(2 * sum(_is_seen(row[item]) for row in rows) >= len(rows) for item in items)
            for rows in units.values()]
        return rounded(100 * sum(met) / len(met))

    def evenness(self, items, unit, observer):
        """Shannon's evenness of the counts, 0 to 100."""
        sums = [sum(column) for column in zip(*self.counts(items, unit, observer))]
        parts = [value / sum(sums) for value in sums if value > 0]
        return rounded(-100 * sum(part * log(part) for part in parts) / log(len(items)))


def rounded(value):
    return round(value, 6)


def _is_seen(cell):
    return cell == "is_met" or (isinstance(cell, int) and cell > 0)


def tally(random, rate):
    """How often something happens that happens `rate` times on average."""
    return sum(random.random() < rate / 12 for _ in range(12))


def again(random, count):
    """The same count by a second observer, who now and then sees one more or one fewer."""
    if count == 0:
        return 0
    return max(0, count + random.choices([-1, 0, 1], [10, 80, 10])[0])


def observed(random, table, count, rates, seen_twice, adjust=None):
    """Adds lessons in classes by turns, some of them seen by two observers."""
    classes = list(CLASSES)
    for number in range(1, count + 1):
        form = classes[(number * 3) % len(classes)]
        counts = [tally(random, rate) for rate in rates]
        table.add(number, form, "A", *(adjust(counts) if adjust else counts))
        if number in seen_twice:
            second = [again(random, value) for value in counts]
            table.add(number, form, "B", *(adjust(second) if adjust else second))


def lesson_social_skills(random, roll):
    items = ["talk", "listening", "turns", "kindness"]
    table = Table("lesson", "class_group", "observer", *items)
    observed(random, table, 10, [4, 2, 1.2, 1.0], {2, 5, 7, 9})
    return table, {
        "figures": {name: table.met([name], "lesson") for name in items}}


def lesson_difficulty(random, roll):
    moments = ["tries_on", "other_way", "asks_peer", "asks_adult", "avoids", "gives_up"]
    table = Table(
        "lesson", "class_group", "observer", *moments, "peer_helps", "watched", "stretched")

    def adjust(counts):
        # What is a part of something else is not more than that.
        *seen, helps, watched, stretched = counts
        watched += 4
        return [*seen, min(helps, seen[2]), watched, min(stretched + 1, watched)]

    observed(random, table, 9, [2.2, 0.9, 3.6, 3.4, 1.8, 1.0, 2.4, 2, 3], {1, 6}, adjust)
    means = ("lesson", "observer")
    return table, {"figures": {
        "keeping_on": table.share(moments[:4], moments, *means),
        "together": table.share(["peer_helps"], ["asks_peer"], *means),
        "stretched": table.share(["stretched"], ["watched"], *means)}}


def lesson_questions(random, roll):
    kinds = ["closed", "recall", "explain", "predict", "open", "pupil_asked"]
    table = Table("lesson", "class_group", "observer", *kinds)
    # Two questions in three have one short answer.
    observed(random, table, 8, [10, 3.5, 0.7, 0.2, 0.3, 0.4], {3, 7})
    return table, {
        "planted": "questions vary little: two in three have one short answer",
        "figures": {
            "open": table.share(kinds[2:], kinds, "lesson", "observer"),
            "variety": table.evenness(kinds, "lesson", "observer")}}


def lesson_thinking(random, roll):
    table = Table("lesson", "class_group", "observer", "evidence", "views", "challenged")
    observed(random, table, 4, [1.6, 1.0, 0.6], {2})
    return table, {
        "planted": "four lessons, below the minimum of five",
        "figures": {
            "weighing": table.met(["evidence", "views"], "lesson"),
            "challenged": table.met(["challenged"], "lesson")}}


def digital_lessons(random, roll):
    items = ["checked", "taken_as_is", "talked_through", "passed_over"]
    table = Table("lesson", "class_group", "observer", *items)
    observed(random, table, 9, [1.4, 5.2, 2.6, 1.2], {4, 8})
    return table, {
        "planted": "three sources in four are taken as they are",
        "figures": {
            "sources": table.share(items[:1], items[:2], "lesson", "observer"),
            "risks": table.share(items[2:3], items[2:], "lesson", "observer")}}


def learning_walk(random, roll):
    # How warm each place is, for adults, for adults with pupils, for pupils.
    places = {
        "classrooms": (0.80, 0.82, 0.74), "corridors": (0.72, 0.66, 0.62),
        "playground": (0.68, 0.66, 0.48), "dining": (0.66, 0.34, 0.60),
    }
    pairs = ["adults", "between", "pupils"]
    kinds = [f"{pair}_{kind}" for pair in pairs for kind in ("warm", "plain", "cold")]
    table = Table("walk", "place", "observer", *kinds, "free_fun", "free_flat")
    for walk in range(1, 7):
        for place, warmth in places.items():
            counts = []
            for share, rate in zip(warmth, (2.6, 4.5, 5)):
                counts += [
                    tally(random, rate * share), tally(random, rate * (1 - share) * 0.75),
                    tally(random, rate * (1 - share) * 0.25)]
            is_free = place in ("playground", "dining")
            counts += [tally(random, 4), tally(random, 2)] if is_free else [0, 0]
            table.add(walk, place, "A", *counts)
            if walk in (2, 5):
                table.add(walk, place, "B", *[again(random, value) for value in counts])
    means = ("walk", "observer")
    figures = {
        pair: table.share([f"{pair}_warm"], kinds[3 * place:3 * place + 3], *means)
        for place, pair in enumerate(pairs)}
    figures["fun"] = table.share(["free_fun"], ["free_fun", "free_flat"], *means)
    return table, {
        "planted": "adults and pupils meet least warmly in the dining hall", "figures": figures,
        "between_by_place": {
            place: table.share(["between_warm"], kinds[3:6], *means, place=place)
            for place in sorted(places)}}


def behaviour_watch(random, roll):
    kind = ["reminder", "praise", "repair", "agreed_step"]
    items = kind + ["other_step", "raised_voice", "ignored"]
    rates = {
        "lesson": [3, 3, 0.6, 1, 0.3, 0.3, 0.6], "playground": [2, 1.2, 1, 0.8, 0.8, 1, 1.2],
        "dining": [1.4, 0.6, 0.2, 0.6, 1.6, 2.2, 1.6],
    }
    table = Table("session", "place", "observer", *items)
    for session in range(1, 10):
        place = list(rates)[session % 3]
        counts = [tally(random, rate) for rate in rates[place]]
        table.add(session, place, "A", *counts)
        if session in (1, 5):
            table.add(session, place, "B", *[again(random, value) for value in counts])
    return table, {
        "planted": "the policy is kept least in the dining hall",
        "figures": {"policy": table.share(kind, items, "session", "observer")},
        "by_place": {
            place: table.share(kind, items, "session", "observer", place=place)
            for place in sorted(rates)}}


def book_look(random, roll):
    items = {"comment": 0.8, "next_step": 0.55, "response": 0.4}
    table = Table("book", "class_group", "reader", *items)
    forms = [form for form in CLASSES for _ in range(3)]
    for book, form in enumerate(forms, start=1):
        marks = [random.random() < chance for chance in items.values()]
        marks[2] = marks[2] and marks[1]
        table.add(book, form, "A", *_words(marks))
        if book % 5 == 0:
            table.add(book, form, "B", *_words(
                [mark != (random.random() < 0.06) for mark in marks]))
    return table, {
        "planted": "books have comments; pupils seldom take them up",
        "figures": {name: table.met([name], "book") for name in items}}


def skill_stories(random, roll):
    table = Table("piece", "age", "strategy", "struggle", "overcome")
    pieces = range(1, 45)
    # Of 22 stories each, 13 of the older pupils and 6 of the younger tell of a strategy.
    strategies = random.sample(pieces[1::2], 13) + random.sample(pieces[::2], 6)
    for piece in pieces:
        age = "younger" if piece % 2 else "older"
        struggle = random.random() < 0.7
        marks = [piece in strategies, struggle, struggle and random.random() < 0.7]
        table.add(piece, age, *_words(marks))
    return table, {
        "planted": "older pupils tell of a strategy more often than younger ones",
        "figures": {
            "strategy": table.met(["strategy"], "piece"),
            "overcome": table.met(["struggle", "overcome"], "piece")},
        "strategies": {
            age: [sum(row["strategy"] == "is_met" for row in rows), len(rows)]
            for age in ("older", "younger")
            for rows in [[row for row in table.rows if row["age"] == age]]}}


def _words(marks):
    return ["is_met" if mark else "not_met" for mark in marks]


def digital_review(random, roll):
    table = Table("statement", "words", "in_place", "paper_there", "paper")
    statements = [
        ("Online safety is taught in each year", 1, "PSHE plan"),
        ("Pupils know how to report a worry online", 1, "Poster by each computer"),
        ("A named person leads on online safety", 1, "Safeguarding policy"),
        ("Staff are trained each year", 1, ""),
        ("The web filter is tested each term", 0, ""),
        ("Alerts of the filter are looked at daily", 0, ""),
        ("Parents get help with settings at home", 1, "Page on the website"),
        ("The rules for devices are known to pupils", 1, "Behaviour policy"),
        ("Governors see a report each year", 1, ""),
        ("Incidents online are logged by kind", 1, "Behaviour log"),
        ("Pupils help to write the rules", 0, ""),
        ("Pictures of pupils are used with consent", 1, "Consent form"),
        ("Staff have rules for their own accounts", 1, "Code of conduct"),
        ("Passwords are taught and changed", 0, ""),
    ]
    for number, (words, is_met, paper) in enumerate(statements, start=1):
        table.add(number, words, *_words([is_met, bool(paper)]), paper)
    return table, {
        "figures": {"shown": table.met(["in_place", "paper_there"], "statement")}}


def staff_absence(random, roll):
    days = {
        1: 20, 2: 15, 3: 21, 4: 12, 5: 16, 6: 21, 7: 16, 9: 20, 10: 17, 11: 20, 12: 15,
    }
    months = [(year, month) for year in (2024, 2025, 2026) for month in days]
    months = [pair for pair in months if (2024, 10) <= pair <= (2026, 9)]
    table = Table("month", "days_lost", "days_due")
    for year, month in months:
        due = days[month] * sum(STAFF_IN_POST.values())
        is_high = year == 2026
        share = random.uniform(0.050, 0.060) if is_high else random.uniform(0.027, 0.036)
        if (year, month) == (2025, 12):
            share = 0.024
        table.add(f"{year}-{month:02}-01", round(share * due), due)
    shares = [row["days_lost"] / row["days_due"] for row in table.rows]
    ordered = sorted(shares)
    middle = (ordered[len(ordered) // 2] + ordered[(len(ordered) - 1) // 2]) / 2
    runs, run = [], []
    for row, share in zip(table.rows, shares):
        run = run + [row["month"]] if share > middle else []
        runs.append(run)
    longest = max(runs, key=len)
    return table, {
        "planted": "eight months above the median, one after the other; August has no days due",
        "median": rounded(100 * middle), "months": len(shares), "longest_run": longest}


def staff_training(random, roll):
    trained = {
        "senior_leader": (5, 5), "teacher": (12, 10), "support": (9, 5), "office": (2, 1),
        "site": (1, 0)}
    table = Table("role", "in_post", "trained_job", "trained_pupils")
    for role, in_post in STAFF_IN_POST.items():
        table.add(role, in_post, *trained[role])
    return table, {
        "planted": "site, kitchen and lunchtime staff are least trained",
        "figures": {
            "job": table.share(["trained_job"], ["in_post"]),
            "pupils": table.share(["trained_pupils"], ["in_post"])}}


def training_topics(random, roll):
    topics = [
        ("worry and fear", 42, 31), ("loss and grief", 42, 12), ("self-harm", 28, 9),
        ("reading", 27, 24), ("first aid", 42, 33), ("eating", 28, 14)]
    table = Table("topic", "in_post", "trained")
    for topic in topics:
        table.add(*topic)
    return table, {
        "planted": "less than half are trained in self-harm and in loss and grief, half in eating",
        "figures": {"topics": table.share(["trained"], ["in_post"])},
        "below_half": ["loss and grief", "self-harm"]}


def bullying_log(random, roll):
    table = Table("term", "incidents", "pupils", "targets", "told", "bullied", "again")
    terms = [
        ("autumn 2024", 5, 238, "", "", 4, 1), ("spring 2025", 7, 239, "", "", 5, 2),
        ("summer 2025", 6, 239, 6, 31, 6, 0), ("autumn 2025", 9, 241, "", "", 6, 2),
        ("spring 2026", 8, 240, "", "", 6, 2), ("summer 2026", 7, 240, 7, 36, 7, 0)]
    for term in terms:
        table.add(*term)
    return table, {
        "planted": "one pupil in five who tells of bullying is in the log; one in five there is "
                   "bullied again in the same term",
        "again_per_100": table.share(["again"], ["bullied"]),
        "incidents_per_100": table.share(["incidents"], ["pupils"]),
        "reported_per_100": table.share(["targets"], ["told"])}


def bullying_places(random, roll):
    table = Table("place", "moment", "type", "step")
    # The 24 incidents of the last school year: places with their moments.
    places = (
        ["playground"] * 13 + ["toilets"] * 5 + ["corridors"] * 3 + ["classroom"] * 2 + ["online"])
    moments = {
        "playground": ["lunch", "lunch", "break_time"], "toilets": ["lunch", "break_time"],
        "corridors": ["before", "after"], "classroom": ["lesson"], "online": ["after"]}
    kinds = ["words", "words", "words", "left_out", "left_out", "body"]
    steps = ["talk", "talk", "talk", "family", "sanction", "nothing"]
    for place in places:
        kind = "online" if place == "online" else random.choice(kinds)
        table.add(place, random.choice(moments[place]), kind, random.choice(steps))
    random.shuffle(table.rows)
    return table, {
        "planted": "more than half of what was logged happened in the playground",
        "listed": {
            "places": {place: places.count(place) for place in sorted(set(places))}}}


def event_families(random, roll):
    table = Table("event", "families", "came")
    table.add("autumn open evening", 190, 34)
    table.add("worry workshop", 190, 19)
    return table, {
        "planted": "one family in seven came to an evening for parents",
        "figures": {"reach": table.share(["came"], ["families"])}}


def digital_log(random, roll):
    table = Table("term", "pupils", "incidents", "alerts")
    for term in (("autumn 2025", 241, 3, 14), ("spring 2026", 240, 5, 19),
                 ("summer 2026", 240, 4, 22)):
        table.add(*term)
    return table, {
        "incidents_per_100": table.share(["incidents"], ["pupils"]),
        "alerts_per_100": table.share(["alerts"], ["pupils"])}


def group_figures(random, roll):
    table = Table("year", "sen", "premium", "pupils", "suspended", "absent")
    suspended = {("sen", "premium"): 2, ("sen", "no_premium"): 4, ("no_sen", "premium"): 4,
                 ("no_sen", "no_premium"): 8}
    absent = {("sen", "premium"): 2, ("sen", "no_premium"): 6, ("no_sen", "premium"): 11,
              ("no_sen", "no_premium"): 19}
    for place, year in enumerate(("2023-24", "2024-25", "2025-26")):
        for pair in suspended:
            on_roll = sum(pair == (_need(pupil), _premium(pupil)) for pupil in roll
                          if not pupil.left)
            shift = (1, -1, 0)[place] if pair == ("no_sen", "no_premium") else 0
            table.add(year, *pair, on_roll, suspended[pair] + shift, absent[pair] - shift)
    return table, {
        "planted": "pupils with special needs are suspended three times as often; "
                   "no other ratio is beyond chance",
        "ratios": {
            f"{item}_{by}": _ratio(table, item, by, value)
            for item in ("suspended", "absent")
            for by, value in (("sen", "sen"), ("premium", "premium"))}}


def _ratio(table, item, by, value):
    own = table.total([item], **{by: value}), table.total(["pupils"], **{by: value})
    all_rows = table.total([item]), table.total(["pupils"])
    others = all_rows[0] - own[0], all_rows[1] - own[1]
    return {
        "own": list(own), "others": list(others),
        "ratio": rounded(own[0] / own[1] / (others[0] / others[1]))}


def _need(pupil):
    return "no_sen" if pupil.sen.startswith("N") else "sen"


def _premium(pupil):
    return "premium" if pupil.premium == "Yes" else "no_premium"


def pshe_progress(random, roll):
    table = Table(
        "year_group", "pupil_group", "units_planned", "units_taught", "pupils", "on_track")
    for year, taught in (("y3", 6), ("y4", 5), ("y5", 5), ("y6", 3)):
        members = [pupil for pupil in roll if not pupil.left and pupil.year == f"Year {year[1]}"]
        premium = sum(_premium(pupil) == "premium" for pupil in members)
        table.add(year, "premium", 6, taught, premium, round(premium * 0.62))
        others = len(members) - premium
        table.add(year, "others", "", "", others, round(others * random.uniform(0.74, 0.82)))
    return table, {
        "planted": "Year 6 was taught half of its units",
        "figures": {
            "taught": table.share(["units_taught"], ["units_planned"]),
            "on_track": table.share(["on_track"], ["pupils"])}}


def event_reach(random, roll):
    table = Table("year_group", "extra_help", "families", "came", "came_social")
    families = {"y3": (8, 36), "y4": (9, 37), "y5": (8, 40), "y6": (10, 42)}
    for year, (extra, usual) in families.items():
        table.add(year, "extra", extra, round(extra * 0.32), round(extra * 0.2))
        came = round(usual * random.uniform(0.6, 0.7))
        table.add(year, "usual", usual, came, round(came * 0.7))
    return table, {
        "planted": "families whose child gets extra help come half as often",
        "figures": {
            "reach": table.share(["came"], ["families"]),
            "social": table.share(["came_social"], ["families"])},
        "reach_by_extra_help": {
            group: rounded(
                100 * table.total(["came"], extra_help=group)
                / table.total(["families"], extra_help=group)) for group in ("extra", "usual")}}


def pupil_needs(random, roll):
    table = Table(
        "pupil", "role", "tier", "asked", "knows_need", "knows_strategy", "knows_whom",
        "knows_review")
    knows = {
        "teacher": (0.9, 0.75, 0.9, 0.6), "support": (0.8, 0.7, 0.85, 0.4),
        "site": (0.3, 0.1, 0.5, 0.05)}
    tiers = ["at_risk", "at_risk", "most_vulnerable", "at_risk", "most_vulnerable"]
    for pupil, tier in zip("ABCDE", tiers):
        for role, chances in knows.items():
            asked = random.choice([2, 3] if role == "site" else [2, 3, 4])
            known = [sum(random.random() < chance for _ in range(asked)) for chance in chances]
            table.add(pupil, role, tier, asked, *known)
    # At most as many know all three as know each, and at least as many as must.
    table.insert("knows_all", None, [
        random.randint(
            max(0, sum(row[item] for item in ("knows_need", "knows_strategy", "knows_whom"))
                - 2 * row["asked"]),
            min(row["knows_need"], row["knows_strategy"], row["knows_whom"]))
        for row in table.rows])
    items = {"need": "knows_need", "whom": "knows_whom", "strategy": "knows_strategy",
             "review": "knows_review", "all_three": "knows_all"}
    return table, {
        "planted": "lunchtime staff know least, and few know when a plan is looked at next",
        "figures": {name: table.share([item], ["asked"]) for name, item in items.items()}}


RECORDS = {
    "staff-absence": staff_absence, "staff-training": staff_training,
    "bullying-log": bullying_log, "lesson-social-skills": lesson_social_skills,
    "skill-stories": skill_stories, "book-look": book_look,
    "lesson-difficulty": lesson_difficulty, "lesson-questions": lesson_questions,
    "learning-walk": learning_walk, "behaviour-watch": behaviour_watch,
    "pshe-progress": pshe_progress, "lesson-thinking": lesson_thinking,
    "group-figures": group_figures, "pupil-needs": pupil_needs, "event-reach": event_reach,
    "digital-lessons": digital_lessons, "digital-log": digital_log,
    "digital-review": digital_review, "training-topics": training_topics,
    "bullying-places": bullying_places, "event-families": event_families,
}
