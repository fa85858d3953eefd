"""Made-up answers to the three questionnaires, with the correlations that people's answers have."""

CUTS = {5: (-1.75, -0.85, -0.1, 1.1), 4: (-1.75, -0.55, 0.6)}
STAFF = {
    # role: (on the staff list, answered)
    "senior_leader": (6, 6), "teacher": (14, 12), "support": (13, 10), "office": (3, 2),
    "site": (6, 4),
}
YEARS = {"y3": "Year 3", "y4": "Year 4", "y5": "Year 5", "y6": "Year 6"}
PUPILS_ANSWERED = {"y3": 52, "y4": 50, "y5": 55, "y6": 55}
# year group of the eldest child here: (families, answered)
FAMILIES = {"y3": (44, 23), "y4": (46, 21), "y5": (48, 20), "y6": (52, 24)}

# How far an item lies from its scale's usual answer, in standard deviations; above is favourable.
STAFF_ITEMS = {
    "workload": -1.0, "drained": -0.5, "morale": 0.3, "trust_colleagues": 0.5, "voice_asked": -0.4,
    "voice_late": -0.6, "training_time": -0.5, "understanding_training": -0.3,
    "management_clear": 0.4, "safe_staff": 0.8, "policies_uneven": -0.6, "feedback_used": -0.4,
    "families_welcome": 0.6, "fun_staff": 0.4,
}
PUPIL_ITEMS = {
    "safe_class": 1.1, "safe_playground": -0.75, "safe_corridors": 0.5, "safe_toilets": -0.15,
    "safe_dinner": 0.4, "safe_journey": 0.6, "safe_online": 0.3, "hurt": 0.7, "worried": 0.1,
    "unkind": 0.3, "left_out": 0.0, "kind": 0.4, "help_adult": 0.8, "help_ask": 0.4,
    "help_works": 0.6, "help_friend": 0.2, "belong": 0.6, "myself": 0.4, "fun": 0.8,
}
PARENT_ITEMS = {
    "planning_say": 0.2, "planning_next": 0.1, "communication_often": 0.4,
    "communication_good": 0.1, "communication_hard": 0.5, "wellbeing_feelings": 0.2,
    "wellbeing_ideas": -0.2, "activities_join": 0.1, "activities_times": -0.7, "welcome_in": 0.9,
    "welcome_part": 0.5, "help_whom": 0.4, "help_came": 0.3,
}
INVOLVEMENT_ITEMS = {
    "decisions_asked": -0.5, "decisions_used": -0.4, "decisions_council": -0.2,
    "decisions_late": -0.3, "contribution_school": 0.3, "contribution_near": -0.7,
    "mixing_classes": -0.3, "pshe_feelings": 0.5, "thinking_true": -0.1, "reflection_act": 0.2,
    "belief_try": 0.7,
}
# How much more favourable councillors are on decisions.
COUNCILLORS = 0.8
DIGITAL_ITEMS = {
    "knowing_wrong": 0.6, "knowing_pretend": 0.1, "acting_block": 0.6, "acting_stop": 0.2,
    "acting_secret": 0.7, "recovering_better": -0.6, "recovering_back": -0.7,
    "telling_adult": 0.5, "telling_blame": -0.2, "sources_check": -0.6, "home_rules": 0.1,
}
SCREEN_ITEMS = {
    "home_rules": -0.1, "home_sure": -0.5, "home_apps": 0.3, "home_school": 0.1,
    "home_news": -0.6, "home_quarrel": -0.8, "telling_me": 0.6, "telling_school": -0.3,
}
INVOLVEMENT_COMMENTS = [
    "what we play at lunch", "the food", "Which books we read", "when homework is due",
    "nothing", "The colour of the walls, and the toilets",
]
DIGITAL_COMMENTS = [
    "Someone to ask who is not cross", "show me how to block", "less homework on the computer",
    "Tell my brother to stop", "nothing",
]
SCREEN_COMMENTS = [
    "A workshop in the evening", "What other families do", "How to set the phone up",
    "One rule for the whole class",
]
STAFF_COMMENTS = [
    "More notice of meetings, please", "Time to talk to each other", "Fewer e-mails after six",
    'Ask us "what would help?" before the plan is made', "A quiet place at lunch",
    "One behaviour policy, used by all", "Less marking; more planning together",
    "Training for lunchtime staff too",
]
PUPIL_COMMENTS = [
    "More grown-ups in the playground", "locks on the toilet doors that work",
    "A quiet corner at lunch", "nothing, I like it", 'When someone says "stop" people should stop',
    "Split the football, it takes all the space", "tell the big ones to be careful",
    "A bench for people\nwho have nobody to play with", "more games", "I don't know",
    "Someone at the gate, after school",
]
PARENT_COMMENTS = [
    "Evening events as well as mornings", "One message a week, not ten",
    "Tell us who to ask, with names and photographs", "It is a lovely school",
    'More news of what went well, less "reminder"', "Somewhere to sit with a pushchair",
]


class Respondent:
    """One person's leaning, which runs through all of their answers."""

    def __init__(self, random, lean=0.0, practices=None):
        self.random = random
        self.lean = lean + random.gauss(0, 0.5)
        self.practices = practices or {}
        self.themes = {}

    def code(self, item, points, base):
        component = item.practice.split(".")[0]
        theme = self.themes.setdefault(item.practice, self.random.gauss(0, 0.4))
        place = base + self.lean + theme + self.practices.get(component, 0.0)
        place += self.random.gauss(0, 0.65)
        value = 1 + sum(place > cut for cut in CUTS[points])
        return points + 1 - value if item.is_reversed else value

    def answer(self, item, points, base):
        """A code, or the reason for none; blanks are what people leave out most."""
        value = self.code(item, points, base)
        draw = self.random.random()
        if draw < 0.018:
            return ""
        if draw < 0.030:
            return "DK"
        if draw < 0.036:
            return "PN"
        return str(value)


def make_staff(random, instrument):
    rows = []
    for role, (_, answered) in STAFF.items():
        for _ in range(answered):
            is_leader = role == "senior_leader"
            shift = {"vision": 1.0, "staff": 0.35, "parents": 0.3} if is_leader else {}
            person = Respondent(random, practices=shift)
            row = _scale_answers(instrument, person, STAFF_ITEMS)
            row["role"] = role
            row["comment"] = _comment(random, STAFF_COMMENTS, 0.3)
            rows.append(row)
    random.shuffle(rows)
    _flatten(instrument, next(row for row in rows if row["role"] == "support"), "4")
    return rows


def make_pupils(random, instrument):
    rows = []
    for year, answered in PUPILS_ANSWERED.items():
        for _ in range(answered):
            person = Respondent(random, lean=-0.1 if year == "y6" else 0.0)
            row = _scale_answers(instrument, person, PUPIL_ITEMS)
            row["worried_where"] = _worries(random, row)
            row["year_group"] = year
            row["gender"] = random.choices(["girl", "boy", "other", "PN", ""], [48, 46, 2, 3, 1])[0]
            row["comment"] = _comment(random, PUPIL_COMMENTS, 0.35)
            rows.append(row)
    random.shuffle(rows)
    _flatten(instrument, rows[71], "4")
    return rows


def make_parents(random, instrument):
    rows = []
    for year, (_, answered) in FAMILIES.items():
        for _ in range(answered):
            gets_help = random.random() < 0.18
            person = Respondent(random, lean=-0.2 if gets_help else 0.05)
            row = _scale_answers(instrument, person, PARENT_ITEMS)
            row["year_group"] = year
            row["extra_help"] = "extra" if gets_help else random.choices(
                ["usual", "PN", ""], [94, 4, 2])[0]
            row["comment"] = _comment(random, PARENT_COMMENTS, 0.3)
            rows.append(row)
    random.shuffle(rows)
    return rows


def make_involvement(random, instrument):
    """Two councillors from each class, one of whom was absent, and other pupils."""
    rows = []
    for year in YEARS:
        for place in range(52):
            is_councillor = place < (3 if year == "y5" else 4)
            shift = COUNCILLORS if is_councillor else 0.0
            bases = {
                item: base + (shift if item.startswith("decisions") else 0.0)
                for item, base in INVOLVEMENT_ITEMS.items()}
            row = _scale_answers(instrument, Respondent(random), bases)
            row["role"] = "councillor" if is_councillor else "pupil"
            row["year_group"] = year
            row["comment"] = _comment(random, INVOLVEMENT_COMMENTS, 0.3)
            rows.append(row)
    random.shuffle(rows)
    return rows


def make_digital_pupils(random, instrument):
    return _by_year(
        random, instrument, {year: 51 for year in YEARS}, DIGITAL_ITEMS, DIGITAL_COMMENTS)


def make_digital_parents(random, instrument):
    answered = {"y3": 17, "y4": 19, "y5": 16, "y6": 22}
    return _by_year(random, instrument, answered, SCREEN_ITEMS, SCREEN_COMMENTS)


def _by_year(random, instrument, answered, bases, comments):
    rows = []
    for year, count in answered.items():
        for _ in range(count):
            row = _scale_answers(instrument, Respondent(random), bases)
            row["year_group"] = year
            row["comment"] = _comment(random, comments, 0.25)
            rows.append(row)
    random.shuffle(rows)
    return rows


def _scale_answers(instrument, person, bases):
    points = len(instrument.points)
    return {
        item.id: person.answer(item, points, bases.get(item.id, 0.0))
        for item in instrument.items if item.is_scale
    }


def _flatten(instrument, row, code):
    """Makes a row one straight line: the same answer to all, reversed items too."""
    for item in instrument.items:
        if item.is_scale:
            row[item.id] = code


def _worries(random, row):
    """Places ticked, more often where the pupil does not feel safe."""
    places = {
        "class": "safe_class", "playground": "safe_playground", "corridors": "safe_corridors",
        "toilets": "safe_toilets", "dinner": "safe_dinner", "journey": "safe_journey",
        "online": "safe_online",
    }
    chance = {"1": 0.85, "2": 0.4, "3": 0.08, "4": 0.01}
    ticked = [
        code for code, item in places.items() if random.random() < chance.get(row[item], 0.05)]
    return ticked or (["nowhere"] if random.random() < 0.85 else [])


def _comment(random, comments, share):
    return random.choice(comments) if random.random() < share else ""


def scored(instrument, rows, score):
    """The scores of those who answered enough items, 0 to 100."""
    points = len(instrument.points)
    items = [item for item in instrument.items if item.id in instrument.scores[score]["items"]]
    values = []
    for row in rows:
        codes = [
            points + 1 - int(row[item.id]) if item.is_reversed else int(row[item.id])
            for item in items if row[item.id].isdigit()]
        if len(codes) >= instrument.scores[score]["min_answered"]:
            values.append(100 * (sum(codes) - len(codes)) / (len(codes) * (points - 1)))
    return values


def figures(instrument, rows, by=None):
    """Per group, the mean of each score over those who have it, and how many they are."""
    groups = [(None, rows)]
    if by:
        groups += [
            (value, [row for row in rows if row[by] == value])
            for value in sorted({row[by] for row in rows if row[by] not in ("", "PN")})]
    return [
        {
            "by": by if value is not None else None, "value": value, "n": len(members),
            "scores": {
                score: _mean(scored(instrument, members, score)) for score in instrument.scores},
        }
        for value, members in groups
    ]


def component_figure(instrument, rows, component):
    """The mean over practices of the mean over items, as the gap table has it, 0 to 100."""
    practices = {}
    for item in instrument.items:
        if item.practice.startswith(component + "."):
            codes = [int(row[item.id]) for row in rows if row[item.id].isdigit()]
            place = (sum(codes) / len(codes) - 1) / (len(instrument.points) - 1)
            practices.setdefault(item.practice, []).append(1 - place if item.is_reversed else place)
    means = [sum(places) / len(places) for places in practices.values()]
    return 100 * sum(means) / len(means)


def _mean(values):
    return {"n": len(values), "mean": round(sum(values) / len(values), 6) if values else None}


def item_figures(instrument, rows):
    """Counts of every code and missing reason, and the mean raw code, of each scale item."""
    table = {}
    for item in instrument.items:
        if item.is_scale:
            answers = [row[item.id] for row in rows]
            codes = [int(answer) for answer in answers if answer.isdigit()]
            table[item.id] = {
                "n": len(codes), "mean": round(sum(codes) / len(codes), 6),
                "counts": {code: answers.count(code) for code, _ in instrument.points},
                "missing": {
                    "blank": answers.count(""), "dont_know": answers.count("DK"),
                    "prefer_not": answers.count("PN")},
            }
    return table


def is_straight_line(instrument, row):
    return len({row[item.id] for item in instrument.items if item.is_scale}) == 1
