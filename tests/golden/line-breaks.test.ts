import { composePages } from '../../src/layout/compose/compose';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import { openFonts } from '../../src/layout/fonts';
import { qrMatrix } from '../../src/layout/qr-image';
import type { Block, DocumentModel } from '../../src/model';
import { expectGolden } from '../support/build-copy';
import { FORM, RULING } from '../support/layout-samples';
import { formAsText, pagesAsText } from '../support/page-text';

let metrics: FontMetrics;
beforeAll(async () => {
  metrics = await openFonts('fonts');
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
const modelOf = (blocks: Block[]): DocumentModel => ({ title: 'AS-2026-000001', pageNumbers: false, blocks });

/** Marks that fall on the end of the first line and on the two places beside it. */
const MARKS = [
  '。',
  '，',
  '、',
  '；',
  '：',
  '？',
  '！',
  '」',
  '”',
  '）',
  '》',
  '……',
  '——',
  '·',
  '。”',
  '》，',
  '”。',
  '）、',
];
const OPENING = [
  '《反家庭暴力法》',
  '（以下简称本院）',
  '“不得安生”',
  '「引文」',
  '￥1,286.50元',
  '《〈规定〉的说明》',
];

describe('line breaks, as a proof-reader sees them', () => {
  it('of a ruling of three pages', () => {
    expectGolden('line-breaks/ruling', `${pagesAsText(composePages(RULING, { metrics, qrMatrix }), metrics)}\n`);
  });

  it('of a form with a table of two pages', () => {
    expectGolden('line-breaks/form', `${formAsText(composePages(FORM, { metrics, qrMatrix }))}\n`);
  });

  it('of marks that fall on the end of a line', () => {
    const lines = [
      ...MARKS.flatMap((mark) => [25, 26, 27].map((before) => `${'法'.repeat(before)}${mark}下文`)),
      ...OPENING.flatMap((piece) => [24, 25, 26].map((before) => `${'法'.repeat(before)}${piece}下文`)),
    ];
    const pages = composePages(modelOf(lines.map(paragraph)), { metrics, qrMatrix });
    expectGolden('line-breaks/marks', `${pagesAsText(pages, metrics)}\n`);
  });
});
