import type { Block, DocumentModel } from '../../model';
import { officeLines } from '../office-lines';
import { LINE_PITCH_PT, mmToPt, PAGE } from '../page';
import { cutLineUnit } from './cut-line';
import { fitGrid } from './fit-grid';
import { type FlowUnit, gap, keepTogether, keepWithNext } from './flow';
import type { FontMetrics } from './font-metrics';
import { pageNumberItems, qrItems } from './footer';
import { handSignatureUnits } from './hand-signature';
import { type LineGrid, toGrid } from './line-grid';
import { own, type Page } from './page-items';
import { paginate } from './paginate';
import { signatureUnits } from './signature';
import { STYLES } from './styles';
import { tableUnits } from './table';
import { headingUnits, plain, textUnits, titleUnits } from './text-block';
import { heightsOnly } from './text-lines';

export type ComposeOptions = {
  metrics: FontMetrics;
  /** Turns the payload of a verification code into its modules, row by row, without a quiet zone. */
  qrMatrix: (payload: string) => boolean[][];
};

/** Text lines that go with a signature to the next page: one is required, two look better. */
const LINES_WITH_SIGNATURE = 2;
const TABLE_GAP = 6;

/** Lays a document out on the official page (GB/T 9704-2012). Pure: the same model and fonts give the same pages. */
export function composePages(model: DocumentModel, { metrics, qrMatrix }: ComposeOptions): Page[] {
  const blocks = withoutLastBreaks(model.blocks);
  const units = flow(blocks, metrics);
  const grid = fitGrid(units);
  const pages = paginate(
    units.map((unit) => toGrid(unit, grid)),
    grid,
  );
  return pages.map((items, index) => {
    const number = index + 1;
    const footer = model.pageNumbers ? pageNumberItems(number, metrics) : [];
    const qr =
      model.qr !== undefined && index === 0
        ? qrItems(qrMatrix(model.qr.payload), { caption: model.qr.caption, block: model.blocks.length }, metrics)
        : [];
    const page: Page = { number, items: [...items, ...footer, ...qr] };
    return model.watermark === undefined ? page : { ...page, watermark: watermarkOf(model.watermark) };
  });
}

/** The grid that `composePages` sets a document on, for writers that leave the lines to the reader's program. */
export function gridOf(model: DocumentModel, metrics: FontMetrics): LineGrid {
  return fitGrid(flow(withoutLastBreaks(model.blocks), heightsOnly(metrics)));
}

function flow(blocks: Block[], metrics: FontMetrics): FlowUnit[] {
  const units: FlowUnit[] = [];
  blocks.forEach((block, index) => {
    units.push(...spaceBefore(block, blocks[index - 1]));
    if (block.kind === 'signature') keepLastLines(units, LINES_WITH_SIGNATURE);
    if (block.kind === 'note') keepLastLines(units, 1);
    const lines = blockUnits(block, index, metrics);
    units.push(...(block.kind === 'note' ? keepTogether(lines) : lines));
  });
  return keepSlipTogether(units);
}

function blockUnits(block: Block, index: number, metrics: FontMetrics): FlowUnit[] {
  switch (block.kind) {
    case 'table':
      return tableUnits(block, index, metrics);
    case 'signature':
      return signatureUnits(block, index, metrics);
    default:
      return textBlockUnits(block, metrics).map((unit, line) => {
        const owner = block.kind === 'hand-signature' ? { block: index, row: line } : { block: index };
        unit.items = own(unit.items, owner);
        return unit;
      });
  }
}

function textBlockUnits(block: Exclude<Block, { kind: 'table' | 'signature' }>, metrics: FontMetrics): FlowUnit[] {
  switch (block.kind) {
    case 'issuer':
      return titleUnits(officeLines(block.text).join('\n'), metrics);
    case 'title':
      return titleUnits(block.text, metrics);
    case 'number': {
      const free = block.align === 'right' ? 2 : 0;
      return keepWithNext(
        textUnits({ content: plain(block.text), style: STYLES.body, align: block.align, free }, metrics),
      );
    }
    case 'addressee':
      return keepWithNext(textUnits({ content: plain(block.text), style: STYLES.body, align: 'justify' }, metrics));
    case 'heading':
      return headingUnits(block.text, block.level, metrics);
    case 'paragraph': {
      const { content, align = 'left', indent = align === 'left' ? 2 : 0 } = block;
      return textUnits({ content, style: STYLES.body, align: align === 'left' ? 'justify' : align, indent }, metrics);
    }
    case 'hand-signature':
      return handSignatureUnits(block.fields, metrics);
    case 'cut-line':
      return [cutLineUnit(block.text, metrics)];
    case 'note':
      return textUnits({ content: plain(block.text), style: STYLES.note, align: 'justify' }, metrics);
    case 'page-break':
      return [{ kind: 'break', height: 0, items: [] }];
  }
}

const HEAD: ReadonlySet<Block['kind']> = new Set(['issuer', 'title', 'number']);

/** The head stands in the second line of the type area; an empty line parts it from the text, a small gap from a form. */
function spaceBefore(block: Block, previous: Block | undefined): FlowUnit[] {
  if (previous === undefined || previous.kind === 'page-break') {
    return block.kind === 'issuer'
      ? [{ kind: 'line', height: LINE_PITCH_PT, items: [], onGrid: true, keepWithNext: true }]
      : [];
  }
  if (block.kind === 'table' || previous.kind === 'table') return [gap(TABLE_GAP)];
  if (block.kind === 'cut-line') return [gap(LINE_PITCH_PT / 2)];
  if (HEAD.has(previous.kind) && !HEAD.has(block.kind)) {
    return [{ kind: 'line', height: LINE_PITCH_PT, items: [], onGrid: true, keepWithNext: true }];
  }
  return [];
}

/** What comes next takes lines or the last row with it to another page: 落款 and small print never stand alone. */
function keepLastLines(units: FlowUnit[], count: number): void {
  let lines = 0;
  for (let index = units.length - 1; index >= 0 && lines < count; index -= 1) {
    const unit = units[index];
    if (unit === undefined || unit.kind === 'break') return;
    units[index] = { ...unit, keepWithNext: true };
    lines += unit.kind === 'gap' ? 0 : 1;
  }
}

/** What is cut off comes off one sheet: a slip stays on one page with the line to cut along, if a page can hold it. */
function keepSlipTogether(units: FlowUnit[]): FlowUnit[] {
  let inSlip = false;
  return units.map((unit, index) => {
    inSlip = (inSlip || unit.kind === 'cut-line') && unit.kind !== 'break';
    const endsSlip = units[index + 1] === undefined || units[index + 1]?.kind === 'break';
    return inSlip && !endsSlip ? { ...unit, keepWithNext: true } : unit;
  });
}

function withoutLastBreaks(blocks: Block[]): Block[] {
  return blocks.slice(0, blocks.findLastIndex((block) => block.kind !== 'page-break') + 1);
}

/** As large as the page's diagonal allows, but not larger than 60 pt. */
function watermarkOf(text: string): NonNullable<Page['watermark']> {
  const size = Math.min(60, mmToPt(PAGE.width) / Math.max(1, [...text].length));
  return { text, face: 'hei', size, angle: -45 };
}
