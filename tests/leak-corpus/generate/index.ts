/** Writes the files of tests/leak-corpus/own and their table: node -r tests/support/typescript-hook.cjs <this file> */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { docxFiles } from './docx';
import { ADDRESS, PHONE } from './kinds';
import { makeElsewhere } from './made-elsewhere';
import { pdfFiles } from './pdf';

async function write(): Promise<void> {
  const folder = path.join(__dirname, '../own');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = await makeElsewhere();
  const files = [...pdfFiles(made), ...docxFiles(made)];
  for (const { name, bytes } of files) writeFileSync(path.join(folder, name), bytes);
  const list = files.map(({ name, about, carrier }) => ({ name, about, ...(carrier !== undefined && { carrier }) }));
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(list, null, 2)}\n`);
  const rows = list.map(({ name, about, carrier }) => `| ${name} | ${about} | ${carrier ?? '——（应当通过）'} |`);
  writeFileSync(
    path.join(folder, 'README.md'),
    `# 自备的泄露样本

由 \`tests/leak-corpus/generate/\` 生成。除 \`clean-\` 开头的以外，每个文件都在一处藏有同一住址
\`${ADDRESS}\`（条形码藏的是电话 \`${PHONE}\`）。

| 文件 | 藏在哪里 | 应当报告的载体 |
|---|---|---|
${rows.join('\n')}
`,
  );
}

void write();
