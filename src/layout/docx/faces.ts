/** Font names that a Chinese office PC has (GB/T 9704-2012 7.3); Word and WPS find them by these names. */
export type FaceName = 'body' | 'title' | 'hei' | 'kai' | 'song';

const LATIN = 'Times New Roman';

/** `latin` serves digits and letters; page numbers are 半角宋体, so 宋体 serves itself (7.5). */
export const FACES: Record<FaceName, { eastAsian: string; latin: string }> = {
  body: { eastAsian: '仿宋', latin: LATIN },
  title: { eastAsian: '方正小标宋简体', latin: LATIN },
  hei: { eastAsian: '黑体', latin: LATIN },
  kai: { eastAsian: '楷体', latin: LATIN },
  song: { eastAsian: '宋体', latin: '宋体' },
};
