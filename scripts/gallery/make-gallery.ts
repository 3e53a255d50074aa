/** `npm run gallery`: draws the pages of docs/gallery and writes its README; deterministic on one machine. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openLayout } from '../../src/layout';
import { convertAllToPdf } from '../compare-pages/office';
import { rasterise } from '../compare-pages/raster';
import { renderSamples } from '../compare-pages/render-samples';
import { runProgram } from '../run-program';
import { SAMPLE_TIME } from '../samples/open-samples';
import { SHOWN, type Shown } from './list-pages';
import { fullGrid, namesPage } from './models';
import { drawPage, sideBySide } from './pages';
import { toPng } from './png';
import { galleryText } from './readme';
import { refusalsOfPrivateUse } from './refusal';
import { rulerSheet } from './ruler';

const FOLDER = 'docs/gallery';
const DPI = 80;
/** A page over rulers has thousands of thin lines to show. */
const RULER_DPI = 96;

type Files = { pdf: Buffer; docx: Buffer };

async function main(): Promise<void> {
  const root = process.cwd();
  const files = await filesOf(root);
  const printed = await convertAllToPdf(files.map(({ docx }) => docx));
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) rmSync(path.join(FOLDER, old));
  for (const [index, shown] of SHOWN.entries()) {
    const pdf = files[index]?.pdf ?? Buffer.alloc(0);
    const png = await pictureOf(shown, [pdf, printed[index] ?? pdf]);
    writeFileSync(path.join(FOLDER, `${shown.file}.png`), png);
    console.log(`${shown.file}.png ${Math.ceil(png.length / 1024)} kB`);
  }
  writeFileSync(path.join(FOLDER, 'README.md'), galleryText(await refusalsOfPrivateUse(root)));
}

async function filesOf(root: string): Promise<Files[]> {
  const names = SHOWN.flatMap((shown) => ('sample' in shown ? [shown.sample] : []));
  const pattern = new RegExp(`^(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})$`);
  const samples = await renderSamples({ root, wanted: pattern });
  const { writers } = await openLayout({ fontsDir: path.join(root, 'fonts') });
  const models = { names: namesPage, grid: fullGrid };
  return Promise.all(
    SHOWN.map(async (shown) => {
      if ('sample' in shown) {
        const found = samples.find(({ name }) => name === shown.sample);
        if (found === undefined) throw new Error(`no sample ${shown.sample}`);
        return found;
      }
      const model = models[shown.model];
      const [pdf, docx] = await Promise.all([
        writers.pdf.write(model, { issuedAt: SAMPLE_TIME }),
        writers.docx.write(model, { issuedAt: SAMPLE_TIME }),
      ]);
      return { pdf, docx };
    }),
  );
}

async function pictureOf({ page, ruler }: Shown, pdfs: Buffer[]): Promise<Buffer> {
  const under = ruler === true ? { under: rulerSheet() } : {};
  const pictures = await Promise.all(
    pdfs.map(async (pdf) => {
      const count = page > 0 ? 0 : (await rasterise(pdf, 10)).length;
      const number = page > 0 ? page : count + 1 + page;
      return drawPage(pdf, { page: number, dpi: ruler === true ? RULER_DPI : DPI, ...under });
    }),
  );
  return toPng(sideBySide(pictures));
}

runProgram(main);
