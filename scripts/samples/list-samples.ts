import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LawShape } from '../../src/authoring';
import type { CopyRequest, Deps } from '../../src/pipeline';
import { mergePatch } from './merge-patch';

/** One copy that the samples show. `name` is `<instrument>/<file>`. */
export type Sample = { name: string; request: CopyRequest };

type SampleFile = { base: string; patch: unknown; item?: string; audience: string };
type Pipeline<C, P extends LawShape, L extends LawShape> = Pick<Deps<C, P, L>, 'templates' | 'jurisdictions'>;

/**
 * Every instrument × jurisdiction × audience, made from the whole matter of the jurisdiction, and every sample of the
 * instruments' own folders.
 */
export function listSamples<C, P extends LawShape, L extends LawShape>(
  { templates, jurisdictions }: Pipeline<C, P, L>,
  templatesDir: string,
): Sample[] {
  const cases = new Map(
    jurisdictions.ids.flatMap((id) => {
      const file = path.join(templatesDir, 'jurisdictions', id, 'samples', 'case.json');
      return existsSync(file) ? [[id, JSON.parse(readFileSync(file, 'utf8')) as C] as const] : [];
    }),
  );
  return templates.instruments.flatMap((instrument) => {
    const { id, item, audiences } = instrument;
    const matrix = [...cases].flatMap(([jurisdiction, root]) => {
      const taken = new Set<string>();
      const entries = item === undefined ? [undefined] : listOf(root, item.section);
      return entries.flatMap((entry, index): Sample[] => {
        if (item !== undefined && !(item.applies?.(entry, root) ?? true)) return [];
        const fixed = item?.audienceOf?.(entry, root);
        const pointer = item === undefined ? undefined : `/${item.section}/${index}`;
        return (fixed === undefined ? audiences : [fixed]).map((audience) => {
          const plain = `${id}/${jurisdiction}.${audience}`;
          const name = taken.has(plain) ? `${plain}.${index}` : plain;
          taken.add(plain);
          return { name, request: toRequest({ instrument: id, root, item: pointer, audience }) };
        });
      });
    });
    const folder = path.join(templatesDir, 'instruments', id, 'samples');
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    const own = files.map((file): Sample => {
      const sample = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as SampleFile;
      const root = mergePatch(cases.get(sample.base), sample.patch);
      const request = toRequest({ instrument: id, root, item: sample.item, audience: sample.audience });
      return { name: `${id}/variant-${path.basename(file, '.json')}.${sample.audience}`, request };
    });
    return [...matrix, ...own];
  });
}

function listOf(root: unknown, section: string): unknown[] {
  const list = (root as Record<string, unknown>)[section];
  return Array.isArray(list) ? list : [];
}

type Wanted = { instrument: string; root: unknown; item: string | undefined; audience: string };

function toRequest({ instrument, root, item, audience }: Wanted): CopyRequest {
  return { instrument, case: root, item, audience, format: 'pdf', freeText: 'redact' };
}
