/** A compound file (OLE) with one large stream, as small as the format allows. */
const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;

function entry(
  name: string,
  { kind, first, size, child }: { kind: number; first: number; size: number; child: number },
): Buffer {
  const record = Buffer.alloc(128);
  record.write(name, 'utf16le');
  record.writeUInt16LE((name.length + 1) * 2, 64);
  record.writeUInt8(kind, 66);
  record.writeUInt8(1, 67);
  for (const [at, value] of [
    [68, FREE],
    [72, FREE],
    [76, child],
  ] as const)
    record.writeUInt32LE(value, at);
  record.writeUInt32LE(first, 116);
  record.writeUInt32LE(size, 120);
  return record;
}

/** @param data is filled up to 4096 bytes, the least that a stream outside the small ones may have */
export function compoundFile(name: string, data: Buffer): Buffer {
  const stream = Buffer.alloc(Math.max(4096, Math.ceil(data.length / SECTOR) * SECTOR));
  data.copy(stream);
  const sectors = stream.length / SECTOR;
  const header = Buffer.alloc(SECTOR, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let at = 76; at < SECTOR; at += 4) header.writeUInt32LE(FREE, at);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(TABLE, 0);
  table.writeUInt32LE(END, 4);
  for (let index = 0; index < sectors; index += 1) {
    table.writeUInt32LE(index === sectors - 1 ? END : index + 3, (index + 2) * 4);
  }
  const directory = Buffer.concat([
    entry('Root Entry', { kind: 5, first: END, size: 0, child: 1 }),
    entry(name, { kind: 2, first: 2, size: stream.length, child: FREE }),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, table, directory, stream]);
}
