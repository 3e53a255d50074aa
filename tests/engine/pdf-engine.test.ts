import fs, { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfmake/js/PDFDocument';
import { type FontProgram, readFontProgram } from '../../scripts/check-pdf/reading/font-program';
import { type FontFile, type FontSet, openFonts } from '../../src/layout/fonts';
import { writePdf } from '../../src/layout/pdf';
import { openFontSource } from '../../src/layout/pdf/outlines';
import { srgbProfile } from '../../src/layout/pdf/srgb-profile';
import { createSubset } from '../../src/layout/pdf/subset';
import { RULING } from '../support/layout-samples';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await openFonts('fonts');
});

const issuedAt = new Date('2026-11-21T08:00:00Z');

describe('the engine', () => {
  test('is the version whose document class the writer drives', () => {
    const resolve = createRequire(require.resolve('pdfmake/package.json')).resolve;
    const versionOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')).version;
    expect(versionOf(require.resolve('pdfmake/package.json'))).toBe('0.3.11');
    expect(versionOf(resolve('pdfkit/package.json'))).toBe('0.19.1');
  });

  test('still has the parts that no documentation names', () => {
    const document = new PDFDocument(
      {},
      {},
      {},
      {},
      {
        size: [100, 100],
        margin: 0,
        pdfVersion: '1.7',
        lang: 'zh-CN',
        tagged: true,
        displayTitle: true,
        autoFirstPage: false,
        font: null,
        info: {},
      },
    );
    expect(document._id).toBeInstanceOf(Buffer);
    expect(document._root.data).toMatchObject({ Type: 'Catalog' });
    expect(document.getStructParentTree().limits).toBe(true);
    expect(document.info).toHaveProperty('Creator', 'PDFKit');
    const head = document.read();
    expect(head.toString('latin1')).toMatch(/^%PDF-1\.7\n%/);
    expect(document._offset).toBe(head.length);
    expect(document.ref({}).compress).toBe(true);
    expect(document.struct('P', {}).dictionary.data).toEqual({ S: 'P' });
  });

  test('writes lines and bytes through the one method that the writer replaces', async () => {
    const write = jest.spyOn(PDFDocument.prototype, '_write');
    try {
      const { length } = await writePdf(RULING, { issuedAt, fonts });
      const file = await writePdf(RULING, { issuedAt, fonts });
      // The head of the file is written while the document is made, before the writer can replace anything.
      expect(new Set(write.mock.calls.map(([line]) => line))).toEqual(new Set(['%PDF-1.7', '%\xff\xff\xff\xff']));
      expect(file.length).toBe(length);
      const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file.toString('latin1'))?.[1]);
      expect(file.toString('latin1', start, start + 5)).toBe('xref\n');
    } finally {
      write.mockRestore();
    }
  });

  test('writes neither its own metadata nor its own fonts', async () => {
    const metadata = jest.spyOn(PDFDocument.prototype, 'endMetadata');
    try {
      await writePdf(RULING, { issuedAt, fonts });
      expect(metadata).not.toHaveBeenCalled();
    } finally {
      metadata.mockRestore();
    }
  });

  test('opens no file while it writes, once the fonts are open', async () => {
    await writePdf(RULING, { issuedAt, fonts });
    const spies = [jest.spyOn(fs, 'readFileSync'), jest.spyOn(fs, 'openSync'), jest.spyOn(fs, 'createReadStream')];
    try {
      await writePdf(RULING, { issuedAt, fonts });
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});

describe('a subset', () => {
  const subsetOf = (text: string, from: 'fang' | 'rare' | FontFile): { program: FontProgram; codes: number[] } => {
    const subset = createSubset(openFontSource(typeof from === 'string' ? fonts.file(from) : from));
    const codes = [...text].map((character) => Number.parseInt(subset.encode(character), 16));
    return { program: readFontProgram(subset.finish().program), codes };
  };

  test('holds each character once, with outline and advance of its font', () => {
    const { program, codes } = subsetOf('法院法', 'fang');
    const file = readFontProgram(readFileSync('fonts/anshu-fang.ttf'));
    expect(codes).toEqual([1, 2, 1]);
    expect(program.glyphCount).toBe(3);
    for (const [index, character] of [...'法院'].entries()) {
      const source = file.outline(file.glyphOf(character.codePointAt(0) ?? 0));
      expect(
        program
          .outline(index + 1)
          .subarray(0, source.length)
          .equals(source),
      ).toBe(true);
      expect(program.advance(index + 1)).toBe(1000);
    }
  });

  test('has the same bytes in every process, whatever was drawn there before', () => {
    const programOf = (texts: string[]) => {
      const source = openFontSource({ id: `fang after ${texts.length}`, read: fonts.file('fang').read });
      return texts.map((text) => {
        const subset = createSubset(source);
        subset.encode(text);
        return subset.finish().program;
      });
    };
    const [alone] = programOf(['人身安全保护令']);
    const [, , after] = programOf(['重庆市渝中区', '令护保', '人身安全保护令']);
    expect(alone && after?.equals(alone)).toBe(true);
  });

  test('brings along the parts of composite glyphs, under their new numbers', () => {
    const bytes = readFileSync(path.join(__dirname, '../fonts/composite.ttf'));
    const file = readFontProgram(bytes);
    const { program, codes } = subsetOf('法−', {
      id: 'composite',
      read: (at, length) => bytes.subarray(at, at + length),
    });
    const source = file.outline(file.glyphOf(0x2212));
    const drawn = program.outline(codes[1] ?? 0);
    expect(source.readInt16BE(0)).toBeLessThan(0);
    const [part, sourcePart] = [drawn.readUInt16BE(12), source.readUInt16BE(12)];
    expect(part).toBe(3);
    const outline = file.outline(sourcePart);
    expect(program.outline(part).subarray(0, outline.length).equals(outline)).toBe(true);
  });

  test('adds up to the check sum that its head promises', () => {
    const { program } = subsetOf('𠅤𠮷', 'rare');
    const padded = Buffer.concat([program.bytes], Math.ceil(program.bytes.length / 4) * 4);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  test('refuses a character that its font cannot draw, instead of an empty box', () => {
    expect(() => subsetOf('\ue000', 'fang')).toThrow(/without a glyph/);
  });
});

test('the colour profile is sRGB: D50 white, and primaries that add up to it', () => {
  const profile = srgbProfile();
  const tags = new Map(
    Array.from({ length: profile.readUInt32BE(128) }, (_, index) => 132 + index * 12).map((at) => [
      profile.toString('latin1', at, at + 4),
      profile.readUInt32BE(at + 4),
    ]),
  );
  const xyz = (tag: string) => [8, 12, 16].map((at) => profile.readInt32BE((tags.get(tag) ?? 0) + at) / 65536);
  const sum = [0, 1, 2].map((axis) =>
    ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, tag) => total + (xyz(tag)[axis] ?? 0), 0),
  );
  xyz('wtpt').forEach((value, axis) => {
    expect(sum[axis]).toBeCloseTo(value, 3);
  });
  // A formula of five numbers (parametricCurveType 3): half of the signal is 21.4 % of the light, 4 % of it 0.31 %.
  const curve = tags.get('gTRC') ?? 0;
  expect(profile.toString('latin1', curve, curve + 4)).toBe('para');
  expect(profile.readUInt16BE(curve + 8)).toBe(3);
  const [g = 0, a = 0, b = 0, c = 0, d = 0] = [12, 16, 20, 24, 28].map((at) => profile.readInt32BE(curve + at) / 65536);
  const lightOf = (signal: number) => (signal >= d ? (a * signal + b) ** g : c * signal);
  expect(lightOf(0.5)).toBeCloseTo(0.21404, 4);
  expect(lightOf(0.04)).toBeCloseTo(0.0031, 4);
  expect(lightOf(1)).toBeCloseTo(1, 3);
});
