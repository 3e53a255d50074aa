import { OWN_ROLES, type OwnRole } from '../compose/font-metrics';

/** What an operator says about the font of one role. */
export type OwnFont = {
  /** Name of a file in the same folder. */
  file?: string;
  /** Which font of a collection (TTC), counted from 0. */
  index?: number;
  /** Name by which Word finds the font on the readers' PCs. */
  eastAsia?: string;
};

export type FontList = Partial<Record<OwnRole, OwnFont>>;

/** Word knows names of up to 31 characters; marks of XML have no place in one. */
const FONT_NAME = /^[^<>&"'\p{Cc}]{1,31}$/u;
const FILE_NAME = /^[^/\\\p{Cc}]{1,255}$/u;
const ROLES = OWN_ROLES.join('、');

/**
 * Reads the text of `fonts.json`.
 * @returns the list, or one Chinese sentence for each fault; what is wrong is named, never a value that could be secret
 */
export function readFontList(json: string): { list: FontList; faults: string[] } {
  const content = parse(json);
  if (!isObject(content)) return { list: {}, faults: ['fonts.json 应为一个 JSON 对象'] };
  const list: FontList = {};
  const faults: string[] = [];
  for (const [name, entry] of Object.entries(content)) {
    const role = OWN_ROLES.find((known) => known === name);
    if (role === undefined) faults.push(`fonts.json 中的“${name}”不是字体的用途，应为 ${ROLES} 之一`);
    else {
      const wrong = faultsOf(entry);
      faults.push(...wrong.map((fault) => `${role}：${fault}`));
      if (wrong.length === 0) list[role] = entry as OwnFont;
    }
  }
  if (Object.keys(content).length === 0) faults.push('fonts.json 没有列出任何字体');
  return { list, faults };
}

function faultsOf(entry: unknown): string[] {
  if (!isObject(entry)) return ['应写作 { "file": "文件名", "index": 0, "eastAsia": "字体名" }'];
  const { file, index, eastAsia, ...rest } = entry;
  const [unknown] = Object.keys(rest);
  const faults: string[] = [];
  if (unknown !== undefined) faults.push(`不认识的项目“${unknown}”，只有 file、index、eastAsia`);
  if (file === undefined && eastAsia === undefined) faults.push('file 和 eastAsia 至少要有一项');
  if (file !== undefined && !(typeof file === 'string' && FILE_NAME.test(file)))
    faults.push('file 应为本目录下的文件名，不含路径');
  if (index !== undefined && !(Number.isInteger(index) && Number(index) >= 0 && file !== undefined))
    faults.push('index 应为从 0 起的整数，与 file 一起使用');
  if (eastAsia !== undefined && !(typeof eastAsia === 'string' && FONT_NAME.test(eastAsia)))
    faults.push('eastAsia 应为 1 至 31 个字的字体名，不含 < > & 和引号');
  return faults;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
