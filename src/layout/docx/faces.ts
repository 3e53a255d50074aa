import type { OwnRole } from '../compose/font-metrics';

/** Font names that a Chinese office PC has (GB/T 9704-2012 7.3); Word and WPS find them by these names. */
export type FaceName = 'body' | 'title' | 'hei' | 'kai' | 'song';

export const LATIN = 'Times New Roman';

export type Faces = Readonly<Record<FaceName, { eastAsian: string; latin: string }>>;

/** `latin` serves digits and letters; page numbers are 半角宋体, so 宋体 serves itself (7.5). */
export const FACES: Faces = {
  body: { eastAsian: '仿宋', latin: LATIN },
  title: { eastAsian: '方正小标宋简体', latin: LATIN },
  hei: { eastAsian: '黑体', latin: LATIN },
  kai: { eastAsian: '楷体', latin: LATIN },
  song: { eastAsian: '宋体', latin: '宋体' },
};

/** The same faces under the names that an operator gave them, because the readers' PCs have other fonts. */
export function namedFaces(own: Partial<Record<OwnRole, string>>): Faces {
  const named = (face: FaceName, eastAsian = FACES[face].eastAsian) => ({ eastAsian, latin: FACES[face].latin });
  return {
    body: named('body', own.fang),
    title: named('title', own.title),
    hei: named('hei', own.hei),
    kai: named('kai', own.kai),
    song: { eastAsian: own.song ?? FACES.song.eastAsian, latin: own.song ?? FACES.song.latin },
  };
}
