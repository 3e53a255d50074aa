import type { LawShape, LawValues } from '../authoring';
import { AppError, type FieldError, type Notice } from '../errors';
import type { Law } from '../jurisdiction';
import { printedText } from '../model';
import type { Deps } from './deps';
import { audiencesOf, type CheckedCase, checkRequest, projectFor } from './prepare-copy';
import { buildPages, glyphErrors } from './render-copy';
import type { CopyRequest } from './request';

/** The number takes the room of a real one and is never printed. */
const NO_NUMBER = 'VALIDATION';

/**
 * The findings on a case for an instrument, for all its copies: what is valid here is refused for none of them.
 * @throws AppError INVALID_CASE and others as `checkRequest`
 */
export async function validateRequest<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: Pick<CopyRequest, 'instrument' | 'case' | 'item'>,
): Promise<{ notices: Notice[] }> {
  const checked = checkRequest(deps, request);
  const missing = await deps.workers.missingGlyphs(JSON.stringify(checked.case));
  const errors = missing.length === 0 ? [] : findUndrawable(deps, checked, missing);
  if (errors.length > 0) throw new AppError('INVALID_CASE', 'a copy has characters without glyphs', { errors });
  return { notices: checked.notices };
}

/** Where the characters stand that some copy would print; in a field that no copy prints they harm nobody. */
function findUndrawable<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  checked: CheckedCase<C, Law<LawValues<P>, LawValues<L>>>,
  missing: readonly string[],
): FieldError[] {
  const found = audiencesOf(checked).flatMap((audience) => {
    const copy = projectFor(deps, checked, { audience, freeText: 'redact' });
    const printed = printedText(buildPages(deps, copy, NO_NUMBER).model);
    return glyphErrors(
      missing.filter((character) => printed.includes(character)),
      copy.projection.view,
    );
  });
  const byPlace = new Map(found.map((error) => [`${error.pointer} ${error.detail}`, error]));
  return [...byPlace.values()];
}
