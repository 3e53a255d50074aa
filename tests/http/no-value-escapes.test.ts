import request from 'supertest';
import type { FieldNode } from '../../src/schema';
import { createValidator } from '../../src/schema';
import { templates } from '../../templates';
import { openService, sampleCase, type TestService } from '../support/open-service';

/** Values that a copy shows by right; everything else that is text becomes a marker. */
const MARK = 'ZQ';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

/** Puts a marker into every text of a case, so that whatever is echoed can be recognised. */
function mark(value: unknown, node: FieldNode, counter = { next: 0 }): unknown {
  if (Array.isArray(value) && node.kind === 'list') return value.map((item) => mark(item, node.item, counter));
  if (typeof value === 'object' && value !== null && node.kind === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const child = node.fields[key];
        return [key, child === undefined ? part : mark(part, child, counter)];
      }),
    );
  }
  if (typeof value !== 'string') return value;
  counter.next += 1;
  return `${MARK}${counter.next}\u0007`;
}

describe('a case that is wrong in every field', () => {
  it('is answered without any of its values, in the body, the headers and the log', async () => {
    const { tree } = createValidator(templates.caseSchema);
    const root = mark(sampleCase(), tree);
    for (const { id } of templates.instruments) {
      for (const path of ['/v1/validations', '/v1/previews', '/v1/documents']) {
        const body = { instrument: id, case: root, ...(path === '/v1/validations' ? {} : { audience: 'respondent' }) };
        const response = await request(service.app).post(path).send(body);
        expect(JSON.stringify([response.body, response.headers])).not.toContain(MARK);
        const told = (response.body.errors ?? []) as { pointer: string }[];
        expect(told.length).toBeGreaterThan(20);
      }
    }
    expect(service.logLines()).not.toContain(MARK);
    expect(service.logLines().length).toBeGreaterThan(100);
  });
});

describe('unknown fields', () => {
  it('are not repeated when their names could hold a value', async () => {
    const root = { ...sampleCase(), 幸福路88号: 1, '13800000000': 2 };
    const response = await request(service.app)
      .post('/v1/validations')
      .send({ instrument: 'protection-order', case: root });
    expect(response.body.valid).toBe(false);
    expect(response.text).not.toContain('幸福路');
    expect(response.text).not.toContain('13800000000');
  });
});
