import { resolve } from 'node:path';

/** The names written into a DOCX, and the bundled family that stands in for each. */
const STAND_INS: Record<string, string> = {
  仿宋: 'Anshu Fang',
  方正小标宋简体: 'Anshu Title',
  黑体: 'Anshu Hei',
  楷体: 'Anshu Kai',
  宋体: 'Anshu Song',
  'Times New Roman': 'Anshu Song',
};

/**
 * A configuration of fontconfig with the bundled fonts and no others, so that a program draws the same on every machine.
 * @param cache folder where the program may keep what it finds out about them
 */
export function fontConfiguration(cache: string): string {
  const aliases = Object.entries(STAND_INS).map(
    ([name, family]) =>
      `<alias binding="same"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${resolve('fonts')}</dir><cachedir>${cache}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}
