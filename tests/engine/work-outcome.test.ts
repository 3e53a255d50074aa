import { AppError } from '../../src/errors';
import { settle, unwrap } from '../../src/workers/outcome';

const SECRET = '临江支路17号';

test('a refusal crosses a thread whole', async () => {
  const errors = [{ pointer: '/victims/0/name', code: 'GLYPH_MISSING', detail: '字库没有这个字' }];
  const refusal = new AppError('LEAK_DETECTED', 'protected facts found', { detail: '停止出具', errors });
  const outcome = structuredClone(await settle(() => Promise.reject(refusal)));
  expect(() => unwrap(outcome)).toThrow(
    expect.objectContaining({ code: 'LEAK_DETECTED', message: 'protected facts found', detail: '停止出具', errors }),
  );
});

test('of any other error only the places in the code cross, never a message that could quote the case', async () => {
  const thrown = new TypeError(`cannot read ${SECRET}\n    at ${SECRET}`, { cause: SECRET });
  const outcome = await settle(() => Promise.reject(thrown));
  expect(JSON.stringify(outcome)).not.toContain(SECRET);
  expect(JSON.stringify(structuredClone(outcome))).not.toContain(SECRET);
  expect(() => unwrap(outcome)).toThrow(
    expect.objectContaining({ code: 'INTERNAL', message: expect.stringMatching(/^TypeError at .*work-outcome/) }),
  );
  const bare = await settle(() => Promise.reject(SECRET));
  expect(JSON.stringify(bare)).not.toContain(SECRET);
});

test('what the work gave comes through', async () => {
  expect(unwrap(structuredClone(await settle(() => Promise.resolve({ pages: 2 }))))).toEqual({ pages: 2 });
});
