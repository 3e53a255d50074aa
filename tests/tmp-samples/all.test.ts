import { mkdirSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { loadJurisdictions } from '../../src/jurisdiction';
import { openLayout } from '../../src/layout';
import { assertNoLeak, readers } from '../../src/leak-check';
import { printedText } from '../../src/model';
import { createValidator } from '../../src/schema';
import { templates } from '../../templates';
import { type Case, caseSchema, checkCase } from '../../templates/case';
import { lawLists, lawParameters } from '../../templates/law';
import { buildCopy } from '../support/build-copy';
import { secretsIn } from '../support/victim-secrets';

const OUT = '/tmp/samples-work/out';
const dir = path.join(__dirname, '../../templates/jurisdictions');
const jurisdictions = loadJurisdictions({ dir, schema: { parameters: lawParameters, lists: lawLists } });
const ids = (process.env.ONLY ?? 'national,xinjiang,yunnan,henan').split(',').filter((id) => existsSync(path.join(dir, id, 'samples/case.json')));
describe.each(ids)('%s', (id) => {
  const sample = JSON.parse(readFileSync(path.join(dir, id, 'samples/case.json'), 'utf8')) as Case;
  test('valid', () => {
    const r = createValidator(caseSchema).validate(sample);
    expect(r).toMatchObject({ ok: true, notices: [] });
    const law = jurisdictions.law(id, sample.order!.decidedAt.slice(0, 10))!;
    const f = checkCase({ case: sample, law: law as never, item: undefined, now: '2026-11-21T10:00:00+08:00' });
    console.log(id, f.map((x) => `${x.severity} ${x.code} ${x.pointer} ${x.detail}`).join('\n'));
    expect(f.filter((x) => x.severity === 'error')).toEqual([]);
  });
  test('all copies', async () => {
    mkdirSync(OUT, { recursive: true });
    const layout = await openLayout({ fontsDir: path.join(__dirname, '../../fonts') });
    const problems: string[] = [];
    for (const instrument of templates.instruments) {
      const list = instrument.item === undefined ? [undefined] : ((sample as never)[instrument.item.section] as unknown[]).map((_, i) => `/${instrument.item!.section}/${i}`);
      for (const item of list) for (const audience of instrument.audiences) {
        const name = `${id}.${instrument.id}${item?.replaceAll('/', '-') ?? ''}.${audience}`;
        try {
          const copy = buildCopy({ instrument, audience, sample: { title: name, base: id, patch: {}, ...(item ? { item } : {}), audience } });
          const errs = copy.findings.filter((x) => x.severity === 'error');
          if (errs.length) problems.push(`${name}: ${JSON.stringify(errs)}`);
          const s = secretsIn(copy.text, sample);
          if (s.length) problems.push(`${name}: SECRETS ${s}`);
          const p = printedText(copy.built.model);
          assertNoLeak([{ carrier: 'model', text: p }], copy.projection.forbidden, copy.projection.allowed);
          const miss = layout.missingGlyphs(p);
          if (miss.length) problems.push(`${name}: GLYPH ${miss}`);
          writeFileSync(`${OUT}/${name}.txt`, copy.text);
          if (copy.text.includes('（依法不载明）')) problems.push(`${name}: redacted ${copy.text.match(/.{0,12}（依法不载明）.{0,8}/g)}`);
          if (instrument.id === 'protection-order' || process.env.PDF) {
            const bytes = await layout.writers.pdf.write(copy.built.model, { issuedAt: new Date('2026-11-21T02:00:00Z') });
            writeFileSync(`${OUT}/${name}.pdf`, bytes);
            if (process.env.LEAK) assertNoLeak(readers.pdf(bytes), copy.projection.forbidden, copy.projection.allowed);
          }
        } catch (e) {
          problems.push(`${name}: THROW ${(e as Error).message.slice(0, 200)}`);
        }
      }
    }
    writeFileSync(`${OUT}/${id}.problems.txt`, problems.join('\n'));
    console.log(problems.join('\n'));
  }, 600000);
});
