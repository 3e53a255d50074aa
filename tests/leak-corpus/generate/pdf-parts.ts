/** What the files of the corpus are made of. */
import { page, rawPdf, stream, ucs2 } from '../../support/raw-pdf';

/** A carrier: what it is, part of the name under which it must be reported, the file. */
export type Carrier = [about: string, carrier: string, bytes: Buffer];

export const hex = (text: string) => `<FEFF${ucs2(text)}>`;
export const show = (text: string) => `<${ucs2(text)}> Tj`;
export const line = (text: string, x = 72, y = 700) => `BT /F1 12 Tf ${x} ${y} Td ${show(text)} ET\n`;
export const shown = line('受害人住址：（依法保密）');

/** A file specification and the file, as objects 7 and 8. */
export const attached = (data: Buffer | string, entries = '') => [
  '<< /Type /Filespec /F (a.bin) /EF << /F 8 0 R >> >>',
  stream(typeof data === 'string' ? Buffer.from(data) : data, `/Type /EmbeddedFile ${entries}`),
];

/** A stream with data as they are. */
export const raw = (data: Buffer, entries: string) =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);

export const image = (data: Buffer, entries: string, size: number) =>
  stream(data, `/Type /XObject /Subtype /Image /Width ${size} /Height ${size} ${entries}`);

export const withFile = (data: Buffer | string) => page(shown, { objects: attached(data) });

/** One character after another, each with a place and a direction of its own, in an order that is none. */
export function scattered(text: string, placeOf: (index: number) => [number, number], direction = '1 0 0 1'): string {
  const drawn = [...text].map((char, index) => {
    const [x, y] = placeOf(index);
    return `BT /F1 12 Tf ${direction} ${x} ${y} Tm ${show(char)} ET\n`;
  });
  return drawn.toSorted((one, other) => orderOf(one) - orderOf(other)).join('');
}

const orderOf = (text: string) => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 7);

/** A page whose font F1 is object 5; its parts follow from 6 on. */
export function fontPage(content: string, ...font: (string | Buffer)[]): Buffer {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content),
    ...font,
  ]);
}
