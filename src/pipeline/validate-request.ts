import type { LawShape, LawValues } from '../authoring';
import { AppError, type FieldError, type Notice } from '../errors';
import type { Law } from '../jurisdiction';
import { printedText } from '../model';
import type { Order } from '../workers';
import type { Deps } from './deps';
import { audiencesOf, type CheckedCase, checkRequest, projectFor } from './prepare-copy';
import { buildPages, glyphErrors } from './render-copy';
import type { CopyRequest } from './request';

/** The number takes the room of a real one and is never printed. */
const NO_NUMBER = 'VALIDATION';

/**
 * The findings on a case for an instrument, for all its copies: what is valid here is refused for none of them.
 * @throws AppError INVALID_CASE and others as `checkRequest`, BUSY and REQUEST_CANCELLED
 */
export async function validateRequest<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: Pick<CopyRequest, 'instrument' | 'case' | 'item'>,
  order: Order,
): Promise<{ notices: Notice[] }> {
  const checked = checkRequest(deps, request);
  const missing = await deps.workers.missingGlyphs(JSON.stringify(checked.case));
  if (missing.length === 0) return { notices: checked.notices };
  // Copies are prepared, as for a preview: in turn.
  const errors = await deps.workers.takeTurn(order, async () => findUndrawable(deps, checked, missing));
  if (errors.length > 0) throw new AppError('INVALID_CASE', 'a copy has characters without glyphs', { errors });
  return { notices: checked.notices };
}

/**
 * Where the characters stand on the first copy that would print them; in a field that no copy prints they harm nobody.
 * Nearly all of a case stands on the last copy, which is for the file.
 */
function findUndrawable<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  checked: CheckedCase<C, Law<LawValues<P>, LawValues<L>>>,
  missing: readonly string[],
): FieldError[] {
  const errors: FieldError[] = [];
  let rest = missing;
  for (const audience of audiencesOf(checked).toReversed()) {
    if (rest.length === 0) break;
    const copy = projectFor(deps, checked, { audience, freeText: 'redact' });
    const text = printedText(buildPages(deps, copy, NO_NUMBER).model);
    const printed = rest.filter((character) => text.includes(character));
    errors.push(...glyphErrors(printed, copy.projection.view));
    rest = rest.filter((character) => !printed.includes(character));
  }
  return errors;
}
