import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LeafFact } from '../../src/authoring';
import { PROBLEMS } from '../../src/errors';
import { COMMON_PROBLEMS, ROUTES } from '../../src/http/openapi/routes';
import { project } from '../../src/privacy';
import { createValidator, type FieldNode } from '../../src/schema';
import { templates } from '../../templates';
import { ROOT } from '../support/root';

type Leaf = { pointer: string; label: string; privacy: string | undefined };

function leaves(node: FieldNode, pointer = ''): Leaf[] {
  if (node.kind === 'leaf') return [{ pointer, label: node.meta.label, privacy: node.meta.privacy }];
  if (node.kind === 'list') return [...leaves(node.item, `${pointer}/*`)];
  return Object.entries(node.fields).flatMap(([key, child]) => leaves(child, `${pointer}/${key}`));
}

function sampleCases(): unknown[] {
  const folder = path.join(ROOT, 'templates', 'jurisdictions');
  return readdirSync(folder).map((id) =>
    JSON.parse(readFileSync(path.join(folder, id, 'samples', 'case.json'), 'utf8')),
  );
}

function labelled(node: FieldNode, pointer = ''): string[] {
  if (node.kind === 'leaf') return [];
  const own = /[\u4e00-\u9fa5]/.test(node.label) ? [] : [pointer];
  if (node.kind === 'list') return [...own, ...labelled(node.item, `${pointer}/*`)];
  return [...own, ...Object.entries(node.fields).flatMap(([key, child]) => labelled(child, `${pointer}/${key}`))];
}

describe('the case', () => {
  const { tree } = createValidator(templates.caseSchema);

  it('gives every field a Chinese label', () => {
    const bare = leaves(tree).filter(({ label }) => !/[\u4e00-\u9fa5]/.test(label));
    expect(bare.map(({ pointer }) => pointer)).toEqual([]);
    expect(labelled(tree)).toEqual([]);
  });

  it('gives every field a privacy class, and the policy decides about what each becomes in its surroundings', () => {
    const { classes, refine } = templates.policy;
    const refined = new Set<string>();
    const policy = {
      ...templates.policy,
      refine(fact: LeafFact) {
        const privacy = refine(fact);
        expect([fact.pointer, privacy, Object.hasOwn(classes, privacy)]).toEqual([fact.pointer, privacy, true]);
        refined.add(fact.privacy);
        return privacy;
      },
    };
    for (const root of sampleCases()) {
      for (const item of [undefined, '/service/0', '/visits/0', '/assistance/0', '/respondents/0']) {
        project({ root, tree, policy, readers: ['respondent'], item, freeText: 'redact' });
      }
    }
    const undecided = leaves(tree).filter(
      ({ privacy }) => privacy === undefined || !(Object.hasOwn(classes, privacy) || refined.has(privacy)),
    );
    expect(undecided.map(({ pointer, privacy }) => `${pointer} ${privacy}`)).toEqual([]);
  });
});

describe('the table of problems', () => {
  const codes = Object.keys(PROBLEMS);

  it('is the one in docs/problems.md', () => {
    const rows = readFileSync(path.join(ROOT, 'docs', 'problems.md'), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const match = /^\| `([A-Z_]+)` \| (\d{3}) \| ([^|]+) \| ([^|]+) \|$/.exec(line);
        if (match === null) return [];
        const [, code, status, title, remedy] = match;
        return [{ code, status: Number(status), title, remedy: remedy?.replaceAll('`', '') }];
      });
    expect(rows).toEqual(Object.entries(PROBLEMS).map(([code, problem]) => ({ code, ...problem })));
  });

  it('is the one in the OpenAPI document', () => {
    const used = ROUTES.flatMap(({ operations }) => Object.values(operations).flatMap(({ problems }) => problems));
    expect([...new Set([...used, ...COMMON_PROBLEMS])].sort()).toEqual([...codes].sort());
  });
});

describe('every instrument', () => {
  const folder = path.join(ROOT, 'templates', 'instruments');

  it.each(readdirSync(folder))('%s is complete and registered', (id) => {
    for (const part of ['instrument.ts', 'schema.ts', 'README.md', 'clauses', 'samples']) {
      expect([part, existsSync(path.join(folder, id, part))]).toEqual([part, true]);
    }
    expect(readdirSync(path.join(folder, id, 'clauses')).every((file) => file.endsWith('.hbs'))).toBe(true);
    expect(readdirSync(path.join(folder, id, 'samples')).length).toBeGreaterThan(0);
    expect(templates.instruments.map((instrument) => instrument.id)).toContain(id);
  });

  it('names only audiences of the policy', () => {
    const known = Object.keys(templates.policy.audiences);
    const unknown = templates.instruments.flatMap(({ audiences }) => audiences.filter((one) => !known.includes(one)));
    expect(unknown).toEqual([]);
  });
});

describe('the import rules', () => {
  it('hold', () => {
    const cruise = path.join(ROOT, 'node_modules', '.bin', 'depcruise');
    const run = () => execFileSync(cruise, ['--config', '.dependency-cruiser.cjs', 'src', 'templates'], { cwd: ROOT });
    expect(run().toString()).toContain('no dependency violations found');
  });
});
