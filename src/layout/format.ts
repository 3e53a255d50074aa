export const FORMATS = ['pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

/** What a file of each format is called on the wire. */
export const MEDIA_TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
