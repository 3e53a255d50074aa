import { byteAt } from '../bytes/bytes';

const HEADER_SIZE = 13;
const [EXTENSION, IMAGE] = [0x21, 0x2c];
const CONTROL = 0xf9;

/** Tables of colours, what a picture leaves out, and the end: where they stand in the file. */
type Parts = { frames: number; end: number; tables: { at: number; colours: number }[]; controls: number[] };

/**
 * How many pictures a GIF file shows one after another, and, where it leaves out a colour, the same file in black with that
 * colour in white: a code may be drawn by what is left out (GIF 89a, 23).
 */
export function readGif(file: Buffer): { frames: number; end: number; opaque?: Buffer } {
  const { frames, end, tables, controls } = partsOf(file);
  const [control] = controls.filter((at) => (byteAt(file, at) & 1) === 1);
  if (control === undefined) return { frames, end };
  const opaque = Buffer.from(file);
  opaque[control] = byteAt(file, control) & 0xfe;
  const leftOut = byteAt(file, control + 3);
  for (const { at, colours } of tables) {
    opaque.fill(0, at, at + 3 * colours);
    if (leftOut < colours) opaque.fill(255, at + 3 * leftOut, at + 3 * leftOut + 3);
  }
  return { frames, end, opaque };
}

function partsOf(file: Buffer): Parts {
  const parts: Parts = { frames: 0, end: 0, tables: [], controls: [] };
  let at = HEADER_SIZE;
  const skipTable = (flags: number) => {
    if ((flags & 0x80) === 0) return;
    const colours = 2 << (flags & 7);
    parts.tables.push({ at, colours });
    at += 3 * colours;
  };
  skipTable(byteAt(file, 10));
  for (let mark = file[at]; mark === EXTENSION || mark === IMAGE; mark = file[at]) {
    if (mark === IMAGE) {
      parts.frames += 1;
      const flags = byteAt(file, at + 9);
      at += 10;
      skipTable(flags);
      at += 1;
    } else {
      if (file[at + 1] === CONTROL) parts.controls.push(at + 3);
      at += 2;
    }
    // Blocks of up to 255 bytes, each behind its length; the last has none.
    for (let length = byteAt(file, at); length > 0; length = byteAt(file, at)) at += length + 1;
    at += 1;
  }
  // Behind one last byte.
  parts.end = at + 1;
  return parts;
}
