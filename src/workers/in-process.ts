import type { Layout } from '../layout';
import { finishFile, makeProbe } from './finish-file';
import { searchFile } from './search-file';
import type { Workers } from './work';

/** The same work on the caller's own thread, for tools that make many files and have nobody waiting. */
export function workInProcess(layout: Layout): Workers {
  return {
    takeTurn: (_order, work) => work(),
    refuseWhenFull: () => {},
    finish: (job) => finishFile(layout, job),
    check: searchFile,
    missingGlyphs: async (text) => layout.missingGlyphs(text),
    probe: () => makeProbe(layout),
  };
}
