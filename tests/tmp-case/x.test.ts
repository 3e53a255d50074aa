import { readFileSync } from 'node:fs';
import { createValidator } from '../../src/schema';
import { loadJurisdictions } from '../../src/jurisdiction';
import { caseSchema, checkCase } from '../../templates/case';
import { lawLists, lawParameters } from '../../templates/law';
test('x', () => {
  const j = loadJurisdictions({ dir: 'templates/jurisdictions', schema: { parameters: lawParameters, lists: lawLists } });
  for (const id of ['national','chongqing','xinjiang','yunnan','henan']) {
  const root = JSON.parse(readFileSync(`templates/jurisdictions/${id}/samples/case.json`,'utf8'));
  const r = createValidator(caseSchema).validate(root);
  if (!r.ok) console.log(id, r.errors);
  console.log(id, checkCase({case: root, law: j.law(id, root.order.decidedAt.slice(0,10))!, item: undefined, now: '2026-11-21T10:00:00+08:00'}).map(f=>`${f.severity} ${f.pointer} ${f.code} ${f.detail} [${f.citation}]`).join('\n'));
  }
});
