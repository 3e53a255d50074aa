import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FontProgram, readFontProgram } from '../reading/font-program';
import type { Font } from '../reading/fonts';
import { nameOf } from '../reading/values';
import { breach, type Rule } from '../rule';

/**
 * What is drawn is what is read: the outline of every glyph is compared with that of the character its ToUnicode entry
 * names, in the font file it was taken from. No standard asks for it; a map that lies passes every other rule.
 * @param fontsDir folder of the font files; embedded fonts that stand in none of them are left out
 */
export function drawingRule(fontsDir: string): Rule {
  const sources = openFontFiles(fontsDir);
  return {
    id: 'AN-glyph-is-text',
    clause: 'rule of this project',
    says: 'every glyph is drawn as the character that its text names',
    test: ({ document, fonts }) =>
      fonts.flatMap((font) => {
        const name = nameOf(document.get(font.dictionary, 'BaseFont'))?.replace(/^[A-Z]{6}\+/, '') ?? '';
        const source = sources(name);
        if (source === undefined) return [];
        return [...font.used]
          .filter((code) => !isSame(font, source, code))
          .map((code) => breach(font.object, `code ${code}`));
      }),
  };
}

function isSame({ program, toUnicode }: Font, source: FontProgram, code: number): boolean {
  const units = toUnicode?.texts.get(code);
  if (program === undefined || units === undefined || code >= program.glyphCount) return false;
  const codePoint = String.fromCharCode(...units).codePointAt(0) ?? 0;
  const outline = source.outline(source.glyphOf(codePoint));
  const drawn = program.outline(code);
  // A composite glyph names its parts by numbers of the subset; padding may follow any glyph.
  if (outline.length > 0 && outline.readInt16BE(0) < 0) return drawn.length >= outline.length;
  return (
    drawn.subarray(0, outline.length).equals(outline) && drawn.subarray(outline.length).every((byte) => byte === 0)
  );
}

/** Opens the files by the names they give themselves, each when it is first asked for. */
function openFontFiles(fontsDir: string): (postScriptName: string) => FontProgram | undefined {
  let opened: Map<string, FontProgram> | undefined;
  return (name) => {
    opened ??= new Map(
      readdirSync(fontsDir)
        .filter((file) => file.endsWith('.ttf'))
        .map((file) => readFontProgram(readFileSync(join(fontsDir, file))))
        .map((program) => [program.postScriptName ?? '', program]),
    );
    return opened.get(name);
  };
}
