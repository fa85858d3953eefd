"""Reads instruments, packs and sample files for the reference, apart from the program."""
import csv
import re
import unicodedata
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[3]


def load(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def words(text):
    text = unicodedata.normalize("NFC", text).lower()
    text = re.sub("['\u2018\u2019]", "", text)
    return " ".join(re.findall(r"[^\W_]+", text))


def answer_key(text):
    text = text.replace("\u2019", "'").lower().strip()
    return re.sub(r"\s+", " ", text).rstrip(":?*.! ")


def rows(path):
    text = (ROOT / path).read_bytes().decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


class Instrument:
    def __init__(self, path):
        data = load(path)
        self.id = data["id"]
        self.version = str(data["version"])
        self.audience, self.privacy = data["audience"], data["privacy"]
        self.methods = data.get("method", [])
        self.missing = data.get("missing", {})
        self.scores = [self.score(data) for data in data.get("scores", [])]
        self.scales = data.get("scales", {})
        self.items = []
        for section in data["sections"]:
            for item in section["items"]:
                scale = item.get("scale", section.get("scale"))
                if item.get("type", "scale") != "scale":
                    scale = None
                points = self.scales[scale]["points"] if scale else item.get("choices", [])
                self.items.append(
                    {
                        "id": item["id"],
                        "type": "scale" if scale else item.get("type"),
                        "scale": scale,
                        "points": points,
                        "codes": [str(point["code"]) for point in points],
                        "favourable": self.scales[scale].get("favourable") if scale else None,
                        "reverse": item.get("reverse", False),
                        "practice": item.get("practice"),
                        "role": item.get("role"),
                        "importance": item.get("importance"),
                        "text": item.get("text"), "stem": section.get("stem"),
                        "headings": self.headings(item, section, data.get("import", {})),
                    })

    @staticmethod
    def score(data):
        """With what is meant where a key is left out."""
        items = len(data["items"])
        fewest = items if data["method"] in ("sum", "label") else (items + 1) // 2
        return {"min_answered": fewest, "range": None, "better": "higher", "outcome": False} | data

    @staticmethod
    def headings(item, section, aliases):
        found = [item["id"]] + aliases.get(item["id"], [])
        for language, text in item.get("text", {}).items():
            found.append(text)
            if "stem" in section:
                found.append(section["stem"][language] + " " + text)
        return {words(heading) for heading in found}

    def item(self, name):
        return next(item for item in self.items if item["id"] == name)

    def reasons(self):
        found = {}
        for reason, value in self.missing.items():
            found[answer_key(str(value["code"]))] = reason
            for label in value.get("label", {}).values():
                found[answer_key(label)] = reason
        return found


class Answers:
    """One list of cells for each item: an int or str code, or ('missing', reason)."""

    def __init__(self, instrument, path):
        table = rows(path)
        header = [words(heading) for heading in table[0]]
        body = [row for row in table[1:] if any(cell.strip() for cell in row)]
        self.instrument = instrument
        self.n = len(body)
        self.columns = {}
        for item in instrument.items:
            place = next(i for i, heading in enumerate(header) if heading in item["headings"])
            self.columns[item["id"]] = [self.cell(item, row[place]) for row in body]

    def cell(self, item, text):
        key = answer_key(text)
        if not key:
            return ("missing", "blank")
        if item["type"] in ("text", "date"):
            return text
        if item["type"] == "number":
            return float(text)
        if item["type"] == "list":
            return [word.strip() for word in text.split(";")]
        if item["type"] == "multiple":
            return self.choices(item, key)
        reason = self.instrument.reasons().get(key)
        if reason:
            return ("missing", reason)
        for point in item["points"]:
            labels = [str(point["code"])] + list(point.get("label", {}).values())
            if key in (answer_key(label) for label in labels):
                return point["code"]
        raise ValueError(f"{item['id']}: {text!r}")

    @staticmethod
    def choices(item, key):
        """The codes of the labels in a cell, longest first, since a label may hold a comma."""
        found = []
        if set(key.split(";")) <= set(item["codes"]):
            return key.split(";")
        labels = [(answer_key(point["label"]["en"]), point["code"]) for point in item["points"]]
        for label, code in sorted(labels, reverse=True, key=lambda entry: len(entry[0])):
            if label in key:
                found.append(code)
                key = key.replace(label, "")
        if key.strip(" ,;"):
            raise ValueError(f"{item['id']}: {key!r} is left over")
        return found

    def value(self, name, row):
        cell = self.columns[name][row]
        return None if isinstance(cell, tuple) else cell
