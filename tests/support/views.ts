import { project } from '../../src/privacy';
import { fieldTree } from '../../src/schema';
import { type Case, caseSchema } from '../../templates/case';
import { policy } from '../../templates/policy';

const tree = fieldTree(caseSchema);
export const audiences = Object.keys(policy.audiences);

/** What an audience, or several readers together, see of a case. */
export function see(root: Case, audience: string | string[], item?: string) {
  const readers = typeof audience === 'string' ? [audience] : audience;
  return project({ root, tree, policy, readers, item, freeText: 'redact' });
}
const seen = new WeakMap<Case, Map<string, string>>();

/** The view as text; the same view is made once. */
export function viewText(root: Case, audience: string, item?: string): string {
  const views = seen.get(root) ?? new Map<string, string>();
  seen.set(root, views);
  const key = `${audience} ${item ?? ''}`;
  const text = views.get(key) ?? JSON.stringify(see(root, audience, item).view);
  views.set(key, text);
  return text;
}

/** Every copy: of the whole case for each audience, and of each entry for its own reader, the respondent and the file. */
export function copiesOf(root: Case): { audience: string; item: string | undefined }[] {
  const entries = [
    ...root.respondents.map((_, index) => ({ own: 'victim', item: `/respondents/${index}` })),
    ...(root.assistance ?? []).map(({ recipient }, index) => ({ own: recipient.kind, item: `/assistance/${index}` })),
    ...(root.service ?? []).map(({ recipient }, index) => ({ own: recipient.kind, item: `/service/${index}` })),
    ...(root.visits ?? []).map(({ subject }, index) => ({ own: subject, item: `/visits/${index}` })),
  ];
  return [
    ...audiences.map((audience) => ({ audience, item: undefined })),
    ...entries.flatMap(({ own, item }) =>
      [...new Set([own, 'respondent', 'court-file'])].map((audience) => ({ audience, item })),
    ),
  ];
}

/** The words that tell where a victim now lives, as the sample states them. */
export function homeWords(root: Case): string[] {
  return root.victims.flatMap(({ residence: { status, current, intended }, shelter }) => {
    const homes = status === 'cohabiting' ? [intended] : [current, intended];
    const words = homes.flatMap((home) => [home?.road, home?.community, home?.line, home?.room]);
    return [...words, shelter].filter((word) => word !== undefined);
  });
}
