import { create } from 'qrcode';

/**
 * The code as one SVG path: how users of engines without QR codes draw one.
 * @param side width of the code in the path's units; one unit per module when left out
 */
export function qrPath(payload: string, side?: number): { path: string; size: number } {
  const { modules } = create(payload, { errorCorrectionLevel: 'M' });
  const unit = side === undefined ? 1 : side / modules.size;
  const at = (module: number) => Number((module * unit).toFixed(3));
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const isDark = column < modules.size && modules.get(row, column) !== 0;
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      parts.push(`M${at(start)} ${at(row)}h${at(column - start)}v${at(1)}h${at(start - column)}z`);
      start = -1;
    }
  }
  return { path: parts.join(''), size: modules.size };
}

export function qrSvg(payload: string): string {
  const { path, size } = qrPath(payload);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
