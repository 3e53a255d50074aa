import { fromGb18030, fromUtf8 } from './encodings';
import { decodeEntities, xmlTexts } from './xml-text';

/**
 * A text and what programs make of it: markup taken off, entities, `\uXXXX` escapes and percent encoding resolved.
 * A link to a map, a JSON attachment or rich text in a form field would otherwise hide an address in plain sight.
 */
export function unfold(text: string): string[] {
  return withoutMarkup(text).flatMap((view) => [...new Set([view, decodeEscapes(view)])]);
}

function withoutMarkup(text: string): string[] {
  if (!/<[^\s<>=]/.test(text)) return [text];
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const isWholeXml = trimmed.startsWith('<') && trimmed.endsWith('>');
  return isWholeXml ? xmlTexts(text) : [text, ...xmlTexts(text)];
}

function decodeEscapes(text: string): string {
  let result = text;
  if (result.includes('&')) result = decodeEntities(result);
  if (result.includes('\\u')) {
    result = result.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  if (result.includes('%')) result = result.replace(/(?:%[0-9a-f]{2})+/gi, decodePercent);
  return result;
}

function decodePercent(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  return fromUtf8(bytes) ?? fromGb18030(bytes);
}
