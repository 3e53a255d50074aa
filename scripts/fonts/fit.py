"""Fits one line, one TrueType curve or two joined ones to a stretch of points (called by simplify.py).

Units are those of the font (1/1000 em). A piece is two points for a line, three or more for a curve, whose inner points lie
off it; between two of those TrueType implies a point in their middle.
"""

from math import cos, hypot, radians

TOLERANCE = 1.75  # between old and new outline, both ways: 0.01 mm at 16 pt, half a dot of a 1200-dpi printer
LEAN = cos(radians(5))  # how far a piece may lean from the direction that the outline has where it is smooth
ROUNDS = 2  # fits of one curve, each with better places for the points along it


def unit(a, b):
    """Direction from one point to another."""
    length = hypot(b[0] - a[0], b[1] - a[1])
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def leans(piece, start, end):
    """Whether a piece misses a direction that is kept at its start or end."""
    for a, b, kept in ((piece[0], piece[1], start), (piece[-2], piece[-1], end)):
        if a == b:
            return True
        x, y = unit(a, b)
        if kept and x * kept[0] + y * kept[1] < LEAN:
            return True
    return False


def off_line(points):
    """Largest distance of points from the line between the first and the last."""
    (ax, ay), (x, y) = points[0], unit(points[0], points[-1])
    return max(abs((px - ax) * y - (py - ay) * x) for px, py in points)


def curve_at(quads, place):
    """Point, derivative and half the second derivative of joined curves; places run from 0 to their number."""
    at = min(int(place), len(quads) - 1)
    (ax, ay), (bx, by), (cx, cy) = quads[at]
    t, fx, fy = place - at, bx - ax, by - ay
    hx, hy = cx - bx - fx, cy - by - fy
    return ax + t * (2 * fx + t * hx), ay + t * (2 * fy + t * hy), 2 * (fx + t * hx), 2 * (fy + t * hy), hx, hy


def off_curve(points, places, quads):
    """Largest distance between points and curves, both ways; moves the places of the points to the nearest ones."""
    worst = 0.0
    for i in range(1, len(points) - 1):
        px, py = points[i]
        for _ in range(2):
            x, y, vx, vy, hx, hy = curve_at(quads, places[i])
            x, y = x - px, y - py
            slope = vx * vx + vy * vy + 2 * (x * hx + y * hy)
            if slope <= 0:
                break
            places[i] = min(max(places[i] - (x * vx + y * vy) / slope, 0.0), float(len(quads)))
        worst = max(worst, x * x + y * y)
    if worst > TOLERANCE * TOLERANCE:
        return worst ** 0.5
    for i in range(len(points) - 1):  # the way back: curve between two points to the line between them
        (ax, ay), (bx, by) = points[i], points[i + 1]
        x, y = curve_at(quads, (places[i] + places[i + 1]) / 2)[:2]
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = min(max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0.0), 1.0) if length else 0.0
        worst = max(worst, (ax + t * (bx - ax) - x) ** 2 + (ay + t * (by - ay) - y) ** 2)
    return worst ** 0.5


def weights(place, count):
    """Of the first point, the points off the curve and the last point, at a place on one curve or on two joined ones."""
    t, s = (place, 1 - place) if place <= 1 else (place - 1, 2 - place)
    if count == 1:
        return s * s, 2 * t * s, 0.0, t * t
    if place <= 1:
        return s * s, 2 * t * s + t * t / 2, t * t / 2, 0.0
    return 0.0, s * s / 2, 2 * t * s + s * s / 2, t * t


def least_squares(points, places, count):
    """The points off one curve or off two joined ones, on the grid of the font; None if they are not determined."""
    (ax, ay), (dx, dy) = points[0], points[-1]
    bb = bc = cc = bx = by = cx = cy = 0.0
    for (x, y), place in zip(points[1:-1], places[1:-1]):
        a, b, c, d = weights(place, count)
        x, y = x - a * ax - d * dx, y - a * ay - d * dy
        bb, bc, cc, bx, by, cx, cy = bb + b * b, bc + b * c, cc + c * c, bx + b * x, by + b * y, cx + c * x, cy + c * y
    if count == 1:
        return [(round(bx / bb), round(by / bb))] if bb > 1e-6 else None
    det = bb * cc - bc * bc
    return [(round((cc * bx - bc * cx) / det), round((cc * by - bc * cy) / det)),
            (round((bb * cx - bc * bx) / det), round((bb * cy - bc * by) / det))] if det > 1e-6 else None


def fit_curve(points, count, start, end):
    """(error, piece) with one or two points off the curve, or None."""
    places, best = [0.0], None
    for a, b in zip(points, points[1:]):
        places.append(places[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    places = [place * count / places[-1] for place in places]
    for _ in range(ROUNDS):
        offs = least_squares(points, places, count)
        if not offs:
            break
        joints = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(offs, offs[1:])]
        error = off_curve(points, places, list(zip([points[0], *joints], offs, [*joints, points[-1]])))
        piece = (points[0], *offs, points[-1])
        if error <= TOLERANCE and not (best and best[0] <= error) and not leans(piece, start, end):
            best = error, piece
        if error > 8 * TOLERANCE or best and best[0] < TOLERANCE / 3:
            break
    return best


def fit(points, start, end):
    """(error, piece) of the fewest points that draw a stretch in the kept directions, or None."""
    ends = points[0], points[-1]
    if ends[0] != ends[1] and not leans(ends, start, end) and off_line(points) <= TOLERANCE:
        return off_line(points), ends
    return len(points) > 2 and (fit_curve(points, 1, start, end) or fit_curve(points, 2, start, end)) or None
