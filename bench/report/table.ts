/** A Markdown table; numbers are aligned right by `numeric` columns. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const isNumeric = (column: number) =>
    rows.length > 0 && rows.every((row) => /^[–\d.,×≤≥% ()-]*$/.test(row[column] ?? ''));
  const rule = header.map((_, column) => (isNumeric(column) ? '---:' : '---'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** Two or three digits that count, never in powers of ten. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  if (Math.abs(value) >= 1) return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
  return String(Number(value.toPrecision(2)));
}
