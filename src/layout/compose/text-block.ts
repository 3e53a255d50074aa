import type { Inline } from '../../model';
import { CELL_PT, LINE_PITCH_PT } from '../page';
import { type FlowUnit, keepWithNext } from './flow';
import type { FontMetrics } from './font-metrics';
import { AREA, STYLES, type TextStyle } from './styles';
import { setText, type TextBox } from './text-lines';

export type BlockText = {
  content: Inline[];
  style: TextStyle;
  align: TextBox['align'];
  /** Cells the first line is indented by. */
  indent?: number;
  /** Cells left free at the right. */
  free?: number;
  even?: boolean;
};

/** Text over the full width of the type area, one unit per line. */
export function textUnits(
  { content, style, align, indent = 0, free = 0, even }: BlockText,
  metrics: FontMetrics,
): FlowUnit[] {
  const lines = setText(content, {
    style,
    metrics,
    x: AREA.left,
    width: AREA.width - free * CELL_PT,
    indent: indent * CELL_PT,
    align,
    mayHang: align === 'justify',
    ...(even === undefined ? {} : { even }),
  });
  return lines.map((items) => ({ kind: 'line', height: style.pitch, items, onGrid: style.pitch === LINE_PITCH_PT }));
}

/** 发文机关 and 文书名称: centred, on lines of about the same length, never apart from what follows. */
export function titleUnits(text: string, metrics: FontMetrics): FlowUnit[] {
  return keepWithNext(textUnits({ content: plain(text), style: STYLES.title, align: 'center', even: true }, metrics));
}

/** 一、 in 黑体 and （一） in 楷体, indented like a paragraph; stays with the line that follows. */
export function headingUnits(text: string, level: 1 | 2, metrics: FontMetrics): FlowUnit[] {
  const style = level === 1 ? STYLES.heading1 : STYLES.heading2;
  return keepWithNext(textUnits({ content: plain(text), style, align: 'justify', indent: 2 }, metrics));
}

export function plain(text: string): Inline[] {
  return [{ kind: 'text', text }];
}
