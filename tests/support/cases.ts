import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/authoring';
import { type Case, checkCase } from '../../templates/case';
import { loadCaseLaw } from './case-law';

const dir = path.join(__dirname, '../../templates/jurisdictions');
export const jurisdictions = loadCaseLaw(dir);

/** A fresh copy of a jurisdiction's sample case. */
export function sampleCase(id: string): Case {
  return JSON.parse(readFileSync(path.join(dir, id, 'samples/case.json'), 'utf8')) as Case;
}

export type Patch = { [key: string]: unknown };

/** A merge patch (RFC 7396) on a copy of a case; a list is reached by the number of its entry. */
export function patched(root: Case, patch: Patch): Case {
  return merge(structuredClone(root), patch) as Case;
}

function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result = (typeof target === 'object' && target !== null ? target : {}) as Record<string, unknown>;
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

/** What the law's checks find in a case under the law of its own jurisdiction on a day. */
export function findingsOf(root: Case, now = '2026-11-21T10:00:00+08:00', day = '2026-11-21'): Finding[] {
  const law = jurisdictions.law(root.jurisdiction, day);
  if (law === undefined) throw new Error('no such jurisdiction');
  return checkCase({ case: root, law, item: undefined, now });
}

/** `severity pointer code` of everything found in a changed sample beyond what is found in the sample itself. */
export function changes(root: Case, patch: Patch, now?: string): string[] {
  const text = ({ severity, pointer, code }: Finding) => `${severity} ${pointer} ${code}`;
  const before = new Set(findingsOf(root, now).map(text));
  return findingsOf(patched(root, patch), now)
    .map(text)
    .filter((finding) => !before.has(finding));
}
