import { CELL_PT, mmToPt, PAGE, TYPE_SIZE } from '../page';
import type { FontMetrics } from './font-metrics';
import { type CodeItem, moveDown, own, type PageItem } from './page-items';
import { AREA, STYLES } from './styles';
import { plain } from './text-block';
import { setText } from './text-lines';

/** Height of a dash above its baseline, in em. */
const DASH_HEIGHT = 0.3;

/**
 * 页码 (GB/T 9704-2012 7.5): — 1 —, the dashes 7 mm under the type area; odd pages right, even pages left, one character in.
 */
export function pageNumberItems(number: number, metrics: FontMetrics): PageItem[] {
  const [items = []] = setText(plain(`— ${number} —`), {
    style: { ...STYLES.pageNumber, pitch: TYPE_SIZE.si },
    metrics,
    x: AREA.left + CELL_PT,
    width: AREA.width - 2 * CELL_PT,
    align: number % 2 === 1 ? 'right' : 'left',
    mayHang: false,
  });
  const baseline = AREA.bottom + mmToPt(PAGE.pageNumberDrop) + DASH_HEIGHT * TYPE_SIZE.si;
  return items.map((item) => (item.kind === 'text' ? { ...item, baseline } : item));
}

const QR_SIZE = mmToPt(20);
const QR_TOP = AREA.bottom + mmToPt(4);
/** Four modules of a code are less than this: the quiet zone stays white. */
const QUIET = mmToPt(4);
/** The page number of the first page stands at the right; captions end before it. */
const PAGE_NUMBER_ROOM = mmToPt(30);

/** The verification code at the left of the first page's footer area, its caption beside it. */
export function qrItems(
  modules: boolean[][],
  { caption, block }: { caption: string[]; block: number },
  metrics: FontMetrics,
): PageItem[] {
  const x = AREA.left + QR_SIZE + QUIET;
  const style = STYLES.caption;
  const width = AREA.right - PAGE_NUMBER_ROOM - x;
  const lines = caption.flatMap((text, index) =>
    setText(plain(text), { style, metrics, x, width, align: 'left', mayHang: false }).map((items) =>
      own(items, { block, row: index + 1 }),
    ),
  );
  const top = QR_TOP + (QR_SIZE - lines.length * style.pitch) / 2;
  const code: CodeItem = { kind: 'code', modules, x: AREA.left, y: QR_TOP, size: QR_SIZE, owner: { block, row: 0 } };
  return [code, ...lines.flatMap((items, index) => items.map((item) => moveDown(item, top + index * style.pitch)))];
}
