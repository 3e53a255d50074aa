/** The relationship by which a header or footer names its picture. */
export const PICTURE_ID = 'rId1';

/** A header or footer: its paragraphs, and the picture that they show. */
export type PagePart = {
  kind: 'header' | 'footer';
  pages: 'default' | 'even' | 'first';
  xml: string;
  /** It is one of a few that all documents share. */
  isFixed: boolean;
  picture?: Buffer;
};
