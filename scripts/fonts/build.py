"""Builds the fonts in fonts/ from Debian and npm packages (called by build.sh).

What is done to every font, and why:
- only characters are kept, no layout tables: the composer places every glyph itself, so a ligature or kern would be a lie;
- CFF outlines become TrueType ones, drawn with half of the points: they embed faster and smaller;
- one glyph per character: two characters that share a glyph would be copied from the PDF as the same character;
- private-use characters and empty glyphs are dropped, so that "no glyph" is reported instead of printing nothing;
- full-width punctuation gets a full cell;
- 仿宋 is raised by 0.06 em, so that it stands on a line with the other faces;
- the family is renamed, because modified fonts may not carry a reserved name.
"""

import bz2
import copy
import sys
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

from simplify import contours_of, draw, simplify_all

STAMP = 3786912000  # 2024-01-01 in seconds since 1904: the same input gives the same bytes
DROPPED_TABLES = "BASE DSIG GDEF GPOS GSUB STAT VORG vhea vmtx gasp prep fpgm cvt FFTM kern".split()

# Where the ink stands in its cell: openers at the right, closers at the left, the rest in the middle.
FULL_CELL = {
    0x2018: "right", 0x201C: "right", 0x2019: "left", 0x201D: "left",
    0x00B7: "middle", 0x2026: "middle", 0x2103: "middle", 0x00D7: "middle",
    0x2014: "stretch", 0x2015: "stretch",
}


def standard_characters(unihan):
    """通用规范汉字表 (2013), 8,105 characters: the kTGH field of the Unihan database."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        return {int(line[2:].split("\t")[0], 16) for line in lines if "\tkTGH\t" in line}


def is_symbol(code):
    """Latin, Greek, Cyrillic, punctuation, numbers in circles, kana, box drawing, full-width forms."""
    return code <= 0x2E7F or 0x3000 <= code <= 0x33FF or 0xFE10 <= code <= 0xFE4F or 0xFF00 <= code <= 0xFFEF


def is_private(code):
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000


def is_blank(code):
    return chr(code).isspace()


def to_truetype(font):
    """CFF to glyf, redrawn with half of the points: see simplify.py."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    contours = {name: contours_of(glyphs[name]) for name in order}
    redrawn = iter(simplify_all([contour for name in order for contour in contours[name]]))
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        for _ in contours[name]:
            draw(next(redrawn), ReverseContourPen(pen))
        glyf[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), glyf
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxComponentElements").split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def inked(font, name):
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.bounds


def keep(font, codes):
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    options.drop_tables += DROPPED_TABLES
    options.name_IDs, options.glyph_names, options.recalc_timestamp = ["*"], False, False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def rebuild_cmap(font, best):
    """One (3,10) and one (3,1) table, nothing else: no variation selectors, no legacy encodings."""
    from fontTools.ttLib.tables._c_m_a_p import cmap_format_4, cmap_format_12
    tables = []
    for cls, fmt, encoding, chosen in (
        (cmap_format_4, 4, 1, {c: g for c, g in best.items() if c <= 0xFFFF}),
        (cmap_format_12, 12, 10, best),
    ):
        table = cls(fmt)
        table.platformID, table.platEncID, table.language, table.cmap = 3, encoding, 0, chosen
        if fmt == 12:
            table.reserved, table.length, table.nGroups = 0, 0, 0
        tables.append(table)
    font["cmap"].tables = tables


def one_glyph_per_character(font):
    best, used, order = font.getBestCmap(), set(), list(font.getGlyphOrder())
    glyf, hmtx, copies = font["glyf"], font["hmtx"], 0
    for code in sorted(best):
        name = best[code]
        if name not in used:
            used.add(name)
            continue
        twin = f"{name}.u{code:X}"
        glyph, metrics = copy.deepcopy(glyf[name]), hmtx[name]
        order.append(twin)
        glyf.glyphs[twin], hmtx.metrics[twin] = glyph, metrics
        best[code], copies = twin, copies + 1
    font.setGlyphOrder(order)
    glyf.glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    rebuild_cmap(font, best)
    return copies


def fill_cells(font):
    upm, best, changed = font["head"].unitsPerEm, font.getBestCmap(), []
    for code, place in FULL_CELL.items():
        name = best.get(code)
        bounds = name and inked(font, name)
        if not bounds or (font["hmtx"][name][0] == upm and place != "stretch"):
            continue
        left, _, right, _ = bounds
        scale, shift = 1, 0
        if place == "stretch":
            scale = upm / (right - left)
            shift = -left * scale
        elif place == "middle":
            shift = (upm - (right - left)) / 2 - left
        elif place == "left":
            shift = upm * 0.06 - left
        else:
            shift = upm * 0.94 - right
        pen = TTGlyphPen(font.getGlyphSet())
        font.getGlyphSet()[name].draw(TransformPen(pen, (scale, 0, 0, 1, shift, 0)))
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (upm, round(left * scale + shift))
        changed.append(chr(code))
    return "".join(changed)


def add_boxes(font):
    """☐ ☑ ☒ for forms: a box, and a tick or a cross in it; none of the sources has them."""
    best, glyf, order = font.getBestCmap(), font["glyf"], list(font.getGlyphOrder())
    drawn, upm = font.getGlyphSet(), font["head"].unitsPerEm
    box = inked(font, best[0x25A1])
    for code, mark in ((0x2610, None), (0x2611, 0x221A), (0x2612, 0x00D7)):
        pen, name = TTGlyphPen(drawn), f"box{code:X}"
        drawn[best[0x25A1]].draw(pen)
        if mark:
            left, low, right, high = inked(font, best[mark])
            scale = 0.74 * (box[2] - box[0]) / max(right - left, high - low)
            dx = (box[0] + box[2]) / 2 - scale * (left + right) / 2
            dy = (box[1] + box[3]) / 2 - scale * (low + high) / 2
            drawn[best[mark]].draw(TransformPen(pen, (scale, 0, 0, scale, dx, dy)))
        order.append(name)
        glyf.glyphs[name], font["hmtx"].metrics[name] = pen.glyph(), (upm, round(box[0]))
        best[code] = name
    font.setGlyphOrder(order)
    glyf.glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    rebuild_cmap(font, best)


def raise_glyphs(font, units):
    """Puts the characters of two fonts on one line: FandolFang stands lower in its cell than the Noto fonts."""
    glyf = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((0, units))
            glyph.recalcBounds(glyf)


def set_side_bearings(font):
    """A reader moves a glyph until its box, points off the curve included, starts at its side bearing."""
    glyf, hmtx = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        if glyf[name].numberOfContours > 0:
            hmtx[name] = (hmtx[name][0], glyf[name].xMin)


def rename(font, family):
    name, record = font["name"], family.replace(" ", "")
    kept = {n.nameID: n.toUnicode() for n in name.names if n.nameID in (0, 13, 14) and n.isUnicode()}
    name.names = []
    kept.update({1: family, 2: "Regular", 3: f"{record}-1", 4: family, 5: "Version 1.000", 6: f"{record}-Regular"})
    for key, value in sorted(kept.items()):
        name.setName(value, key, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.fsType, os2.usWeightClass, os2.fsSelection = 0, 400, 0x40
    font["head"].macStyle = 0


def build(source, target, family, standard, drop=(), raised=0, boxes=False):
    font = TTFont(source, recalcTimestamp=False)
    codes = {c for c in font.getBestCmap() if not is_private(c) and c not in drop}
    if standard:
        codes = {c for c in codes if c in standard or is_symbol(c)}
    redrawn = "CFF " in font
    if redrawn:
        keep(font, codes)
        to_truetype(font)
    best = font.getBestCmap()
    codes = {c for c in codes if is_blank(c) or inked(font, best[c])}
    keep(font, codes)
    copies = one_glyph_per_character(font)
    if boxes:
        add_boxes(font)
    cells = fill_cells(font)
    if raised:
        raise_glyphs(font, raised)
    if redrawn:
        set_side_bearings(font)
    rename(font, family)
    font["head"].created = font["head"].modified = STAMP
    font.save(target)
    size = Path(target).stat().st_size / 1e6
    print(f"{family}: {len(codes)} characters, {copies} glyphs copied, full cell {cells or '-'}, {size:.1f} MB")


if __name__ == "__main__":
    fandol, serif, sans, wenkai, hanazono, unihan, out = sys.argv[1:8]
    standard = standard_characters(unihan)
    assert len(standard) == 8105, len(standard)
    # FandolFang draws "$" for the full-width yuan sign, and its box differs from the ticked one: the fallback face draws both.
    build(fandol, f"{out}/anshu-fang.ttf", "Anshu Fang", None, drop={0xFFE5, 0x25A1}, raised=60)
    build(f"{serif}/700Bold/NotoSerifSC_700Bold.ttf", f"{out}/anshu-title.ttf", "Anshu Title", standard)
    build(f"{sans}/500Medium/NotoSansSC_500Medium.ttf", f"{out}/anshu-hei.ttf", "Anshu Hei", standard)
    build(wenkai, f"{out}/anshu-kai.ttf", "Anshu Kai", standard)
    build(f"{serif}/400Regular/NotoSerifSC_400Regular.ttf", f"{out}/anshu-song.ttf", "Anshu Song", None, boxes=True)
    build(hanazono, f"{out}/anshu-rare.ttf", "Anshu Rare", None)
