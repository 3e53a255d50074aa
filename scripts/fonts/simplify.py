"""Redraws auto-traced outlines with as few TrueType points as a tolerance allows (called by build.py).

A contour comes as segments, each a tuple of its points: two for a line, four for a cubic curve. It goes as pieces (see
fit.py). Corners and stems stay where they are. Between them a run is drawn with the fewest points among all ways to draw
each stretch from one old point to another as a line, as one curve or as two joined curves.
"""

from math import ceil, cos, hypot, inf, radians
from multiprocessing import Pool

from fontTools.cu2qu import curve_to_quadratic
from fontTools.pens.recordingPen import RecordingPen

from fit import TOLERANCE, fit, unit

CORNER = cos(radians(15))  # a sharper turn is a corner
STEM = 20  # upright and level lines of this length are kept as they are
SPACING = 10  # distance of the points at which old and new outline are compared
MISSES = 1  # a longer stretch is no longer tried after more that did not fit


def contours_of(glyph):
    """The contours of a glyph as lists of segments, without segments of no length."""
    pen, contours, at = RecordingPen(), [], None
    glyph.draw(pen)
    for step, points in pen.value:
        if step == "moveTo":
            contours.append([])
            start = points[0]
        elif step == "closePath":
            points = (start,)
        if step != "moveTo" and any(point != at for point in points):
            contours[-1].append((at, *points))
        at = points[-1]
    return [contour for contour in contours if contour]


def sample(segment):
    """Points along a segment, without its first."""
    if len(segment) == 2:
        (ax, ay), (dx, dy) = segment
        bx, by, cx, cy = (2 * ax + dx) / 3, (2 * ay + dy) / 3, (ax + 2 * dx) / 3, (ay + 2 * dy) / 3
    else:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    length = hypot(bx - ax, by - ay) + hypot(cx - bx, cy - by) + hypot(dx - cx, dy - cy)
    count, found = max(3 if len(segment) == 4 else 1, ceil(length / SPACING)), []
    for i in range(1, count):
        t, s = i / count, 1 - i / count
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        found.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return found + [segment[-1]]


def kept_direction(before, after):
    """The direction of the outline between two segments, the longer handle counting more; None at a corner."""
    node = after[0]
    into, out = next(p for p in before[::-1] if p != node), next(p for p in after if p != node)
    (ix, iy), (ox, oy) = unit(into, node), unit(node, out)
    return unit(into, out) if ix * ox + iy * oy >= CORNER else None


def as_it_is(segment):
    """(error, piece) of a segment that nothing simpler draws."""
    return TOLERANCE, segment if len(segment) == 2 else tuple((round(x), round(y)) for x, y in curve_to_quadratic(segment, 1.0))


def shortest(run, kept):
    """The pieces with the fewest points that draw a run of segments; kept are the directions at its len(run) + 1 points."""
    points, at, last = [run[0][0]], [0], len(run)
    for segment in run:
        points += sample(segment)
        at.append(len(points) - 1)
    costs, ways = [0.0] + [inf] * last, [None] * (last + 1)
    for i in range(last):
        misses, j = 0, i
        while j < last and misses <= MISSES:
            j += 1
            found = fit(points[at[i]:at[j] + 1], kept[i], kept[j]) or (as_it_is(run[i]) if j == i + 1 else None)
            if not found:
                misses += 1
                continue
            cost = costs[i] + len(found[1]) - 1 + 0.2 * (found[0] / TOLERANCE) ** 2  # of two equally short ways the closer
            if cost < costs[j]:
                costs[j], ways[j] = cost, (i, found[1])
    pieces, j = [], last
    while j:
        j, piece = ways[j]
        pieces.append(piece)
    return pieces[::-1]


def is_stem(segment):
    (ax, ay), (bx, by) = segment[0], segment[-1]
    return len(segment) == 2 and (ax == bx or ay == by) and abs(bx - ax) + abs(by - ay) >= STEM


def simplify(segments):
    """The pieces of a closed contour without segments of no length."""
    count = len(segments)
    kept = [kept_direction(segments[i - 1], segments[i]) for i in range(count)]
    fixed = [i for i in range(count) if not kept[i] or is_stem(segments[i]) or is_stem(segments[i - 1])] or [0]
    pieces = []
    for begin, until in zip(fixed, fixed[1:] + [fixed[0] + count]):
        run = [segments[i % count] for i in range(begin, until)]
        pieces += run if len(run) == 1 and is_stem(run[0]) else shortest(run, [kept[i % count] for i in range(begin, until + 1)])
    return pieces if sum(len(piece) - 1 for piece in pieces) > 2 else [as_it_is(segment)[1] for segment in segments]


def simplify_all(contours):
    """The pieces of every contour, on all processors."""
    with Pool() as pool:
        return pool.map(simplify, contours, chunksize=200)


def draw(pieces, pen):
    pen.moveTo(pieces[0][0])
    for piece in pieces:
        pen.lineTo(piece[1]) if len(piece) == 2 else pen.qCurveTo(*piece[1:])
    pen.closePath()
