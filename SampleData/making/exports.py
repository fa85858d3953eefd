"""Writes answers as survey tools write them."""

import csv
import io
from datetime import datetime, timedelta


def write(path, rows, *, line_end="\n", quoting=csv.QUOTE_MINIMAL, has_mark=False):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=line_end, quoting=quoting).writerows(rows)
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}" if has_mark else ""
    path.write_bytes((mark + text.getvalue()).encode("utf-8"))


def plain(path, instrument, rows):
    """Item ids and codes, several choices joined by semicolons."""
    table = [[item.id for item in instrument.items]]
    for row in rows:
        table.append([_joined(row[item.id], ";") for item in instrument.items])
    write(path, table)


def google_sheet(path, instrument, rows, missing, times):
    """Google Forms through a linked sheet: labels, choices joined by a comma and a space."""
    table = [["Timestamp"] + [item.heading for item in instrument.items]]
    for row, time in zip(rows, times):
        cells = [_labelled(row, item, instrument, missing, ", ") for item in instrument.items]
        table.append([time.strftime("%d/%m/%Y %H:%M:%S")] + cells)
    write(path, table, line_end="\r\n")


def google_download(path, instrument, rows, missing, times):
    """Google Forms, downloaded responses: all quoted, choices joined by semicolons."""
    table = [["Timestamp"] + [item.heading for item in instrument.items]]
    for row, time in zip(rows, times):
        cells = [_labelled(row, item, instrument, missing, ";") for item in instrument.items]
        hour = time.hour % 12 or 12
        half = "AM" if time.hour < 12 else "PM"
        stamp = f"{time:%Y/%m/%d} {hour}:{time:%M:%S} {half} GMT+1"
        table.append([stamp] + cells)
    write(path, table, line_end="\r\n", quoting=csv.QUOTE_ALL)


def microsoft(path, instrument, rows, missing, times):
    """Microsoft Forms, saved from Excel as CSV UTF-8: grid rows lose their stem."""
    head = ["ID", "Start time", "Completion time", "Email", "Name"]
    table = [head + [item.text for item in instrument.items]]
    for number, (row, (start, end)) in enumerate(zip(rows, times), start=1):
        cells = []
        for item in instrument.items:
            cell = _labelled(row, item, instrument, missing, ";")
            cells.append(cell + ";" if isinstance(row[item.id], list) and cell else cell)
        stamps = [time.strftime("%d/%m/%Y %H:%M") for time in (start, end)]
        table.append([number, *stamps, "anonymous", "", *cells])
    write(path, table, line_end="\r\n", has_mark=True)


def times(random, count, first="2026-10-12"):
    """Moments on five school days, in order."""
    start = datetime.fromisoformat(first)
    moments = []
    for _ in range(count):
        day, second = random.randrange(5), random.randrange(9 * 3600, 15 * 3600)
        moments.append(start + timedelta(days=day, seconds=second))
    return sorted(moments)


def spans(random, rows, moments, quick):
    """Start and end of each response; `quick` rows take under a minute."""
    pairs = []
    for row, end in zip(rows, moments):
        seconds = 40 if row in quick else random.randrange(240, 900)
        pairs.append((end - timedelta(seconds=seconds), end))
    return pairs


def _joined(value, separator):
    return separator.join(value) if isinstance(value, list) else value


def _labelled(row, item, instrument, missing, separator):
    value = row[item.id]
    labels = dict(missing) | dict(item.choices or (instrument.points if item.is_scale else []))
    if isinstance(value, list):
        return separator.join(labels[code] for code in value)
    return labels.get(value, value)
