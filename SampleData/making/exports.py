"""Writes answers as survey tools write them."""

import csv
import io
import zipfile
from datetime import datetime, timedelta
from xml.sax.saxutils import escape


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


def microsoft_workbook(path, instrument, rows, missing, times):
    """Microsoft Forms, as downloaded: a workbook with shared strings and dates that are numbers."""
    head = ["ID", "Start time", "Completion time", "Email", "Name"]
    strings = {}

    def text(place, value):
        index = strings.setdefault(value, len(strings))
        return f'<c r="{place}" t="s"><v>{index}</v></c>'

    def row(number, cells):
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return f'<row r="{number}">' + "".join(
            cell(f"{letter}{number}") for letter, cell in zip(letters, cells) if cell) + "</row>"

    def string(value):
        return (lambda place: text(place, value)) if value else None

    def moment(time):
        serial = (time - datetime(1899, 12, 30)) / timedelta(days=1)
        return lambda place: f'<c r="{place}" s="1"><v>{serial:.10f}</v></c>'

    lines = [row(1, [string(title) for title in head + [item.text for item in instrument.items]])]
    for number, (answers, (start, end)) in enumerate(zip(rows, times), start=1):
        cells = []
        for item in instrument.items:
            cell = _labelled(answers, item, instrument, missing, ";")
            cells.append(cell + ";" if isinstance(answers[item.id], list) and cell else cell)
        lines.append(row(number + 1, [
            lambda place, number=number: f'<c r="{place}"><v>{number}</v></c>', moment(start),
            moment(end), string("anonymous"), None, *map(string, cells)]))
    shared = "".join(
        f'<si><t xml:space="preserve">{escape(value)}</t></si>' for value in strings)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def relations(*targets):
        return f'<Relationships xmlns="{package}/relationships">' + "".join(
            f'<Relationship Id="rId{number}" Type="{office}/{type}" Target="{target}"/>'
            for number, (type, target) in enumerate(targets, start=1)) + "</Relationships>"

    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(
                f'<Override PartName="/xl/{name}.xml" ContentType="{kind}.{type}+xml"/>'
                for name, type in (
                    ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"),
                    ("styles", "styles"), ("sharedStrings", "sharedStrings"))) + "</Types>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml":
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Form1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml")),
        "xl/styles.xml":
            f'<styleSheet xmlns="{main}"><numFmts count="1">'
            '<numFmt numFmtId="164" formatCode="m/d/yy\\ h:mm:ss"/></numFmts>'
            '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/>'
            '</cellXfs></styleSheet>',
        "xl/sharedStrings.xml":
            f'<sst xmlns="{main}" uniqueCount="{len(strings)}">{shared}</sst>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            # The same bytes on every day.
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(
                info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + part)


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
