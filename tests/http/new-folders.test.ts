import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { paragraphs } from '../../src/authoring';
import { templates } from '../../templates';
import { caseWith } from '../../templates/case';
import type { CaseInstrument } from '../../templates/law';
import { GUANGDONG } from '../support/guangdong';
import { binary } from '../support/http-body';
import { openService, sampleCase } from '../support/open-service';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

/** A copy of the templates in which a test may add folders. */
function copyTemplates(): string {
  const folder = path.join(temporaryFolder(), 'templates');
  cpSync(path.join(ROOT, 'templates'), folder, { recursive: true });
  return folder;
}

function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString().replace(/\s/g, '');
}

/** The PDF that a service with the folder of a new province makes of a request. */
async function issueInGuangdong(body: object): Promise<string> {
  const templatesDir = copyTemplates();
  const folder = path.join(templatesDir, 'jurisdictions', 'guangdong');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'jurisdiction.json'), JSON.stringify(GUANGDONG));
  const service = await openService({ templatesDir });
  const response = await request(service.app).post('/v1/documents').send(body).buffer().parse(binary);
  await service.close();
  expect([response.status, response.status === 201 ? '' : response.body.toString()]).toEqual([201, '']);
  return textOf(response.body);
}

describe('a new province', () => {
  it('is one folder: its ruling orders what its own regulation says, in its words', async () => {
    const root = sampleCase('national');
    const order = root['order'] as Record<string, unknown>;
    Object.assign(root, { jurisdiction: 'guangdong', order: { ...order, measures: [{ id: 'stay-away' }] } });
    delete root['violation'];
    const text = await issueInGuangdong({ instrument: 'protection-order', case: root, audience: 'respondent' });
    expect(text).toMatch(/责令被申请人\S+?远离申请人\S+?的住所、学校、工作单位或者申请人经常出入的其他场所/);
    // The measure names its provision; the folder says nothing of the operative sentence.
    expect(text).toMatch(/依照\S+《广东省实施〈中华人民共和国反家庭暴力法〉办法》第三十二条\S+裁定如下/);
  });

  it('is one folder: its warning letter rests on its own circumstances, and on none of their items', async () => {
    const root = sampleCase('national');
    const warning = root['warning'] as Record<string, unknown>;
    const incidents = (root['incidents'] as object[]).slice(0, 1);
    Object.assign(root, { jurisdiction: 'guangdong', incidents, warning: { ...warning, grounds: ['unforgiven'] } });
    for (const later of ['order', 'service', 'assistance', 'visits', 'violation']) delete root[later];
    const text = await issueInGuangdong({ instrument: 'warning-letter', case: root, audience: 'respondent' });
    expect(text).toMatch(/《广东省实施〈中华人民共和国反家庭暴力法〉办法》第二十五条的规定/);
    expect(text).not.toContain('谅解');
  });
});

describe('a new instrument', () => {
  const rightsNotice: CaseInstrument = {
    id: 'rights-notice',
    label: '权利告知书',
    purpose: '告知受害人依法享有的权利',
    variants: { standard: '一般' },
    audiences: ['victim'],
    schema: caseWith('police'),
    sections: ['police', 'victims'],
    bases: [],
    names: { addressee: '被告知人姓名' },
    lawDate: () => '2026-11-21',
    check: () => [],
    build: ({ view, clause, number }) => ({
      variant: 'standard',
      issuer: view.police?.name ?? '',
      datedOn: '2026-11-21',
      model: {
        title: `权利告知书 ${number}`,
        pageNumbers: true,
        blocks: [
          { kind: 'title', text: '权利告知书' },
          ...paragraphs(clause('rights', { addressee: view.victims?.[0]?.name ?? '' })),
        ],
      },
    }),
  };

  it('is one folder and one line: listed, described, issued, and held to the same privacy', async () => {
    const templatesDir = copyTemplates();
    const clauses = path.join(templatesDir, 'instruments', 'rights-notice', 'clauses');
    mkdirSync(clauses, { recursive: true });
    writeFileSync(path.join(clauses, 'rights.hbs'), '{{addressee}}可以向人民法院申请人身安全保护令。\n');
    const service = await openService({ templatesDir, instruments: [...templates.instruments, rightsNotice] });
    const listed = await request(service.app).get('/v1/instruments/rights-notice');
    expect(listed.body).toMatchObject({ label: '权利告知书', formats: ['pdf', 'docx'] });
    const body = { instrument: 'rights-notice', case: sampleCase() };
    const issued = await request(service.app).post('/v1/documents').send(body).buffer().parse(binary);
    expect(issued.status).toBe(201);
    expect(textOf(issued.body)).toContain('可以向人民法院申请人身安全保护令');
    const other = await request(service.app)
      .post('/v1/documents')
      .send({ ...body, audience: 'respondent' });
    expect([other.status, other.body.code]).toEqual([422, 'INVALID_REQUEST']);
    await service.close();
  });

  it('does not start with a clause that uses a name nobody provides, and says where', async () => {
    const templatesDir = copyTemplates();
    const file = path.join(templatesDir, 'instruments', 'warning-letter', 'clauses', 'lead.hbs');
    writeFileSync(file, '第一行\n{{#if mispelt}}不会印出{{/if}}\n');
    await expect(openService({ templatesDir })).rejects.toThrow(/lead\.hbs:2: unknown name "mispelt"/);
  });
});
