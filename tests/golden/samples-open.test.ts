import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertAllToPdf } from '../../scripts/compare-pages/office';
import { listSamples } from '../../scripts/samples/list-samples';
import { openSamples, SAMPLE_NUMBER, SAMPLE_TIME } from '../../scripts/samples/open-samples';
import { type DocumentModel, inlineText, toPlainText } from '../../src/model';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

type Made = { name: string; model: DocumentModel; pdf: Buffer; docx: Buffer };

let folder: string;
let samples: Made[];
/** Samples whose text is new; audiences often read the same ruling. */
let distinct: Made[];

beforeAll(async () => {
  folder = temporaryFolder();
  const { pipeline, templatesDir, close } = await openSamples(ROOT);
  samples = [];
  for (const { name, request } of listSamples(pipeline, templatesDir)) {
    const copy = prepareCopy(pipeline, request);
    const options = { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME };
    const pdf = await renderCopy(pipeline, copy, { ...options, format: 'pdf' });
    const docx = await renderCopy(pipeline, copy, { ...options, format: 'docx' });
    samples.push({ name, model: pdf.built.model, pdf: pdf.bytes, docx: docx.bytes });
  }
  close();
  const texts = new Set<string>();
  distinct = samples.filter(({ model }) => {
    const text = toPlainText(model);
    return !texts.has(text) && texts.add(text);
  });
}, 300_000);

function read(pdf: Buffer, command: string, ...args: string[]): string {
  const file = path.join(folder, 'in.pdf');
  writeFileSync(file, pdf);
  return execFileSync(command, [...args, file, ...(command === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
}

/** The running text of a PDF: white space, page numbers, running rules and the caption of the code aside. */
function bodyText(pdf: Buffer, { qr }: DocumentModel): string {
  const pages = read(pdf, 'pdftotext', '-raw').replace(/^\s*— ?\d+ ?—\s*$/gm, '');
  const text = (qr?.caption ?? []).reduce((rest, line) => rest.replace(bare(line), ''), bare(pages));
  return text.replace(/[-–—_]{3,}/g, '');
}

function bare(text: string): string {
  return text.replace(/[\s|]/g, '');
}

/** Characters that one text has more often than the other; cells of a row may be read in another order. */
function differingLetters(read: string, written: string): string {
  const counts = new Map<string, number>();
  const count = (text: string, step: number) => {
    for (const letter of bare(text).replace(/[-–—_]{3,}/g, '')) counts.set(letter, (counts.get(letter) ?? 0) + step);
  };
  count(read, 1);
  count(written, -1);
  return [...counts]
    .flatMap(([letter, times]) => (times === 0 ? [] : [`${letter}${times > 0 ? '+' : ''}${times}`]))
    .join(' ');
}

/** The text of a model with its repeated header rows set `times` more. */
function withHeaders(model: DocumentModel, times: number): string {
  const headers = model.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.slice(0, block.headerRows ?? 0) : [],
  );
  const header = headers.flatMap(({ cells }) => cells.flatMap(({ content }) => content.map(inlineText))).join('');
  return toPlainText(model) + header.repeat(times);
}

/** What differs between a read text and the model, header rows repeated on further pages aside. */
function differenceFrom(model: DocumentModel, read: string): string {
  const differences = [0, 1, 2, 3].map((times) => differingLetters(read, withHeaders(model, times)));
  return differences.includes('') ? '' : (differences[0] ?? '');
}

describe('every sample', () => {
  it('is a sound PDF with embedded, searchable fonts, a neutral title and no author', () => {
    for (const { name, pdf, model } of distinct) {
      expect([name, read(pdf, 'qpdf', '--check').includes('No syntax or stream encoding errors')]).toEqual([
        name,
        true,
      ]);
      const fonts = read(pdf, 'pdffonts').trim().split('\n').slice(2);
      expect([name, fonts.length > 0, fonts.filter((line) => !/ yes +yes +yes /.test(line))]).toEqual([name, true, []]);
      const info = read(pdf, 'pdfinfo');
      expect(info).toContain(`Title:           ${model.title}`);
      expect(info).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
      expect(info).not.toMatch(/Author:|Subject:|Keywords:/);
    }
  }, 300_000);

  it('reads as its model does in the PDF', () => {
    const differences: string[] = [];
    for (const { name, pdf, model } of distinct) {
      const difference = differenceFrom(model, bodyText(pdf, model));
      if (difference !== '') differences.push(`${name}: ${difference}`);
    }
    expect(differences).toEqual([]);
  }, 300_000);

  it('reads as its model does in the DOCX that LibreOffice opens, on as many pages as the PDF has', async () => {
    const opened = await convertAllToPdf(distinct.map(({ docx }) => docx));
    const differences: string[] = [];
    distinct.forEach(({ name, model, pdf }, index) => {
      const other = opened[index] ?? Buffer.alloc(0);
      // LibreOffice 7.4 may not draw the mark that hangs behind a full line; the file itself is compared in docx-content.
      const difference = differenceFrom(model, bodyText(other, model)).replace(/[，。、；：]-\d+ ?/g, '');
      if (difference !== '') differences.push(`${name}: ${difference}`);
      const pages = (file: Buffer) => Number(/Pages: +(\d+)/.exec(read(file, 'pdfinfo'))?.[1]);
      const [ours, theirs] = [pages(pdf), pages(other)];
      // LibreOffice parts Chinese and digits by a gap of its own, so that a long paper can gain a page.
      if (Math.abs(ours - theirs) > (ours >= 3 ? 1 : 0)) differences.push(`${name}: PDF ${ours}, DOCX ${theirs}`);
    });
    expect(differences).toEqual([]);
  }, 600_000);
});
