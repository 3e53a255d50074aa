import { create } from 'qrcode';

/** The code as one SVG path of unit squares, and its size in modules: how users of engines without QR codes draw one. */
export function qrPath(payload: string): { path: string; size: number } {
  const { modules } = create(payload, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const isDark = column < modules.size && modules.get(row, column) !== 0;
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      parts.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
      start = -1;
    }
  }
  return { path: parts.join(''), size: modules.size };
}

export function qrSvg(payload: string): string {
  const { path, size } = qrPath(payload);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
