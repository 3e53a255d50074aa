import type { FlowUnit } from './flow';
import type { FontMetrics } from './font-metrics';
import type { RuleItem } from './page-items';
import { AREA, STYLES } from './styles';
import { plain } from './text-block';
import { setText } from './text-lines';

const DASH = 4;
const CLEARANCE = 6;

/** A dashed line over the full width, its text standing in the middle of it. */
export function cutLineUnit(text: string, metrics: FontMetrics): FlowUnit {
  const style = STYLES.cutLine;
  const [items = []] = setText(plain(text), {
    style,
    metrics,
    x: AREA.left,
    width: AREA.width,
    align: 'center',
    mayHang: false,
  });
  const starts = items.filter((item) => item.kind === 'text').map((item) => item.x);
  const half = starts.length === 0 ? 0 : (AREA.left + AREA.right) / 2 - Math.min(...starts) + CLEARANCE;
  const middle = (AREA.left + AREA.right) / 2;
  const y = style.pitch / 2;
  const rule = (x1: number, x2: number): RuleItem => ({
    kind: 'rule',
    x1,
    y1: y,
    x2,
    y2: y,
    thickness: 0.75,
    dash: DASH,
  });
  return {
    kind: 'cut-line',
    height: style.pitch,
    items: [...items, rule(AREA.left, middle - half), rule(middle + half, AREA.right)],
  };
}
