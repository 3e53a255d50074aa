/** Text set in the body's style, for tests that look at its lines. */
import fc from 'fast-check';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import type { PageItem } from '../../src/layout/compose/page-items';
import { AREA, STYLES } from '../../src/layout/compose/styles';
import { setText } from '../../src/layout/compose/text-lines';
import { CELL_PT } from '../../src/layout/page';
import type { Inline } from '../../src/model';
import { textItems } from './layout-read';

/** A measure in cells, its first line indented; justified unless said otherwise. */
type Measure = { cells?: number; indent?: number; align?: 'justify' | 'left' };

/** The lines of a paragraph as items. */
export function setBody(content: Inline[], metrics: FontMetrics, measure: Measure = {}): PageItem[][] {
  const { cells = 28, indent = 2, align = 'justify' } = measure;
  return setText(content, {
    style: STYLES.body,
    metrics,
    x: AREA.left,
    width: cells * CELL_PT,
    indent: indent * CELL_PT,
    align,
    mayHang: true,
  });
}

/** The text of every line. */
export function textsOf(lines: PageItem[][]): string[] {
  return lines.map((items) =>
    textItems(items)
      .map((item) => item.text)
      .join(''),
  );
}

/** A few Han characters. */
export const han = fc.string({
  unit: fc.constantFrom(...'人民法院申请被家庭暴力保护令𠅤䶮喆'),
  minLength: 1,
  maxLength: 14,
});
/** What interrupts them: marks, quotations, numbers that stay whole. */
export const piece = fc.oneof(
  { weight: 6, arbitrary: han },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '！', '……', '——', '·', '”，') },
  { weight: 2, arbitrary: han.map((text) => `《${text}》`) },
  { weight: 1, arbitrary: han.map((text) => `“${text}。”`) },
  { weight: 1, arbitrary: han.map((text) => `（${text}）`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('2026年11月21日', '（2026）渝0103民保令1号', '500103********1234', '3.5万元', 'ABC 12'),
  },
);
/** Running text of all of these. */
export const prose = fc
  .array(fc.tuple(han, piece), { minLength: 1, maxLength: 40 })
  .map((parts) => `${parts.flat().join('')}止`);
