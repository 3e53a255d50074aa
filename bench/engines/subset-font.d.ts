declare module 'subset-font' {
  /** @param text every character that the subset keeps */
  export default function subsetFont(font: Buffer, text: string, options: object): Promise<Buffer>;
}
