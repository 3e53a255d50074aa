import fc from 'fast-check';
import { parsePointer, readPointer, toPointer } from '../../src/schema';

test('a pointer leads back to the path it was made from', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.nat().map(String)), { maxLength: 6 }), (path) => {
      expect(parsePointer(toPointer(path))).toEqual(path);
    }),
  );
});

test.each(['service/2', '/a~2', '/a~'])('%s is no pointer', (pointer) => {
  expect(parsePointer(pointer)).toBeUndefined();
});

test('reads what a pointer names and nothing inherited', () => {
  const root = { list: [{ 'a/b': 1 }] };
  expect(readPointer(root, '/list/0/a~1b')).toBe(1);
  for (const pointer of ['/list/length', '/list/00', '/list/-', '/constructor', '/__proto__', '/list/0/toString']) {
    expect(readPointer(root, pointer)).toBeUndefined();
  }
});
