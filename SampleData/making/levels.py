"""The level of every pupil by the rules of the method, from exact names alone."""

from making.spelling import is_plausible, plain


def resolve(answers, pupils):
    """Whom each written name means when only certain names count.

    A name is certain when it equals one pupil's legal or preferred full name, or UPN, and no
    other's, without regard to case, spacing, apostrophes and hyphens. Returns a list of (writer,
    text, pupil for certain or None, pupil meant or None).
    """
    by_name = {}
    for pupil in pupils:
        for name in {plain(name) for name in pupil.names} | {plain(pupil.upn)}:
            by_name.setdefault(name, []).append(pupil)
    written = []
    for answer in answers:
        if answer.says_no_one:
            continue
        for text, meant in zip(answer.texts, answer.meant):
            found = by_name.get(plain(text), [])
            written.append((answer.pupil, text, found[0] if len(found) == 1 else None, meant))
    return written


def levels(pupils, answers, edges, others):
    """The letter, and the counts behind it, of each pupil on roll.

    edges: UPN to the UPNs of the pupils named; others: UPN to the number of further names.
    """
    answered = {answer.pupil.upn for answer in answers if answer.has_answered}
    received = {pupil.upn: 0 for pupil in pupils}
    mutual = {pupil.upn: [] for pupil in pupils}
    for upn, named in edges.items():
        for other in named:
            received[other] += 1
            if upn in edges.get(other, []):
                mutual[upn].append(other)
    result = {}
    for pupil in pupils:
        upn = pupil.upn
        has_answered, ties = upn in answered, mutual[upn]
        silent = not edges.get(upn) and not others.get(upn)
        if received[upn] == 0:
            letter = "N" if not has_answered else "A" if silent else "B"
        elif not has_answered:
            letter = "U"
        elif silent:
            letter = "C"
        elif not ties:
            letter = "D"
        elif len(ties) == 1 and mutual[ties[0]] == [upn] and received[upn] == 1:
            letter = "E"
        else:
            letter = "F"
        result[upn] = {
            "level": letter, "answered": has_answered, "received": received[upn],
            "given": len(edges.get(upn, [])), "mutual": len(ties), "ties": ties,
        }
    return result


def truths(pupils, answers):
    """What a tool must find in the nominations, from exact names and from what was meant.

    Returns a row for each pupil on roll, the figures of each class, and the uncertain names.
    """
    present = [pupil for pupil in pupils if not pupil.left]
    on_roll = {pupil.upn for pupil in present}
    written = resolve(answers, pupils)
    exact, intended, other_exact, other_intended = {}, {}, {}, {}
    counts = {form: _zero() for form in {pupil.form for pupil in present}}
    unresolved = []
    for writer, text, found, meant in written:
        tally, upn = counts[writer.form], writer.upn
        _add(intended, other_intended, upn, meant, on_roll)
        if found is None:
            other_exact[upn] = other_exact.get(upn, 0) + 1
            tally["off_roll" if meant is None else "unresolved"] += 1
            if meant is not None:
                unresolved.append((writer, text, meant))
        elif found.upn == upn:
            tally["self"] += 1
        elif found.upn not in on_roll:
            other_exact[upn] = other_exact.get(upn, 0) + 1
            tally["off_roll"] += 1
        elif found.upn in exact.get(upn, []):
            tally["repeated"] += 1
        else:
            exact.setdefault(upn, []).append(found.upn)
            tally["kept"] += 1
    certain = levels(present, answers, exact, other_exact)
    final = levels(present, answers, intended, other_intended)
    candidates = _candidates(present, unresolved)
    writers = {writer.upn for writer, _, _ in unresolved}
    rows = []
    for pupil in present:
        figures, after = certain[pupil.upn], final[pupil.upn]
        rows.append({
            "pupil": pupil.upn, "class": pupil.form, "level": figures["level"],
            "level_as_meant": after["level"], "answered": figures["answered"],
            "received": figures["received"], "given": figures["given"],
            "mutual": figures["mutual"], "pending": candidates.get(pupil.upn, []),
            "settled": _is_settled(pupil.upn, figures, writers, candidates),
        })
    return rows, _summary(present, rows, counts, exact), unresolved


def _is_settled(upn, figures, writers, candidates):
    """Whether no decision about an uncertain name can change the level.

    Further names only add ties, so C, U and F stay; A, B and N fall with one name received; D
    and E can also change with a name given, E with one of the partner's.
    """
    touched = writers | set(candidates)
    match figures["level"]:
        case "C" | "U" | "F":
            return True
        case "A" | "B" | "N":
            return upn not in candidates
        case _:
            return not touched & {upn, *figures["ties"]}


def _zero():
    return {"kept": 0, "self": 0, "repeated": 0, "off_roll": 0, "unresolved": 0}


def _add(edges, others, upn, meant, on_roll):
    if meant is None or meant.upn not in on_roll:
        others[upn] = others.get(upn, 0) + 1
    elif meant.upn != upn and meant.upn not in edges.get(upn, []):
        edges.setdefault(upn, []).append(meant.upn)


def _candidates(present, unresolved):
    """UPN to the uncertain names that could be the pupil's: class-mates first, then anybody."""
    found = {}
    for writer, text, meant in unresolved:
        others = [p for p in present if p is not writer and is_plausible(text, p)]
        mates = [pupil for pupil in others if pupil.form == writer.form]
        if plain(text) in {plain(name) for name in meant.names}:
            mates = others
        for pupil in {p.upn: p for p in (mates or others) + [meant]}.values():
            found.setdefault(pupil.upn, [])
            if text.strip() not in found[pupil.upn]:
                found[pupil.upn].append(text.strip())
    return found


def _summary(present, rows, counts, exact):
    """Per class and for the school, from certain names alone."""
    groups = []
    for form in [None] + sorted(counts):
        chosen = [row for row in rows if form in (None, row["class"])]
        members = {row["pupil"] for row in chosen}
        tally = {
            key: sum(counts[name][key] for name in counts if form in (None, name))
            for key in _zero()}
        unchosen = [row for row in chosen if row["received"] == 0]
        pairs = sum(
            1 for upn in members for other in exact.get(upn, [])
            if upn < other and upn in exact.get(other, []))
        answered = sum(row["answered"] for row in chosen)
        groups.append({
            "class": form, "pupils": len(chosen), "answered": answered,
            "coverage": round(answered / len(chosen), 4), "nominations": tally.pop("kept"),
            "discarded": tally, "mutual_pairs": pairs,
            "unchosen": {
                "observed": len(unchosen),
                "of_these_answered": sum(row["answered"] for row in unchosen),
                "of_these_absent": sum(not row["answered"] for row in unchosen)},
            "names_nobody": sum(
                row["answered"] and row["level"] in "AC" for row in chosen),
        })
    return groups
