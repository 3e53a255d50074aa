import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnRole } from '../compose/font-metrics';
import { type FontFile, type OpenFontFile, openFontFile } from '../font-file';
import { countFonts, type FontBytes, fontInCollection } from './collection';
import { findFontFaults } from './find-faults';
import { type OwnFont, readFontList } from './font-list';

/** The fonts that an operator has put in place of bundled ones. */
export type OwnFonts = {
  files: Map<OwnRole, FontFile>;
  /** Names to be written into DOCX files. */
  eastAsia: Partial<Record<OwnRole, string>>;
};

const LIST = 'fonts.json';

/**
 * Opens and checks an operator's fonts: a folder with `fonts.json` and the files that it names.
 * @throws Error with one Chinese line for every fault: the role, the file and what is wrong with it
 */
export function openOwnFonts(folder: string): OwnFonts {
  const { list, faults } = readList(folder);
  const fonts: OwnFonts = { files: new Map(), eastAsia: {} };
  for (const [role, font] of Object.entries(list) as [OwnRole, OwnFont][]) {
    if (font.eastAsia !== undefined) fonts.eastAsia[role] = font.eastAsia;
    if (font.file === undefined) continue;
    const opened = openFont(join(folder, font.file), font.index);
    if ('faults' in opened) faults.push(...opened.faults.map((fault) => `${role}（${font.file}）：${fault}`));
    else fonts.files.set(role, opened);
  }
  if (faults.length > 0) throw new Error(['自备字体有误：', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  return fonts;
}

function readList(folder: string): ReturnType<typeof readFontList> {
  let json: string;
  try {
    json = readFileSync(join(folder, LIST), 'utf8');
  } catch {
    return { list: {}, faults: [`目录中没有可读的 ${LIST}`] };
  }
  return readFontList(json);
}

function openFont(path: string, index: number | undefined): FontFile | { faults: string[] } {
  let file: OpenFontFile;
  try {
    file = openFontFile(path);
  } catch {
    return { faults: ['文件不存在或者不可读'] };
  }
  const chosen = chooseFont(file, index);
  const faults = 'faults' in chosen ? chosen.faults : findFontFaults(chosen);
  if ('faults' in chosen || faults.length > 0) {
    file.close();
    return { faults };
  }
  return { id: `${file.id} ${index ?? 0}`, read: chosen.read };
}

function chooseFont(file: OpenFontFile, index: number | undefined): FontBytes | { faults: string[] } {
  const count = countFonts(file);
  if (count === undefined) return index === undefined ? file : { faults: ['不是字体集合（TTC），不应写 index'] };
  if ((index ?? 0) >= count) return { faults: [`字体集合中有 ${count} 个字体，index 应小于 ${count}`] };
  try {
    return fontInCollection(file, index ?? 0);
  } catch {
    return { faults: ['文件已损坏，不能读取'] };
  }
}
