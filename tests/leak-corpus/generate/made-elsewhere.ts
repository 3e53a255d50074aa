/** Files that only other programs make: a photograph by Chromium, an old Word file by LibreOffice. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { png, qrModules } from './codes';
import { documentXml, docx, run } from './docx-package';
import { ADDRESS } from './kinds';

export type MadeElsewhere = { jpeg: Buffer; jpegSize: number; doc: Buffer };

export async function makeElsewhere(): Promise<MadeElsewhere> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const jpegSize = 240;
  const page = await browser.newPage({ viewport: { width: jpegSize, height: jpegSize } });
  const source = `data:image/png;base64,${png(qrModules(ADDRESS)).toString('base64')}`;
  await page.setContent(`<body style="margin:0"><img src="${source}" width="${jpegSize}" height="${jpegSize}"></body>`);
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 70 });
  await browser.close();
  const home = mkdtempSync(path.join(tmpdir(), 'anshu-corpus-'));
  writeFileSync(path.join(home, 'a.docx'), docx({ 'word/document.xml': documentXml(run(ADDRESS)) }));
  const options = [
    `-env:UserInstallation=file://${home}/profile`,
    '--headless',
    '--convert-to',
    'doc',
    '--outdir',
    home,
  ];
  execFileSync('soffice', [...options, path.join(home, 'a.docx')], { stdio: 'ignore' });
  const doc = readFileSync(path.join(home, 'a.doc'));
  rmSync(home, { recursive: true });
  return { jpeg, jpegSize, doc };
}
