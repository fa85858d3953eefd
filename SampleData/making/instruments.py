"""Reads the items of the instruments that come with the program.

It knows the layout of those files and no other YAML: `id`, `text`, `reverse` and choices, in the
order of the file.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

INSTRUMENTS = Path(__file__).parents[2] / "Instruments"


@dataclass
class Item:
    id: str
    stem: str = ""
    text: str = ""
    practice: str = ""
    is_reversed: bool = False
    is_scale: bool = False
    choices: list = field(default_factory=list)

    @property
    def heading(self):
        """The heading that Google Forms gives the item."""
        return f"{self.stem} [{self.text}]" if self.stem else self.text


@dataclass
class Instrument:
    items: list
    points: list
    scores: dict


def read(name, folder=INSTRUMENTS):
    items, points, scores, part, stem, is_scale, score = [], [], {}, "", "", False, ""
    for line in (folder / f"{name}.yaml").read_text(encoding="utf-8").splitlines():
        if re.match(r"\w+:", line):
            part = line.split(":")[0]
            continue
        words = re.search(r'en: "([^"]*)"', line)
        label = words.group(1) if words else ""
        point = re.search(r"code: (\w+), label", line)
        identity = re.search(r"- (?:\{ )?id: (\w+)", line)
        if part == "scales" and point:
            points.append((point.group(1), label))
        elif part == "sections":
            if line.startswith("  - id:"):
                stem, is_scale = "", False
            elif line.strip().startswith("stem:"):
                stem = label
            elif line.startswith("    scale:"):
                is_scale = True
            elif point and items:
                items[-1].choices.append((point.group(1), label))
            elif identity or items:
                if identity:
                    items.append(Item(identity.group(1), stem=stem, is_scale=is_scale))
                if "text:" in line:
                    items[-1].text = label
                if "reverse: true" in line:
                    items[-1].is_reversed = True
                if practice := re.search(r"practice: ([\w.]+)", line):
                    items[-1].practice = practice.group(1)
        elif part == "scores":
            if identity:
                score = identity.group(1)
                scores[score] = {"items": [], "min_answered": 0}
            elif match := re.search(r"min_answered: (\d+)", line):
                scores[score]["min_answered"] = int(match.group(1))
            elif match := re.search(r"items: \[(.*)\]", line):
                scores[score]["items"] = [word.strip() for word in match.group(1).split(",")]
            elif match := re.match(r"      - (\w+)$", line):
                scores[score]["items"].append(match.group(1))
    if not items or not all(item.text for item in items):
        raise ValueError(f"the layout of {name}.yaml is not the one that this script reads")
    return Instrument(items, points, scores)
