import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type PDFDocument from 'pdfmake/js/PDFDocument';
import type { Reference } from 'pdfmake/js/PDFDocument';
import type { DocumentModel } from '../../model';
import { composePages } from '../compose/compose';
import type { Face } from '../compose/font-metrics';
import type { CodeItem } from '../compose/page-items';
import type { FontSet } from '../fonts';
import { qrMatrix } from '../qr-image';
import { endCode } from './code-image';
import { drawPage } from './content';
import { collectFile, collectOperators, endStream, openDocument } from './engine';
import { endFont } from './font-objects';
import { documentInfo, xmpPacket } from './metadata';
import { openFontSource } from './outlines';
import { SRGB, srgbProfile } from './srgb-profile';
import { buildStructure } from './structure';
import { endStructure } from './structure-objects';
import { createSubset, type Subset } from './subset';

type DocumentFont = { name: string; subset: Subset; encode: Subset['encode']; reference: Reference };

/**
 * Writes a model as a tagged PDF/A-2b and PDF/UA-1 file with embedded font subsets.
 * @param options.issuedAt the only time that is written into the file
 * @returns the same bytes for the same model, time and fonts
 */
export async function writePdf(model: DocumentModel, options: Options): Promise<Buffer> {
  const file = draw(model, options);
  // All of this ran in one turn of the event loop: written one after the other, documents would let requests wait, and
  // what the engine frees at the end of a turn would pile up. Nothing of the engine is held while we wait: the collector
  // likes to come now, and what it finds alive it has to copy.
  await nextTurn();
  return file;
}

type Options = { issuedAt: Date; fonts: FontSet };

function draw(model: DocumentModel, { issuedAt, fonts }: Options): Buffer {
  const document = openDocument(documentInfo({ model, issuedAt }));
  const finish = collectFile(document);
  const { root, elementOf } = buildStructure(model);
  const used = new Map<Face, DocumentFont>();
  const font = (face: Face) => {
    const known =
      used.get(face) ?? openFont(document, `F${used.size + 1}`, createSubset(openFontSource(fonts.file(face))));
    used.set(face, known);
    return known;
  };
  const image = (code: CodeItem) => {
    document.page.xobjects[CODE] = endCode(document, code.modules);
    return CODE;
  };
  const operators = collectOperators(document);
  const identity = createHash('md5');
  for (const page of composePages(model, { metrics: fonts, qrMatrix })) {
    document.addPage();
    // What the engine has drawn turns the page upside down; composed pages are in the coordinates of PDF.
    operators.length = 0;
    drawPage(document, page, { font, draw: fonts.draw, elementOf, image });
    const content = Buffer.from(operators.join('\n'), 'latin1');
    identity.update(content);
    endContent(document, content);
    for (const { name, reference } of used.values()) document.page.fonts[name] = reference;
  }
  for (const { reference, subset } of used.values()) identity.update(endFont(document, reference, subset));
  endStructure(document, root);
  endOutputIntent(document);
  const xmp = xmpPacket({ model, issuedAt });
  // The engine's own packet does not escape the title; its own identifier knows title and time only.
  const endMetadata = () => endPacket(document, xmp);
  document.endMetadata = endMetadata;
  document._id = identity.update(xmp).digest();
  document.end();
  return finish();
}

/** The name of a page's verification code. */
const CODE = 'Code';

function openFont(document: PDFDocument, name: string, subset: Subset): DocumentFont {
  return { name, subset, encode: subset.encode, reference: document.ref({}) };
}

/** What device colours mean (ISO 19005-2, 6.2.3). The engine's own option reads a profile from the disk every time. */
function endOutputIntent(document: PDFDocument): void {
  const profile = endStream(document, { N: 3 }, srgbProfile());
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new String(SRGB),
    Info: new String(SRGB),
    DestOutputProfile: profile,
  });
  intent.end();
  document._root.data['OutputIntents'] = [intent];
}

/** To be readable without a PDF program, it must not be packed (ISO 32000-1, 14.3.2). */
function endPacket(document: PDFDocument, xmp: Buffer): void {
  document._root.data['Metadata'] = endStream(document, { Type: 'Metadata', Subtype: 'XML' }, xmp);
}

/** Operators as they are, for the reason that `endStream` gives. */
function endContent(document: PDFDocument, operators: Buffer): void {
  const { content } = document.page;
  content.compress = false;
  content.write(operators);
}
