import { createHash } from 'node:crypto';
import type { Built, LawShape, LawValues } from '../authoring';
import { AppError } from '../errors';
import type { Law } from '../jurisdiction';
import type { Format } from '../layout';
import { assertNoLeak, readFile } from '../leak-check';
import { printedText } from '../model';
import { toPointer } from '../schema';
import type { Deps } from './deps';
import type { PreparedCopy } from './prepare-copy';

/** A finished file and what the register keeps of it. */
export type RenderedCopy = {
  bytes: Buffer;
  mediaType: string;
  /** Hex SHA-256 of the bytes. */
  sha256: string;
  built: Built;
};

type RenderOptions = { number: string; issuedAt: Date; format: Format; watermark?: string };

/**
 * Builds the pages of a prepared copy, writes the file, and searches both for whatever may not stand in them.
 * @throws AppError GLYPH_MISSING, LEAK_DETECTED
 */
export async function renderCopy<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  copy: PreparedCopy<C, Law<LawValues<P>, LawValues<L>>>,
  { number, issuedAt, format, watermark }: RenderOptions,
): Promise<RenderedCopy> {
  const { instrument, item, audience, law, projection } = copy;
  const built = instrument.build({
    view: projection.view,
    item,
    audience,
    law,
    clause: deps.clauses.of(instrument.id, law.jurisdiction.id),
    number,
    verifyUrl: `${deps.publicBaseUrl}/v/${number}`,
  });
  const model = watermark === undefined ? built.model : { ...built.model, watermark };
  const text = printedText(model);
  assertNoLeak({ texts: [{ carrier: '文书内容', text }] }, projection.forbidden, projection.allowed);
  refuseMissingGlyphs(deps.layout.missingGlyphs(text), projection.view);
  const writer = deps.layout.writers[format];
  const bytes = await writer.write(model, { issuedAt });
  assertNoLeak(await readFile(bytes, format), projection.forbidden, projection.allowed);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, mediaType: writer.mediaType, sha256, built };
}

/** A name drawn as a box is no name: refuse, and say which character of which field. */
function refuseMissingGlyphs(missing: string[], view: unknown): void {
  if (missing.length === 0) return;
  const errors = missing.flatMap((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const detail = `字库没有“${character}”（${code}），请改用规范汉字，或者由管理员补充字库`;
    return pointersWith(view, character).map((pointer) => ({ pointer, code: 'GLYPH_MISSING', detail }));
  });
  throw new AppError('GLYPH_MISSING', `no glyph for ${missing.length} characters`, { errors });
}

/** Where in the view a character stands; the document itself when only a clause uses it. */
function pointersWith(view: unknown, character: string): string[] {
  const pointers: string[] = [];
  const visit = (value: unknown, path: string[]): void => {
    if (typeof value === 'string' && value.includes(character)) pointers.push(toPointer(path));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(part, [...path, key]);
    }
  };
  visit(view, []);
  return pointers.length === 0 ? [''] : pointers;
}
