/** The part `word/fontTable.xml` (ECMA-376 17.8): by it Word finds a font under its other names, or a Chinese one instead. */
import { escapeXml } from './component-xml';
import { type Faces, LATIN } from './faces';

type Known = { names?: string; panose: string; family: 'auto' | 'modern' | 'roman' | 'script'; pitch: string };

/** What Word writes about the fonts of an office PC; other names of theirs are those of older systems (GB2312, GBK). */
const KNOWN: Record<string, Known> = {
  仿宋: { names: 'FangSong,仿宋_GB2312', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  楷体: { names: 'KaiTi,楷体_GB2312', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  黑体: { names: 'SimHei', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  宋体: { names: 'SimSun', panose: '02010600030101010101', family: 'auto', pitch: 'variable' },
  方正小标宋简体: { names: '方正小标宋_GBK', panose: '02010601030101010101', family: 'script', pitch: 'fixed' },
  [LATIN]: { panose: '02020603050405020304', family: 'roman', pitch: 'variable' },
};

/** Windows character sets: GB2312, for which Word looks for a Chinese font instead; and Western. */
const CHARSET = { chinese: '86', western: '00' } as const;

/** Every font that the styles name, each once. */
export function fontTablePart(faces: Faces): string {
  const names = new Set(Object.values(faces).flatMap(({ eastAsian, latin }) => [eastAsian, latin]));
  const fonts = [...names].sort().map(fontXml);
  return `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

function fontXml(name: string): string {
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  return [
    `<w:font w:name="${escapeXml(name)}">`,
    known?.names === undefined ? '' : `<w:altName w:val="${known.names}"/>`,
    known === undefined ? '' : `<w:panose1 w:val="${known.panose}"/>`,
    `<w:charset w:val="${name === LATIN ? CHARSET.western : CHARSET.chinese}"/>`,
    `<w:family w:val="${known?.family ?? 'auto'}"/><w:pitch w:val="${known?.pitch ?? 'default'}"/></w:font>`,
  ].join('');
}
