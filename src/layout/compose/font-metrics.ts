/** What a face is for. `fang` 仿宋 body, `title` 小标宋, `hei` 黑体, `kai` 楷体, `song` 宋体, `rare` seldom used characters. */
export const FACES = ['fang', 'title', 'hei', 'kai', 'song', 'rare'] as const;
type BundledFace = (typeof FACES)[number];

/** Roles for which an operator may have a font of their own. */
export const OWN_ROLES = ['fang', 'title', 'hei', 'kai', 'song'] as const;
export type OwnRole = (typeof OWN_ROLES)[number];

/** One font: bundled, or an operator's own, which stands before the bundled one of its role. */
export type Face = BundledFace | `own-${OwnRole}`;

/** All the composer knows about fonts. */
export type FontMetrics = {
  /**
   * The face that draws a character when `wanted` is asked for, and its advance in em.
   * A character that no face can draw comes back in the wanted face, one em wide: `missingGlyphs` has refused it before.
   */
  draw(character: string, wanted: Face): { face: Face; em: number };
};
