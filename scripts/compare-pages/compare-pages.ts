/**
 * `npm run compare-pages`: writes out/compare-pages/report.md and docs/page-comparison.md; ends with 1 when a document is
 * out of tolerance. `-- --pages` also keeps the PDF files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from '../run-program';
import { compareDocument } from './compare-document';
import { countLost, linesOf } from './lines';
import { convertAllToPdf } from './office';
import { COMPARED, renderSamples } from './render-samples';
import { type Compared, writeReport } from './report';
import { faultsOf } from './tolerance';

const OUT = 'out/compare-pages';

async function main(): Promise<void> {
  const samples = await renderSamples({ root: process.cwd(), wanted: COMPARED });
  const files = samples.map(({ docx }) => docx);
  const printed = await convertAllToPdf(files);
  const compared: Compared[] = [];
  for (const [index, { name, instrument, pdf }] of samples.entries()) {
    const docx = printed[index] ?? Buffer.alloc(0);
    const lostCharacters = countLost(await linesOf(pdf), await linesOf(docx));
    compared.push({ name, instrument, lostCharacters, comparison: await compareDocument(pdf, docx) });
    if (process.argv.includes('--pages')) keep(name, { pdf, docx });
  }
  const report = writeReport(compared);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(path.join(OUT, 'report.md'), report);
  writeFileSync('docs/page-comparison.md', report);
  const faults = compared.flatMap(({ name, instrument, comparison }) =>
    faultsOf(instrument, comparison).map((fault) => `${name}: ${fault}`),
  );
  for (const fault of faults) console.log(fault);
  console.log(`${compared.length} documents compared, ${faults.length} out of tolerance`);
  if (faults.length > 0) process.exitCode = 1;
}

function keep(name: string, { pdf, docx }: { pdf: Buffer; docx: Buffer }): void {
  const file = path.join(OUT, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.pdf`, pdf);
  writeFileSync(`${file}.docx.pdf`, docx);
}

runProgram(main);
