import { SHOWN } from './list-pages';

/** docs/gallery/README.md: every picture with its sentence, and the refusals. */
export function galleryText(refusals: readonly string[]): string {
  return [
    '# Gallery\n',
    'Made by `npm run gallery`. Left the page of the PDF, right the same page of the DOCX as LibreOffice prints it with the',
    'bundled fonts (how far the two agree: [page comparison](../page-comparison.md)). All persons are invented.\n',
    ...SHOWN.map(({ file, title, says }) => `## ${title}\n\n${says}\n\n![${title}](${file}.png)\n`),
    '## 拒绝私用区字符\n',
    'A private-use character (here U+E000) is not printed as a box: the request is refused, and the answer names the',
    'field. In a name the shape of the case refuses it; where any character may stand, the fonts do, by its code:\n',
    ...refusals.map((refusal) => `\`\`\`json\n${refusal}\n\`\`\`\n`),
  ].join('\n');
}
