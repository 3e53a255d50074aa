import type { LineGrid } from '../compose/line-grid';
import { FOOTER_DISTANCE } from './footer';
import { bottomMargin, lineOf, MARGIN, mmToTwip, PAPER } from './measures';
import type { PagePart } from './page-part';

const HEADER_DISTANCE_MM = 15;
/** What 23 lines rounded down to twips may leave. */
const ROUNDING = 23;

/**
 * The page of a document, `w:sectPr` (ECMA-376 17.6.17).
 * @param parts headers and footers with the relationships that name them
 */
export function sectionXml(parts: readonly (PagePart & { id: string })[], grid: LineGrid): string {
  const { top, right, left } = MARGIN;
  const hasFirst = parts.some(({ kind, pages }) => kind === 'footer' && pages === 'first');
  const reference = ({ kind, pages, id }: PagePart & { id: string }): string =>
    `<w:${kind}Reference w:type="${pages}" r:id="${id}"/>`;
  return [
    '<w:sectPr>',
    ...parts.map(reference),
    `<w:pgSz w:w="${PAPER.width}" w:h="${PAPER.height}"/>`,
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottomMargin(grid)}" w:left="${left}"`,
    ` w:header="${mmToTwip(HEADER_DISTANCE_MM)}" w:footer="${FOOTER_DISTANCE}" w:gutter="0"/>`,
    hasFirst ? '<w:titlePg/>' : '',
    `<w:docGrid${fillsPage(grid) ? ' w:type="lines"' : ''} w:linePitch="${lineOf(grid)}"/>`,
    '</w:sectPr>',
  ].join('');
}

/**
 * Whether a whole number of lines fills the page. What a grid leaves over LibreOffice puts half above the first line, up to
 * 5 mm; without one the lines stand at the same pitch, which their styles say, but begin at the top.
 */
function fillsPage(grid: LineGrid): boolean {
  return (PAPER.height - MARGIN.top - bottomMargin(grid)) % lineOf(grid) <= ROUNDING;
}
