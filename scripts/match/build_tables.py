"""Makes the character tables of src/match from the Unicode Character Database.

    apt-get install unicode-data
    python3 scripts/match/build_tables.py /usr/share/unicode src/match

Writes variant-characters.ts (odd forms of a character and the form that texts are compared in, as far as the
traditional table of OpenCC does not hold them) and pinyin-table.ts (the readings of the standard characters).
Source: Unihan and EquivalentUnifiedIdeograph, copyright Unicode, Inc., Unicode License v3.
"""

import bz2
import re
import sys
import unicodedata
from pathlib import Path

UNICODE, TARGET = Path(sys.argv[1]), Path(sys.argv[2])
WIDTH = 110


def unihan(name):
    fields = {}
    with bz2.open(UNICODE / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                fields.setdefault(field, {})[chr(int(code[2:], 16))] = value
    return fields


def in_gb2312(char):
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def known_traditional():
    """The characters of the OpenCC table, which come first."""
    text = (TARGET / "traditional.ts").read_text(encoding="utf-8").split("const SIMPLIFIED")[0]
    return set("".join(re.findall(r"^  '(.*)',$", text, re.M)))


def variants():
    fields = unihan("Variants")
    known = known_traditional()
    pairs = {}
    # A character in daily use is itself: only rare forms are folded, and only into characters in daily use.
    for field in ("kSimplifiedVariant", "kZVariant", "kSemanticVariant"):
        for char, value in fields[field].items():
            if ord(char) > 0xFFFF or char in known or char in pairs or in_gb2312(char):
                continue
            targets = [chr(int(part.split("<")[0][2:], 16)) for part in value.split()]
            common = [target for target in targets if in_gb2312(target)]
            if common:
                pairs[char] = common[0]
    for line in (UNICODE / "EquivalentUnifiedIdeograph.txt").read_text(encoding="utf-8").splitlines():
        found = re.match(r"([0-9A-F]{4})(?:\.\.([0-9A-F]{4}))?\s*;\s*([0-9A-F]{4,5})", line)
        if found:
            for code in range(int(found[1], 16), int(found[2] or found[1], 16) + 1):
                target = chr(int(found[3], 16))
                if unicodedata.normalize("NFKC", chr(code)) == chr(code) and ord(target) <= 0xFFFF:
                    pairs[chr(code)] = pairs.get(target, target)
    return sorted(pairs.items())


def toneless(reading):
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in plain if "a" <= char <= "z")


def readings():
    fields = unihan("Readings")
    syllables = {}
    for char, value in fields["kTGHZ2013"].items():
        found = set(re.findall(r"[^\d.,: ]+", value))
        found |= set(re.findall(r"[^\d() ]+", fields["kHanyuPinlu"].get(char, "")))
        if ord(char) <= 0xFFFF:
            for syllable in {toneless(reading) for reading in found}:
                if syllable:
                    syllables.setdefault(syllable, set()).add(char)
    return sorted((syllable, "".join(sorted(chars))) for syllable, chars in syllables.items())


def lines(text):
    return [f"  '{text[start:start + WIDTH]}'," for start in range(0, len(text), WIDTH)]


def write(name, parts):
    (TARGET / name).write_text("\n".join(parts) + "\n", encoding="utf-8")


pairs = variants()
write(
    "variant-characters.ts",
    [
        "/**",
        " * Rare forms of a character and, at the same place, the form in daily use; for comparing texts only.",
        " * Made by scripts/match/build_tables.py from Unihan and EquivalentUnifiedIdeograph (Unicode License v3).",
        " */",
        "export const RARE_FORMS = [",
        *lines("".join(rare for rare, _ in pairs)),
        "].join('');",
        "",
        "export const DAILY_FORMS = [",
        *lines("".join(daily for _, daily in pairs)),
        "].join('');",
    ],
)
table = " ".join(syllable + chars for syllable, chars in readings())
write(
    "pinyin-table.ts",
    [
        "/**",
        " * Every syllable followed by the characters that can be read so; a character stands under each of its readings.",
        " * Made by scripts/match/build_tables.py from Unihan (Unicode License v3).",
        " */",
        "export const SYLLABLES = [",
        *lines(table),
        "].join('');",
    ],
)
