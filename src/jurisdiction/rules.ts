import { z } from 'zod';

const isoDate = z.iso.date();

const text = z.string().trim().min(1);
const OPEN = '\u300A';
const CLOSE = '\u300B';

/** 第十条第二项, as papers cite it: they join articles by these words. */
const ARTICLE =
  /^第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十百]+款)?(?:第[一二三四五六七八九十百]+项)?$/u;

/** A provision: what it is called, where it was read, and between which days it is in force. */
const basisSchema = z.strictObject({
  id: z.string().min(1),
  /** Without brackets around it: papers set their own. */
  title: text.refine((title) => !title.startsWith(OPEN), 'Must be written without brackets around it'),
  /** 条款项 written out; left out when the whole act is meant. */
  article: z.string().regex(ARTICLE, 'Must be written out in Chinese numerals, like 第十条第二项').optional(),
  kind: z.enum(['law', 'interpretation', 'local-regulation', 'opinion', 'standard']),
  source: text,
  checkedOn: isoDate,
  validFrom: isoDate,
  /** Last day in force. */
  validUntil: isoDate.optional(),
});

export type Basis = z.infer<typeof basisSchema>;

const cited = z.array(z.string().min(1)).min(1);

/** An empty list would read as no rules at all, and leave those of the jurisdiction above in force. */
const listed = z
  .array(z.looseObject({ id: z.string().min(1), basis: cited }))
  .min(1, 'An empty list changes nothing: leave it out');

/** The file of one jurisdiction. What the parameters and lists mean is said by the schema of the templates. */
export const jurisdictionFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string().min(1),
  /** The jurisdiction whose rules this one overlays. */
  extends: z.string().optional(),
  bases: z.array(basisSchema),
  parameters: z.record(z.string(), z.strictObject({ value: z.unknown(), basis: cited })).default({}),
  lists: z.record(z.string(), listed).default({}),
});

export type JurisdictionFile = z.infer<typeof jurisdictionFile>;

/** Shape of the law's content, given by the templates: the machine knows no parameter and no list by name. */
export type LawSchema<P, L> = { parameters: P; lists: L };

export type Cited<T> = { value: T; bases: Basis[]; citation: string };

/** The law of one jurisdiction on one day. A rule that was not in force on that day is absent. */
export type Law<P = Record<string, unknown>, L = Record<string, Record<string, unknown>>> = {
  jurisdiction: { id: string; label: string };
  on: string;
  parameters: { [Key in keyof P]?: Cited<P[Key]> };
  lists: { [Key in keyof L]: (L[Key] & { id: string; bases: Basis[]; citation: string })[] };
  bases: Basis[];
  /** The provision with that id, or undefined when it is not in force on that day. */
  basis(id: string): Basis | undefined;
};

/**
 * Names provisions the way a document does: every title in brackets (brackets inside a title become single ones), a
 * title or an article that stays the same is not repeated (第三十四条第一项、第三项).
 */
export function cite(bases: readonly Basis[]): string {
  return bases
    .map((basis, index) => {
      const article = basis.article ?? '';
      const before = bases[index - 1];
      if (before?.title !== basis.title || before.article === undefined) return `${bracket(basis.title)}${article}`;
      const [, whole = '', part = ''] = PARTS.exec(article) ?? [];
      const [, wholeBefore = '', partBefore = ''] = PARTS.exec(before.article) ?? [];
      return whole !== '' && whole === wholeBefore && part !== '' && partBefore !== '' ? part : article;
    })
    .join('、');
}

/** An article, and the paragraph and item that follow it. */
const PARTS = /^(第[^条]+条)(.*)$/;
function bracket(title: string): string {
  return `${OPEN}${title.replaceAll(OPEN, '〈').replaceAll(CLOSE, '〉')}${CLOSE}`;
}
