"""Whom the pupils of Larkfield say they trust, as written, and what was planted."""

from dataclasses import dataclass, field

from making.spelling import is_plausible, plain, variants

ABSENT_SHARE = {"4 Oak": 0.06, "4 Elm": 0.345, "5 Elm": 0.06}
USUAL_ABSENT_SHARE = 0.09
NO_ONE = ["no one", "No one", "nobody", "none", "-"]
OFF_ROLL = "Zephyr Blackwood"


@dataclass
class Answer:
    """One pupil's row: what was written, and whom it meant (None: nobody on the roll)."""

    pupil: object
    texts: list = field(default_factory=list)
    meant: list = field(default_factory=list)
    says_no_one: bool = False

    @property
    def has_answered(self):
        return self.says_no_one or any(self.texts)


@dataclass
class Plan:
    """What is planted, by UPN."""

    alone: list
    unnamed: list
    absent_unnamed: list
    pairs: list
    named_but_silent: list
    # (pupil, how the one nomination is written, number of class-mates who write it)
    pending: list

    def untargeted(self):
        pairs = [pupil for pair in self.pairs for pupil in pair]
        pending = [pupil for pupil, _, _ in self.pending]
        return self.alone + self.unnamed + self.absent_unnamed + pairs + pending


def make_plan(pupils):
    """Chooses who is planted where; isolates have first names that nobody else on roll has."""
    present = [pupil for pupil in pupils if not pupil.left]
    firsts = [plain(name).split()[0] for pupil in present for name in pupil.names]
    seconds = [plain(pupil.last) for pupil in present]

    def is_distinct(pupil):
        return (
            not pupil.preferred and not pupil.joined and " " not in plain(pupil.legal_name)[
                len(plain(pupil.first)) + 1:]
            and firsts.count(plain(pupil.first)) == 1 and seconds.count(plain(pupil.last)) == 1
            and not any(
                is_plausible(pupil.legal_name, other) for other in present if other is not pupil))

    free = {}
    for pupil in present:
        if is_distinct(pupil):
            free.setdefault(pupil.form, []).append(pupil)

    def take(form):
        return free[form].pop(len(free[form]) // 2)

    def known(form, first):
        return next(pupil for pupil in present if pupil.form == form and pupil.first == first)

    return Plan(
        alone=[take(form) for form in ("3 Oak", "5 Oak", "6 Elm")],
        unnamed=[take(form) for form in ("3 Oak", "3 Elm", "4 Oak", "5 Elm", "6 Oak", "6 Oak")],
        absent_unnamed=[take(form) for form in ("4 Elm", "4 Elm", "5 Oak")],
        pairs=[(take("3 Elm"), take("3 Elm"))],
        named_but_silent=[take(form) for form in ("3 Elm", "5 Elm", "6 Elm")],
        pending=[
            (take("3 Oak"), "misspelt", 1), (take("5 Elm"), "misspelt twice", 1),
            (take("4 Oak"), "first name", 1), (take("6 Oak"), "initials", 1),
            (take("4 Elm"), "first name", 1),
            (known("5 Oak", "Sophia"), "first name", 2),
            ([p for p in present if p.form == "5 Oak" and p.first == "Sophia"][1], "first name", 0),
            (known("4 Oak", "Maya"), "exact", 2), (known("6 Elm", "Maya"), "exact", 2),
        ],
    )


def make_answers(random, pupils, plan):
    """One answer for each pupil who handed in a sheet, blank sheets among them."""
    answers = []
    for form in sorted({pupil.form for pupil in pupils}):
        members = [pupil for pupil in pupils if pupil.form == form and not pupil.left]
        answers += _class_answers(random, form, members, plan)
    _plant_oddities(answers, pupils, plan)
    return answers


def _class_answers(random, form, members, plan):
    must_answer = plan.alone + plan.unnamed + plan.named_but_silent
    must_answer += [pupil for pair in plan.pairs for pupil in pair]
    must_answer += [pupil for pupil, _, _ in plan.pending]
    absent = [pupil for pupil in plan.absent_unnamed if pupil in members]
    could_miss = [pupil for pupil in members if pupil not in must_answer and pupil not in absent]
    missing = round(len(members) * ABSENT_SHARE.get(form, USUAL_ABSENT_SHARE)) - len(absent)
    absent += random.sample(could_miss, missing)
    blank = absent[-1:] if form in ("3 Oak", "4 Elm", "6 Oak") else []

    chosen = _choose(random, members, plan)
    paired = [pupil for pair in plan.pairs for pupil in pair]
    answers = []
    for pupil in members:
        if pupil in absent and pupil not in blank:
            continue
        answer = Answer(pupil)
        if pupil in plan.alone + plan.named_but_silent:
            answer.says_no_one, answer.texts = True, [random.choice(NO_ONE)]
        elif pupil not in blank:
            for friend in chosen[pupil.upn]:
                answer.meant.append(friend)
                answer.texts.append(friend.called if pupil in paired else _write(random, friend))
        answers.append(answer)
    _plant_pending(random, answers, plan)
    return answers


def _choose(random, members, plan):
    """Up to three friends for each pupil: mostly of one circle, often returned."""
    partners = {a.upn: b for pair in plan.pairs for a, b in (pair, pair[::-1])}
    untargeted = plan.untargeted()
    targets = [pupil for pupil in members if pupil not in untargeted]
    warmth = {pupil.upn: random.gammavariate(9, 0.111) for pupil in targets}
    circles = {}
    for gender in ("F", "M"):
        same = [pupil for pupil in members if pupil.gender == gender]
        random.shuffle(same)
        for place, pupil in enumerate(same):
            circles[pupil.upn] = (gender, place // 5)
    chosen = {}
    order = list(members)
    random.shuffle(order)
    for pupil in order:
        if pupil.upn in partners:
            chosen[pupil.upn] = [partners[pupil.upn]]
            continue
        want = random.choices([3, 2, 1], [82, 12, 6])[0]
        friends = []
        while len(friends) < want:
            open_to = [other for other in targets if other is not pupil and other not in friends]
            weights = []
            for other in open_to:
                weight = warmth[other.upn]
                weight *= 12 if circles[other.upn] == circles[pupil.upn] else 1
                weight *= 4 if other.gender == pupil.gender else 1
                weight *= 6 if pupil in chosen.get(other.upn, []) else 1
                weights.append(weight)
            friends.append(random.choices(open_to, weights)[0])
        chosen[pupil.upn] = friends
    return chosen


def _write(random, friend):
    how = random.choices(
        ["exact", "loose", "first name", "first and initial", "misspelt", "no accents"],
        [80, 10, 4, 1, 4, 1])[0]
    return variants(friend, how, random)


def _plant_pending(random, answers, plan):
    """Gives each planted pupil one nomination, written so that nobody can be certain of it."""
    settled = plan.alone + plan.named_but_silent + [p for pair in plan.pairs for p in pair]
    for pupil, how, count in plan.pending:
        writers = [
            answer for answer in answers
            if answer.pupil.form == pupil.form and answer.pupil is not pupil
            and answer.pupil not in settled and len(answer.texts) == 3
            and not any(text.startswith("!") for text in answer.texts)]
        for answer in random.sample(writers, count) if writers else []:
            answer.texts[2] = "!" + variants(pupil, how, random)
            answer.meant[2] = pupil


def _plant_oddities(answers, pupils, plan):
    """One self nomination, two repeated names, one friend who left, one who was never on roll."""
    def full(form, skip=0):
        usable = [
            answer for answer in answers
            if answer.pupil.form == form and len(answer.texts) == 3
            and not any(text.startswith("!") for text in answer.texts)]
        return usable[skip]

    own = full("5 Oak")
    own.texts[2], own.meant[2] = own.pupil.called, own.pupil
    for form in ("3 Elm", "6 Oak"):
        twice = full(form, 2)
        twice.texts[0] = twice.meant[0].called
        twice.texts[2], twice.meant[2] = twice.texts[0], twice.meant[0]
    gone = next(pupil for pupil in pupils if pupil.left and pupil.form == "4 Oak")
    left = full("4 Oak", 1)
    left.texts[2], left.meant[2] = gone.called, gone
    away = full("6 Elm", 1)
    away.texts[2], away.meant[2] = OFF_ROLL, None
    for answer in answers:
        answer.texts = [text.removeprefix("!") for text in answer.texts]


def describe(plan, rows, groups, unresolved):
    """The planted truths of the nominations, for a machine."""
    poorest = min((group for group in groups if group["class"]), key=lambda g: g["coverage"])

    def upns(pupils):
        return [pupil.upn for pupil in pupils]

    return {
        "matching": "a written name counts when it equals exactly one pupil's full name or UPN",
        "planted": {
            "names_nobody_and_named_by_nobody": upns(plan.alone),
            "named_by_nobody": upns(plan.unnamed),
            "absent_and_named_by_nobody": upns(plan.absent_unnamed),
            "closed_pairs": [upns(pair) for pair in plan.pairs],
            "named_but_names_nobody": upns(plan.named_but_silent),
            "named_only_by_uncertain_names": [
                {"pupil": pupil.upn, "written": how, "times": count}
                for pupil, how, count in plan.pending],
        },
        "isolated_on_exact_names": {
            letter: [row["pupil"] for row in rows if row["level"] == letter and row["settled"]]
            for letter in "AB"},
        "must_not_be_called_isolated": {
            "name_unresolved": [
                row["pupil"] for row in rows if row["received"] == 0 and row["pending"]],
            "did_not_answer": [row["pupil"] for row in rows if row["level"] == "N"],
        },
        "poor_attendance_class": {
            "class": poorest["class"], "pupils": poorest["pupils"],
            "answered": poorest["answered"], "coverage": poorest["coverage"]},
        "uncertain_names": [
            {"by": writer.upn, "written": text, "meant": meant.upn}
            for writer, text, meant in unresolved],
        "groups": groups, "pupils": rows,
    }
