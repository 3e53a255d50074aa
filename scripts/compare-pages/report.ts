import type { DocumentComparison } from './compare-document';
import { faultsOf, toleranceOf } from './tolerance';

/** One document of the report; `lostCharacters` of the PDF are not printed of the DOCX. */
export type Compared = {
  name: string;
  instrument: string;
  lostCharacters: number;
  comparison: DocumentComparison;
};

const HEAD = `# DOCX against PDF, page by page

Written by \`npm run compare-pages\`. Every copy below is written in both formats; LibreOffice, as it is installed, prints
the DOCX with the bundled fonts, and both are drawn at 72 dpi and compared.

- **SSIM**: mean structural similarity (Wang et al. 2004) over 8 × 8 windows in which at least one page has ink, after a
  blur of 5 × 5 pixels; 1 is the same picture. White paper does not count, so unrelated texts come to about 0.1.
- **same lines**: lines of the PDF that stand on the same page of the DOCX with the same text.
- **moved**: distance between the baselines of those lines, in mm; mean, and the greatest with its line.
- **lost**: characters of the PDF that LibreOffice does not print of the DOCX.
`;

const CAUSES = `## Where the differences come from

| cause | effect | expected of Word (not tried here) |
|---|---|---|
| LibreOffice stands a line on the ascent of its tallest font | text 0.2–0.8 mm lower | depends on the fonts of the PC |
| no squeezing of punctuation, dates and amounts may break | a line ends one or two characters earlier or later, the paragraph or row may take a line more | squeezes at line ends, dates may break |
| a paragraph held to the signature moves to the next page whole | last page begins some lines earlier (52 mm in chongqing rulings) | moves the last two lines |
| line pitch in whole twips (579 for 579.7) | 0.3 mm at the foot of a page | the same |
| between Chinese and digits LibreOffice sets a fifth of a character, the PDF a quarter where the line has room | up to 1 mm to the right within such a line | a quarter |
| the white before an unbroken date is shared with the lines above it in the PDF | those lines end a character or two earlier | breaks the date |
| the cut line is a border above its text, in the PDF it runs beside it | 2.4 mm in the text of the cut line | the same |
| on a line that is full to the point and has digits or letters in it, LibreOffice 7.4 may not print the mark that hangs (10 of 108 long test documents) | one mark is missing on paper, not in the file | prints it |
`;

/** The report as Markdown, with no machine, time or path in it. */
export function writeReport(documents: readonly Compared[]): string {
  const instruments = [...new Set(documents.map(({ instrument }) => instrument))];
  return [
    HEAD,
    '## By instrument\n',
    '| instrument | documents | SSIM, mean | least | tolerance | same lines | tolerance | moved, mean mm |',
    '|---|---|---|---|---|---|---|---|',
    ...instruments.map((instrument) => instrumentRow(instrument, documents)),
    '',
    CAUSES,
    '## By document\n',
    '| document | pages PDF / DOCX | lost | SSIM | worst page | same lines | moved, mean | greatest | at | out of tolerance |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...documents.map(documentRow),
    '',
  ].join('\n');
}

function instrumentRow(instrument: string, documents: readonly Compared[]): string {
  const own = documents.filter((document) => document.instrument === instrument).map(({ comparison }) => comparison);
  const { similarity, sameLines } = toleranceOf(instrument);
  const means = own.map((comparison) => comparison.similarity.mean);
  const same = own.map(({ lines }) => lines.same / Math.max(1, lines.all));
  const moved = own.map(({ lines }) => lines.mean);
  const cells = [
    instrument,
    own.length,
    mean(means).toFixed(3),
    Math.min(...means).toFixed(3),
    similarity,
    `${percent(mean(same))} (least ${percent(Math.min(...same))})`,
    percent(sameLines),
    mean(moved).toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
}

function documentRow({ name, instrument, lostCharacters, comparison }: Compared): string {
  const { pages, similarity, lines } = comparison;
  const cells = [
    name,
    `${pages.pdf} / ${pages.docx}`,
    lostCharacters,
    similarity.mean.toFixed(3),
    similarity.least.toFixed(3),
    `${lines.same} of ${lines.all}`,
    lines.mean.toFixed(2),
    lines.greatest.toFixed(1),
    [...lines.farthest].slice(0, 12).join(''),
    faultsOf(instrument, comparison).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
