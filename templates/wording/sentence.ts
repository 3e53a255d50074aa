/** Text that ends a sentence: a full stop is added where the writer of a field left it out. */
export function asSentence(text: string): string {
  const bare = text.trimEnd();
  return /[。！？]["”’）]?$/.test(bare) ? bare : `${bare.replace(/[，；、,;.]+$/, '')}。`;
}

/** Text without the punctuation at its end, to be built into a sentence. */
export function asPhrase(text: string): string {
  return text.trim().replace(/[。；，、.;,]+$/, '');
}
