import { createElement as h, type ReactElement } from 'react';
import type { DocumentModel } from '../../src/model';
import { ISSUED_AT } from '../content';
import type { Renderer } from './engine';
import { fontFile } from './fonts';
import { qrPath } from './qr';
import { FACE_NAMES, LOOKS, mm, type Piece, piecesOf, SHEET, SNUG, type TextLook } from './style';

type ReactPdf = typeof import('@react-pdf/renderer');

/** A character with the openers before it and the closers after it: the only things that it must not be parted from. */
const UNBROKEN = /[（《「『“‘]*.[，。、；：？！）》」』”’]*/gsu;

/** react-pdf keeps its fonts opened between documents by itself; Chinese needs a break between any two characters. */
export async function openReactPdf(): Promise<Renderer> {
  const library = await import('@react-pdf/renderer');
  for (const face of FACE_NAMES) library.Font.register({ family: face, src: fontFile(face) });
  library.Font.registerHyphenationCallback((word) => (word.match(UNBROKEN) ?? []).flatMap((part) => [part, '']));
  return { render: async ({ model }) => library.renderToBuffer(documentOf(library, model)) };
}

function documentOf(library: ReactPdf, model: DocumentModel) {
  const { Document, Page } = library;
  const padding = {
    paddingTop: SHEET.top,
    paddingLeft: SHEET.left,
    paddingRight: SHEET.right,
    paddingBottom: SHEET.bottom,
  };
  const properties = {
    title: model.title,
    language: 'zh-CN',
    conformance: 'PDF/A-2b',
    creationDate: ISSUED_AT,
  } as const;
  return h(
    Document,
    properties,
    h(
      Page,
      { size: [SHEET.width, SHEET.height], style: padding },
      ...piecesOf(model.blocks).map((piece, key) => pieceElement(library, { piece, key })),
      ...footerElements(library, model),
    ),
  );
}

function styleOf({ face, size, pitch, align, indent, free }: TextLook) {
  const families: string[] = [face, 'song'];
  return {
    // The second face draws what the first lacks.
    fontFamily: families,
    fontSize: size * SNUG,
    lineHeight: pitch / (size * SNUG),
    textAlign: align,
    textIndent: indent * size,
    marginRight: free * size,
  } as const;
}

function pieceElement({ Text, View }: ReactPdf, { piece, key }: { piece: Piece; key: number }): ReactElement {
  switch (piece.kind) {
    case 'line':
      return h(Text, { key, style: styleOf(piece.look) }, piece.text);
    case 'space':
      return h(View, { key, style: { height: piece.lines * SHEET.pitch } });
    case 'page-break':
      return h(View, { key, break: true });
    case 'table':
      return h(
        View,
        { key },
        ...piece.rows.map((row, rowKey) =>
          h(
            View,
            { key: rowKey, style: { flexDirection: 'row' }, wrap: false },
            ...row.map(({ text, label }, column) => {
              const width = mm(piece.columns[column] ?? 0);
              const cell = { width, padding: 4, border: '0.5pt solid black' };
              return h(
                View,
                { key: column, style: cell },
                h(Text, { style: styleOf(label ? LOOKS.label : LOOKS.cell) }, text),
              );
            }),
          ),
        ),
      );
  }
}

function footerElements({ Text, View, Svg, Path }: ReactPdf, { qr }: DocumentModel): ReactElement[] {
  const top = SHEET.height - SHEET.bottom;
  const number = h(Text, {
    key: 'number',
    fixed: true,
    style: { ...styleOf(LOOKS.pageNumber), position: 'absolute', top: top + SHEET.numberDrop, right: SHEET.right },
    render: ({ pageNumber }: { pageNumber: number }) => `— ${pageNumber} —`,
  });
  if (qr === undefined) return [number];
  // What a `render` returns is not scaled by a view box: the path is made in points.
  const { path } = qrPath(qr.payload, SHEET.qr);
  const side = { width: SHEET.qr, height: SHEET.qr };
  const place = { position: 'absolute', top: top + SHEET.qrDrop, left: SHEET.left, flexDirection: 'row' } as const;
  const caption = qr.caption.map((text, key) => h(Text, { key, style: styleOf(LOOKS.caption) }, text));
  // Without `fixed`, what stands in the bottom margin is moved from page to page without end.
  const code = h(View, {
    key: 'qr',
    fixed: true,
    style: place,
    render: ({ pageNumber }: { pageNumber: number }) =>
      pageNumber === 1
        ? [
            h(Svg, { key: 'code', style: side }, h(Path, { d: path, fill: 'black' })),
            h(View, { key: 'caption', style: { marginLeft: 12, marginTop: 14, width: 250 } }, ...caption),
          ]
        : null,
  });
  return [number, code];
}
