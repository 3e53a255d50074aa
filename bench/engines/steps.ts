/** The steps of our own engines, as the report calls them. */
export const STEPS = {
  searchModel: 'search the text of the model',
  glyphs: 'refuse missing glyphs',
  write: 'write the file',
  read: 'read the file back',
  searchFile: 'search what was read',
} as const;
