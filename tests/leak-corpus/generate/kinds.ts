/** One file of the corpus: what it hides and where, or that it hides nothing. */
export type CorpusFile = {
  name: string;
  /** Chinese, for the table. */
  about: string;
  bytes: Buffer;
  /** Part of the carrier's name that must be reported; undefined for a clean file. */
  carrier?: string;
};

export const ADDRESS = '幸福路88号2幢301室';
export const PHONE = '13812345678';
