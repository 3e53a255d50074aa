import type { CarrierText } from './assert-no-leak';
import { createBudget } from './budget';
import { readingsOf } from './encodings';
import { looseText } from './loose-text';
import { readZip } from './zip';

/** Names that are safe to repeat to people; any other could itself be the leak. */
const KNOWN_PART =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app|custom)\.xml|customXml\/item\d{1,2}\.xml|word\/(_rels\/)?(document|header|footer|comments|footnotes|endnotes|settings|styles|numbering|fontTable|webSettings)\d{0,2}\.xml(\.rels)?)$/;

/**
 * Everything that a tool can read in a DOCX: every part of the package, whether Word shows it or not, and the names,
 * comments and extra fields of the ZIP. Pictures are not looked at, only the text stored in their files.
 * @throws AppError LEAK_DETECTED for anything that cannot be decoded
 */
export function readDocx(bytes: Buffer): CarrierText[] {
  const budget = createBudget();
  budget.spend(bytes.length);
  const { entries, comment } = readZip(bytes, budget);
  const texts: CarrierText[] = entries.flatMap(({ name, data, notes }, index) => {
    const latin = name.toString('latin1');
    const carrier = `DOCX 部件 ${KNOWN_PART.test(latin) ? latin : `第 ${index + 1} 个`}`;
    return [
      { carrier, text: looseText(data) },
      ...[name, ...notes].flatMap(readingsOf).map((text) => ({ carrier: `${carrier}的名称或附注`, text })),
    ];
  });
  return [...texts, ...readingsOf(comment).map((text) => ({ carrier: 'DOCX 压缩包注释', text }))];
}
