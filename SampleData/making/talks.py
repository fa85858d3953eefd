"""What people say, list and go through, with what was planted in it."""

from datetime import date, timedelta

from making.counts import Table, rounded

# By practice: what is said of a strength, of a gap, as a suggestion. Nobody said it.
NOTES = {
    "staff.development": (
        "The reading course changed how I teach", "Training is for teachers; I hear of it later",
        "Let us watch each other teach once a term"),
    "staff.voice": (
        "The staff meeting had a vote on the new day", "We hear what was decided when it has begun",
        "Ask those who do the job before the plan is made"),
    "staff.trust": (
        "I can say that a lesson went wrong", "People are careful in the staff room",
        "Eat lunch together on one day"),
    "staff.understanding": (
        "I know what to look for since the training", "I would not know what to say to a child",
        "A short guide for everybody who meets pupils"),
    "staff.management": (
        "My manager tells me what matters this week", "What is wanted changes from week to week",
        "Send the dates of the term in the first week"),
    "staff.wellbeing": (
        "Somebody asked how I was after a hard day", "I take marking home on most evenings",
        "No messages after six"),
    "networks.peer_support": (
        "The bench works, someone always comes", "Nobody told us what to do when it gets serious",
        "Meet once a week with a grown-up"),
    "networks.kindness": (
        "Grown-ups notice when we help", "Being kind is only talked about in one week",
        "Say thank you to the helpers"),
    "teaching.perseverance": (
        "We show our own mistakes on the board", "There is no time to let them try again",
        "Praise the second attempt more than the first"),
    "teaching.challenge": (
        "There is always a harder step ready", "Some get work that is too easy to keep them quiet",
        "Plan the hard task first"),
    "teaching.problem_solving": (
        "We have five steps on the wall and use them", "Each class has other words for it",
        "Use the same steps from Year 3 on"),
    "vision.behaviours": (
        "My teacher says sorry when she is wrong", "Grown-ups shout in the dining hall",
        "Let pupils tell when a value was lived"),
    "vision.respect": (
        "They know my name", "Not all grown-ups say hello", "Thank the cooks too"),
    "curriculum.pshe": (
        "We learned what to do in an emergency", "We did not learn about money",
        "Have somebody tell us about their job"),
    "curriculum.reflection": (
        "We write down how the week was", "We only think about it when there was trouble",
        "Time to think on Fridays"),
    "curriculum.self_belief": (
        "I was told that I can do it, and then I could", "The same ones are always chosen",
        "Let everybody lead once"),
    "vulnerable.early": (
        "School rings before it gets worse", "We are called when it is late",
        "A list of signs for everybody"),
    "vulnerable.awareness": (
        "They told me what the group is for", "I did not know how one gets into the group",
        "Explain it at the start"),
    "vulnerable.planning": (
        "Plans are made at one table", "We get the plan when it is finished",
        "Invite us to the first meeting"),
    "vulnerable.systems": (
        "The group is every week, whatever happens", "It stopped when the lady was ill",
        "Have a second person who can lead it"),
    "vulnerable.agencies": (
        "There is one person whom we can ring", "Referrals come with half of what we need",
        "One form for all of us"),
    "parents.planning": (
        "Parents bring good ideas to plans", "The plan is written before they come",
        "Send the questions a week before"),
    "parents.communication": (
        "The Friday message is read by most", "We ring when something is wrong and seldom else",
        "One good message for each child in a term"),
    "parents.help": (
        "The family worker found out what we needed", "Nobody tells families what help there is",
        "A page with names and photographs"),
    "parents.wellbeing": (
        "We talked about how to do mornings", "I learned late how unhappy my child was",
        "Tell us what you do in class when they worry"),
}
SAYS = ("strength", "gap", "suggestion")


def _talk(random, roles, said, tiers=None, more=(), repeats=2):
    """Rows of voices; `roles` by voice, `said` by practice the voices for each of SAYS.

    `more` are further headings with what gives their cells.
    """
    extra = [heading for heading, _ in more]
    table = Table("voice", *(["role"] if roles[0] else []), "practice", "tier", "says", *extra,
                  "note")
    truths = {}
    seen = set()
    lines = [
        (voice, practice, SAYS[place])
        for practice, parts in said.items() for place, voices in enumerate(parts)
        for voice in voices]
    # Some say the same thing twice; each still counts once.
    lines += lines[1:1 + repeats]
    random.shuffle(lines)
    for voice, practice, says in sorted(lines, key=lambda line: line[0]):
        role = [roles[voice - 1]] if roles[0] else []
        tier = random.choice((tiers or {}).get(practice, ["all"]))
        cells = [give(random, voice, voice not in seen) for _, give in more]
        table.add(voice, *role, practice, tier, says, *cells, NOTES[practice][SAYS.index(says)])
        seen.add(voice)
    for practice, parts in sorted(said.items()):
        truths[practice] = dict(zip(SAYS, map(len, parts))) | {"all": len(set(sum(parts, [])))}
        if roles[0]:
            truths[practice]["gap_roles"] = len({roles[voice - 1] for voice in parts[1]})
    return table, {"voices": truths}


def staff_talk(random, roll):
    roles = ["senior_leader", "teacher", "teacher", "teacher", "support", "support", "support",
             "office", "site"]
    table, truths = _talk(random, roles, {
        "staff.voice": ([1], [2, 3, 5, 6, 8], [4, 7]),
        "staff.development": ([1, 2, 3, 4], [7, 9], [5]),
        "staff.trust": ([2, 4, 5, 6], [3], [8]),
        "staff.understanding": ([2, 3], [5, 9, 7], [1]),
        "staff.management": ([2, 8, 5], [3, 4], []),
        "staff.wellbeing": ([5], [2, 3, 4], [6]),
    }, {"staff.understanding": ["all", "at_risk"]})
    return table, {
        "planted": "being heard is a gap to five voices of three roles; workload is one to "
                   "teachers alone"} | truths


def staff_interviews(random, roll):
    ideas = ["training for lunchtime staff", "a quiet place at lunch", "more notice",
             "one behaviour policy", "time to talk"]

    def idea(random, voice, is_first):
        return "; ".join(random.sample(ideas, random.choice([1, 2]))) if is_first else ""

    roles = ["teacher", "support", "site", "office", "teacher", "support"]
    table, truths = _talk(random, roles, {
        "staff.voice": ([], [1, 2, 3, 4], [5]), "staff.development": ([1, 5], [3], [2, 6]),
        "staff.trust": ([2, 4, 5], [], [6]), "staff.understanding": ([1], [3, 6], [2]),
        "staff.management": ([4, 5], [1], []), "staff.wellbeing": ([6], [1, 5], [2, 3]),
    }, more=[("ideas", idea)])
    return table, {"planted": "the same gap in being heard, told one by one"} | truths


def peer_support_talk(random, roll):
    roles = ["gives", "gives", "gives", "gets", "gets", "gets", "gets"]
    return _talk(random, roles, {
        "networks.peer_support": ([1, 2, 4, 5, 6], [3, 7], [1]),
        "networks.kindness": ([2, 5, 7], [4], [6])})


def mistakes_talk(random, roll):
    roles = ["teacher", "teacher", "teacher", "support", "support", "senior_leader"]
    table, truths = _talk(random, roles, {
        "teaching.perseverance": ([1, 2, 4, 6], [3], [5]),
        "teaching.challenge": ([1, 6], [3, 4, 5], [2]),
        "teaching.problem_solving": ([2], [1, 5, 6], [3])})
    return table, {"planted": "stretch and ways of solving problems are gaps to two roles"} | truths


def values_talk(random, roll):
    stated = ["kind", "honest", "brave", "fair", "curious"]
    heard = {"kind": 0.9, "honest": 0.5, "brave": 0.35, "fair": 0.5, "curious": 0.12}
    named = {}

    def values(random, voice):
        if voice not in named:
            named[voice] = [word for word in stated if random.random() < heard[word]]
            named[voice] += ["work hard"] if random.random() < 0.4 else []
            random.shuffle(named[voice])
        return named[voice]

    def recalled(random, voice, is_first):
        return sum(word in stated for word in values(random, voice)) if is_first else ""

    table, truths = _talk(random, ["younger"] * 7 + ["older"] * 7, {
        "vision.behaviours": ([1, 3, 4, 8], [2, 5, 6, 9, 10, 11, 13], [12, 14]),
        "vision.respect": ([1, 2, 4, 7, 8, 9, 12], [3, 10], [14])},
        more=[
            ("recalled", recalled),
            ("stated", lambda random, voice, is_first: len(stated) if is_first else ""),
            ("values", lambda random, voice, is_first:
                "; ".join(values(random, voice)) if is_first else "")])
    return table, {
        "planted": "adults do not always live the values, say younger and older pupils; "
                   "'curious' is hardly known, 'work hard' is named and not stated",
        "figures": {"recall": table.share(["recalled"], ["stated"])}} | truths


def adult_life_talk(random, roll):
    table, truths = _talk(random, ["older", "older"], {
        "curriculum.pshe": ([1], [2], []), "curriculum.reflection": ([2], [], []),
        "curriculum.self_belief": ([1, 2], [], [])},
        more=[("theme", lambda random, voice, is_first:
               random.choice(["money", "work", "people", "feelings"]))])
    return table, {"planted": "two voices, below the minimum of three"} | truths


def agency_talk(random, roll):
    roles = ["psychology", "nursing", "mental_health", "social_care", "charity"]
    table, truths = _talk(random, roles, {
        "vulnerable.agencies": ([2, 5], [1, 3, 4], [1]),
        "vulnerable.planning": ([2], [1, 3, 5], [4]), "vulnerable.early": ([2, 4, 5], [3], [])},
        {"vulnerable.agencies": ["most_vulnerable"], "vulnerable.planning": [
            "at_risk", "most_vulnerable"], "vulnerable.early": ["at_risk", "all"]})
    used = "psychology;nursing;mental_health;social_care;charity"
    table.insert("used", "practice", [used] + [""] * (len(table.rows) - 1))
    return table, {"planted": "agencies are asked late and told half", "overlap": [5, 5]} | truths


def support_group_talk(random, roll):
    themes = ["why", "choice", "shame", "benefit", "benefit"]
    return _talk(random, [""] * 6, {
        "vulnerable.systems": ([1, 2, 4, 5], [3], [6]),
        "vulnerable.awareness": ([2], [1, 3, 5, 6], [4]), "vulnerable.early": ([1, 4, 6], [2], [])},
        {practice: ["at_risk"] for practice in (
            "vulnerable.systems", "vulnerable.awareness", "vulnerable.early")},
        more=[("theme", lambda random, voice, is_first: random.choice(themes))])


def notes_wall(random, roll):
    roles = ["teacher", "teacher", "support", "support", "office", "site", "senior_leader"] * 6
    themes = {"news": 4, "meetings": 3, "plans": 3, "trust": 2, "extra": 3, "other": 1}
    table, truths = _talk(random, roles, {
        "parents.communication": (
            [1, 2, 7, 14], [3, 4, 5, 6, 8, 9, 10, 11], [12, 13]),
        "parents.help": ([15, 16, 17, 18, 19, 20, 21], [22, 23], [24, 25, 26]),
        "parents.planning": ([27, 28], [29, 30, 31], [32])},
        {"parents.help": ["all", "at_risk"]},
        more=[("theme", lambda random, voice, is_first:
               random.choices(list(themes), list(themes.values()))[0])], repeats=0)
    # Each of 34 had three dots; most went on meetings, all those of lunchtime staff among them.
    dots = {"leaders": 15, "teachers": 36, "support": 30, "office": 9, "site": 12}
    likely = [4 if row["theme"] == "meetings" else 1 for row in table.rows]
    meetings = [int(row["theme"] == "meetings") for row in table.rows]
    for colour, count in dots.items():
        on = random.choices(
            range(len(likely)), meetings if colour == "site" else likely, k=count)
        table.insert(f"dots_{colour}", "note", [on.count(place) for place in range(len(likely))])
    table.insert("dots_each", "note", [3] + [""] * (len(likely) - 1))
    return table, {
        "planted": "news goes one way, say three roles; planning has too few notes by itself; "
                   "meetings have most dots, all those of lunchtime staff among them",
        "votes": {
            theme: {
                "notes": sum(row["theme"] == theme for row in table.rows),
                "dots": {name: table.total([f"dots_{name}"], theme=theme) for name in dots}}
            for theme in sorted({row["theme"] for row in table.rows})}
    } | truths


def family_talk(random, roll):
    return _talk(random, ["extra", "usual", "extra", "usual", "extra"], {
        "parents.help": ([1, 5], [2, 3, 4], [2]), "parents.planning": ([1, 3, 4], [5], [2]),
        "parents.wellbeing": ([2, 4, 5], [1], [3])},
        {"parents.help": ["at_risk", "most_vulnerable"]})


def _lists(random, count, helpers, nobody):
    """Each pupil names one to four of those who help, in their order; some name nobody."""
    table = Table("pupil", "helper")
    for pupil in range(1, count + 1):
        if pupil in nobody:
            table.add(pupil, "nobody")
            continue
        named = [helper for helper, chance in helpers.items() if random.random() < chance]
        named = sorted(named or ["family"], key=lambda helper: random.random() - helpers[helper])
        for helper in named[:4]:
            table.add(pupil, helper)
    return table


def _naming(table, codes):
    naming = {row["pupil"] for row in table.rows if row["helper"] in codes}
    return rounded(100 * len(naming) / len({row["pupil"] for row in table.rows}))


def helpers(random, roll):
    chances = {"family": 0.85, "friend": 0.6, "teacher": 0.4, "support": 0.22, "pastoral": 0.1,
               "outside": 0.06}
    nobody = {17, 40, 71}
    table = _lists(random, 96, chances, nobody)
    # Adults by letters: one of the support staff is named far more often than anybody else.
    adults = {
        "teacher": ("ABCDEFGH", None), "support": ("JKL", (6, 1, 1)), "pastoral": ("MN", None)}
    table.insert("adult", None, [
        random.choices(*adults[row["helper"]])[0] if row["helper"] in adults else ""
        for row in table.rows])
    namings = {}
    for row in table.rows:
        if row["adult"]:
            namings.setdefault(row["adult"], set()).add(row["pupil"])
    return table, {
        "planted": "three pupils name nobody; more than two in five name no adult in school; one "
                   "adult has a share of the namings that is far above that of any other",
        "load": [max(map(len, namings.values())), sum(map(len, namings.values()))],
        "nobody": len(nobody), "figures": {
            "somebody": _naming(table, set(chances)),
            "adult": _naming(table, {"teacher", "support", "pastoral"}),
            "friend": _naming(table, {"friend"})}}


def digital_helpers(random, roll):
    chances = {"family": 0.7, "friend": 0.5, "school": 0.25, "service": 0.1}
    nobody = {4, 19, 33, 52, 60}
    table = _lists(random, 64, chances, nobody)
    return table, {
        "planted": "one pupil in twelve would tell nobody",
        "nobody": len(nobody), "figures": {
            "somebody": _naming(table, set(chances)),
            "adult": _naming(table, {"family", "school", "service"})}}


def qualities(random, roll):
    words = {
        "kind": ("kind", 0.75), "helpful": ("kind", 0.4), "hard-working": ("working", 0.65),
        "good marks": ("working", 0.2), "polite": ("obedient", 0.45), "quiet": ("obedient", 0.3),
        "honest": ("thoughtful", 0.25), "calm": ("thoughtful", 0.1), "brave": ("confident", 0.18),
        "hopeful": ("hopeful", 0.04), "forgiving": ("forgiving", 0.08), "funny": ("other", 0.12),
    }
    table = Table("pupil", "words", "kinds")
    for pupil in range(1, 55):
        named = [word for word, (_, chance) in words.items() if random.random() < chance]
        named = named or ["kind"]
        named.sort(key=lambda word: random.random() - words[word][1])
        kinds = sorted({words[word][0] for word in named})
        table.add(pupil, "; ".join(named), ";".join(kinds))

    def naming(*kinds):
        found = sum(bool(set(kinds) & set(row["kinds"].split(";"))) for row in table.rows)
        return rounded(100 * found / len(table.rows))

    stated = ["kind / helpful", "honest", "brave", "hopeful", "forgiving"]
    table.insert("stated", "kinds", ["; ".join(stated)] + [""] * (len(table.rows) - 1))
    lists = [set(row["words"].split("; ")) for row in table.rows]
    counts = [sum(bool(set(words.split(" / ")) & own) for own in lists) for words in stated]
    return table, {
        "planted": "kindness and hard work are prized; hope and forgiving are hardly named, though "
                   "the school states them; hard work, politeness and quiet are prized and not stated",
        "overlap": [sum(5 * count >= len(lists) for count in counts), len(stated)],
        "figures": {
            "self_belief": naming("hopeful", "forgiving", "confident"),
            "reflection": naming("thoughtful")}}


def pupil_journey(random, roll):
    stages = ["concern", "logged", "talked", "family", "plan", "agency", "review"]
    # Days from the step before; None where the step is missing.
    cases = {
        "A": ("most_vulnerable", (0, 1, 9, 4, 12, 75, 40)),
        "B": ("at_risk", (0, 3, 16, None, 14, 61, 52)),
        "C": ("most_vulnerable", (0, 2, 21, 6, 18, 92, None)),
        "D": ("at_risk", (0, 8, 12, 5, 9, None, 45)),
    }
    # Days from the agreed plan until its review was due.
    due = {"A": 120, "B": 90, "C": 90, "D": 45}
    table = Table("case", "stage", "day", "due", "hands", "tier")
    for place, (case, (tier, waits)) in enumerate(cases.items()):
        day = date(2025, 9, 15) + timedelta(days=17 * place)
        for stage, wait in zip(stages, waits):
            by = (plan + timedelta(days=due[case])).isoformat() if stage == "review" else ""
            if wait is None:
                if by:
                    table.add(case, stage, "", by, "", tier)
                continue
            day += timedelta(days=wait)
            if stage == "plan":
                plan = day
            hands = "passed" if stage in ("talked", "agency") else "kept"
            table.add(case, stage, day.isoformat(), by, hands, tier)
    middles = {}
    for place, stage in enumerate(stages[1:], start=1):
        waits = sorted(waits[place] for _, waits in cases.values() if waits[place] is not None)
        half = len(waits) // 2
        middles[stage] = {
            "cases": len(waits), "median_days": (waits[half] + waits[-1 - half]) / 2,
            "longest_days": waits[-1]}
    return table, {
        "planted": "an outside specialist takes ten weeks; each of three steps is missing once; one "
                   "review of four did not happen",
        "handovers": {"median": 2, "most": 2}, "due": _due(table), "cases": len(cases),
        "stages": middles}


def _due(table):
    rows = [row for row in table.rows if row["due"]]
    held = [row for row in rows if row["day"]]
    on_time = sum(row["day"] <= row["due"] for row in held)
    return {"all": len(rows), "on_time": on_time, "late": len(held) - on_time,
            "missing": len(rows) - len(held)}


def parent_event(random, roll):
    items = {"for_us": (0.45, 0.35), "at_home": (0.8, 0.15), "together": (0.6, 0.3)}
    wishes = ["Evenings, please", "Something for fathers too", "A table for little ones",
              "More like this", "Say in the invitation how long it lasts"]
    table = Table("event", *items, "wish")
    for event, count in (("autumn open evening", 21), ("worry workshop", 15)):
        for _ in range(count):
            marks = [
                random.choices(
                    ["agrees", "partly", "disagrees", ""],
                    [100 * yes, 100 * partly, 97 - 100 * yes - 100 * partly, 3])[0]
                for yes, partly in items.values()]
            table.add(event, *marks, random.choice(wishes) if random.random() < 0.4 else "")

    def agreeing(item):
        marks = [row[item] for row in table.rows if row[item]]
        return rounded(100 * marks.count("agrees") / len(marks))

    return table, {
        "planted": "those who came feel at home; less than half find events made for them",
        "figures": {
            "activities": agreeing("for_us"), "welcome": agreeing("at_home"),
            "wellbeing": agreeing("together")}}


TALKS = {
    "staff-talk": staff_talk, "staff-interviews": staff_interviews, "helpers": helpers,
    "peer-support-talk": peer_support_talk, "mistakes-talk": mistakes_talk,
    "values-talk": values_talk, "adult-life-talk": adult_life_talk, "qualities": qualities,
    "agency-talk": agency_talk, "support-group-talk": support_group_talk,
    "pupil-journey": pupil_journey, "parent-event": parent_event, "notes-wall": notes_wall,
    "family-talk": family_talk, "digital-helpers": digital_helpers,
}
