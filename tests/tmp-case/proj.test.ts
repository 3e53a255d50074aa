import { readFileSync } from 'node:fs';
import { project } from '../../src/privacy';
import { fieldTree } from '../../src/schema';
import { caseSchema, type Case } from '../../templates/case/schema';
import { policy } from '../../templates/policy';
test('x', () => {
  const root = JSON.parse(readFileSync('templates/jurisdictions/chongqing/samples/case.json','utf8')) as Case;
  for (const a of ['respondent','committee']) {
  const t0=performance.now();
  const p = project({ root, tree: fieldTree(caseSchema), policy, readers: [a], item: undefined, freeText: 'redact' });
  console.log(a, performance.now()-t0, p.forbidden.length, p.forbidden.reduce((s,f)=>s+f.spellings.length,0));
  console.log(JSON.stringify(p.view, null, 1).slice(0,9000));
  console.log(p.disclosures.filter(d=>d.decision==='redact').map(d=>d.pointer+' '+d.label).join('\n'));
  }
});
