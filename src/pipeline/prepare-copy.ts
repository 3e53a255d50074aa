import { type Finding, type Instrument, type Item, type LawShape, type LawValues, toBeijing } from '../authoring';
import { AppError, type FieldError, type Notice } from '../errors';
import type { Law } from '../jurisdiction';
import { type Projection, project } from '../privacy';
import { readPointer } from '../schema';
import type { Deps } from './deps';
import type { CopyRequest } from './request';

/** A case that passed every check, seen by one audience, and what is to be made of it. */
export type PreparedCopy<Case, LawNow> = {
  instrument: Instrument<Case, LawNow>;
  item: Item | undefined;
  audience: string;
  law: LawNow;
  projection: Projection<Case>;
  notices: Notice[];
};

type LawOf<P extends LawShape, L extends LawShape> = Law<LawValues<P>, LawValues<L>>;

/** The instrument asked for. @throws AppError INSTRUMENT_UNKNOWN */
export function findInstrument<C, P extends LawShape, L extends LawShape>(
  deps: Pick<Deps<C, P, L>, 'templates'>,
  id: string,
): Instrument<C, LawOf<P, L>> {
  const instrument = deps.templates.instruments.find((candidate) => candidate.id === id);
  if (instrument !== undefined) return instrument;
  const known = deps.templates.instruments.map((candidate) => candidate.id).join('、');
  throw new AppError('INSTRUMENT_UNKNOWN', 'unknown instrument', { detail: `可选的文书：${known}` });
}

/** A case that passed every check, before it is decided who will read the copy. */
export type CheckedCase<Case, LawNow> = {
  instrument: Instrument<Case, LawNow>;
  case: Case;
  law: LawNow;
  item: Item | undefined;
  notices: Notice[];
};

/**
 * Validates the case for an instrument: its shape, then the law's own checks.
 * @throws AppError INSTRUMENT_UNKNOWN, INVALID_CASE (every error at once), INVALID_REQUEST (item)
 */
export function checkRequest<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: Pick<CopyRequest, 'instrument' | 'case' | 'item'>,
): CheckedCase<C, LawOf<P, L>> {
  const instrument = findInstrument(deps, request.instrument);
  const result = deps.validators.get(instrument.id)?.validate(request.case);
  if (result === undefined) throw new AppError('INTERNAL', 'instrument has no validator');
  if (!result.ok) throw new AppError('INVALID_CASE', 'case has a wrong shape', { errors: result.errors });
  const root = result.value;
  const item = chooseItem({ instrument, root, wanted: request.item });
  const today = toBeijing(deps.clock().toISOString()).date;
  const law = deps.jurisdictions.law(deps.templates.jurisdictionOf(root), instrument.lawDate(root, item) ?? today);
  if (law === undefined) {
    const detail = `没有这个地区，可选：${deps.jurisdictions.ids.join('、')}`;
    const errors = [{ pointer: '/jurisdiction', code: 'JURISDICTION', detail }];
    throw new AppError('INVALID_CASE', 'unknown jurisdiction', { errors });
  }
  const input = { case: root, law, item, now: deps.clock().toISOString() };
  const onCase = deps.templates.checkCase(input);
  const findings: Finding[] = [
    ...onCase.filter(({ severity, section }) => concerns({ deps, instrument, section, severity })),
    ...instrument.check(input),
  ];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new AppError('INVALID_CASE', 'case breaks a rule of the law', { errors: errors.map(toFieldError) });
  }
  return { instrument, case: root, law, item, notices: [...result.notices, ...findings.map(toNotice)] };
}

type Concern<C, P extends LawShape, L extends LawShape> = {
  deps: Pick<Deps<C, P, L>, 'templates'>;
  instrument: Instrument<C, LawOf<P, L>>;
  section: string;
  severity: Finding['severity'];
};

/**
 * A slip in a section that the instrument does not read is for the instruments that do: a wrong receipt must not hold up
 * the ruling. An error in a section that no instrument reads would never be found, and so concerns all.
 */
function concerns<C, P extends LawShape, L extends LawShape>(concern: Concern<C, P, L>): boolean {
  const { deps, instrument, section, severity } = concern;
  if (instrument.sections.includes(section)) return true;
  return severity === 'error' && !deps.templates.instruments.some(({ sections }) => sections.includes(section));
}

/**
 * Checks the request whole and makes the view of the case for its audience.
 * @throws AppError as `checkRequest`, and INVALID_REQUEST or AUDIENCE_PUBLIC for the audience, FREE_TEXT_LEAK
 */
export function prepareCopy<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: CopyRequest,
): PreparedCopy<C, LawOf<P, L>> {
  refuseAudience(deps, request.audience);
  const checked = checkRequest(deps, request);
  const audience = chooseAudience(audiencesOf(checked), request.audience);
  return projectFor(deps, checked, { audience, freeText: request.freeText });
}

function entryOf<C, N>({ case: root, item }: CheckedCase<C, N>): unknown {
  return item === undefined ? undefined : readPointer(root, item.pointer);
}

/** Who a copy can be made for: whoever the entry says, or else one of those of the instrument. */
export function audiencesOf<C, N>(checked: CheckedCase<C, N>): readonly string[] {
  const { instrument } = checked;
  const fixed = instrument.item?.audienceOf?.(entryOf(checked), checked.case);
  return fixed === undefined ? instrument.audiences : [fixed];
}

/** The view of a checked case for one of its audiences. @throws AppError FREE_TEXT_LEAK */
export function projectFor<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  checked: CheckedCase<C, LawOf<P, L>>,
  { audience, freeText }: { audience: string; freeText: CopyRequest['freeText'] },
): PreparedCopy<C, LawOf<P, L>> {
  const { instrument, item, law, notices } = checked;
  const readers = [audience, ...(instrument.item?.readers?.(entryOf(checked), checked.case) ?? [])];
  const projection = project({
    root: checked.case,
    tree: treeOf(deps, instrument.id),
    policy: deps.templates.policy,
    readers,
    item: item?.pointer,
    freeText,
  });
  return { instrument, item, audience, law, projection, notices };
}

function treeOf<C, P extends LawShape, L extends LawShape>(deps: Deps<C, P, L>, instrument: string) {
  const validator = deps.validators.get(instrument);
  if (validator === undefined) throw new AppError('INTERNAL', 'instrument has no validator');
  return validator.tree;
}

function toFieldError({ pointer, code, detail, citation }: Finding): FieldError {
  return { pointer, code, detail: citation === undefined ? detail : `${detail}（${citation}）` };
}

function toNotice({ pointer, code, detail, citation }: Finding): Notice {
  return citation === undefined ? { pointer, code, detail } : { pointer, code, detail, citation };
}

type ItemChoice<C, N> = { instrument: Instrument<C, N>; root: C; wanted: string | undefined };

function chooseItem<C, N>({ instrument, root, wanted }: ItemChoice<C, N>): Item | undefined {
  const refuse = (detail: string): never => {
    const errors = [{ pointer: '/item', code: 'ITEM', detail }];
    throw new AppError('INVALID_REQUEST', 'item does not name an entry', { errors });
  };
  const { item } = instrument;
  if (item === undefined) return wanted === undefined ? undefined : refuse('这种文书每案一份，不需要“item”，请删除');
  const list = readPointer(root, `/${item.section}`);
  const entries = Array.isArray(list) ? list : [];
  const pointers = entries.flatMap((entry, index) =>
    (item.applies?.(entry, root) ?? true) ? [`/${item.section}/${index}`] : [],
  );
  const chosen = wanted ?? (pointers.length === 1 ? pointers[0] : undefined);
  if (chosen === undefined || !pointers.includes(chosen)) {
    const options = pointers.length === 0 ? '（案件中没有可用的条目）' : pointers.join('、');
    return refuse(`请用“item”指明${item.label}，可选：${options}`);
  }
  return { pointer: chosen, index: Number(chosen.split('/').at(-1)) };
}

function refuseAudience<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  wanted: string | undefined,
): void {
  const { refused } = deps.templates.policy;
  const refusal = wanted !== undefined && Object.hasOwn(refused, wanted) ? refused[wanted] : undefined;
  if (refusal === undefined) return;
  const errors = [
    { pointer: '/audience', code: 'AUDIENCE_PUBLIC', detail: `${refusal.detail}（${refusal.citation}）` },
  ];
  throw new AppError('AUDIENCE_PUBLIC', 'audience is refused', { detail: errors[0]?.detail ?? '', errors });
}

function chooseAudience(options: readonly string[], wanted: string | undefined): string {
  const chosen = wanted ?? (options.length === 1 ? options[0] : undefined);
  if (chosen !== undefined && options.includes(chosen)) return chosen;
  const errors = [{ pointer: '/audience', code: 'AUDIENCE', detail: `“audience”可选：${options.join('、')}` }];
  throw new AppError('INVALID_REQUEST', 'audience does not fit the instrument', { errors });
}
