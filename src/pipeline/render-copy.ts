import type { Built, LawShape, LawValues } from '../authoring';
import { AppError, type FieldError } from '../errors';
import type { Law } from '../jurisdiction';
import { type Format, MEDIA_TYPES } from '../layout/format';
import { standsOut } from '../privacy';
import { toPointer } from '../schema';
import type { Order } from '../workers';
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

type RenderOptions = {
  number: string;
  issuedAt: Date;
  format: Format;
  watermark?: string;
  /** Who waits for the file; left out where nobody does. */
  order?: Order;
};

/**
 * Builds the pages of a prepared copy, and has the file written and proved.
 * @throws AppError GLYPH_MISSING, and as `Workers.finish`
 */
export async function renderCopy<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  copy: PreparedCopy<C, Law<LawValues<P>, LawValues<L>>>,
  { number, issuedAt, format, watermark, order = { lane: 'batch' } }: RenderOptions,
): Promise<RenderedCopy> {
  const { projection } = copy;
  const built = buildPages(deps, copy, number);
  const model = watermark === undefined ? built.model : { ...built.model, watermark };
  const { allowed } = projection;
  const forbidden = projection.forbidden.filter(standsOut);
  const finished = await deps.workers.finish({ model, issuedAt, format, forbidden, allowed }, order);
  if (finished.kind === 'missing-glyphs') {
    const { characters } = finished;
    const errors = glyphErrors(characters, projection.view);
    throw new AppError('GLYPH_MISSING', `no glyph for ${characters.length} characters`, { errors });
  }
  const { bytes, sha256 } = finished;
  return { bytes, mediaType: MEDIA_TYPES[format], sha256, built };
}

/** The pages of a prepared copy, not yet written. */
export function buildPages<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  { instrument, item, audience, law, projection }: PreparedCopy<C, Law<LawValues<P>, LawValues<L>>>,
  number: string,
): Built {
  return instrument.build({
    view: projection.view,
    item,
    audience,
    law,
    clause: deps.clauses.of(instrument.id, law),
    number,
    verifyUrl: `${deps.publicBaseUrl}/v/${number}`,
  });
}

/** A name drawn as a box is no name: says which character of which field no font has. */
export function glyphErrors(missing: readonly string[], view: unknown): FieldError[] {
  return missing.flatMap((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const detail = `字库没有“${character}”（${code}），请改用规范汉字，或者由管理员补充字库`;
    return pointersWith(view, character).map((pointer) => ({ pointer, code: 'GLYPH_MISSING', detail }));
  });
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
