/** Named characters that stand between the parts of a text (HTML, 13.5): all of them are white space, marks or signs. */
const NAMED: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', hairsp: ' ' },
  ...{ numsp: ' ', puncsp: ' ', tab: ' ', newline: '\n', shy: '', zwj: '', zwnj: '', lrm: '', rlm: '' },
  ...{ zerowidthspace: '', nobreak: '', middot: '·', bull: '·', sdot: '·', mdash: '—', ndash: '–', minus: '-' },
  ...{ dash: '-', hyphen: '-', lowbar: '_', comma: ',', period: '.', colon: ':', semi: ';', sol: '/', num: '#' },
  ...{ commat: '@', plus: '+', ast: '*', verbar: '|', excl: '!', quest: '?', equals: '=', hellip: '…' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›' },
  ...{ lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', lbrack: '[', rbrack: ']', lcub: '{', rcub: '}' },
};

/** A number needs no mark behind it, and may have any zeros before it: web pages and XML are read like this. */
const ENTITY = /&(?:#x0*([0-9a-f]{1,6});?|#0*(\d{1,7});?|([a-z]{2,14});)/gi;

/** `&#x5e78;`, `&#24184` and the named ones that an address may have in it. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, hex, decimal, name) => {
    if (name !== undefined) return namedCharacter(name.toLowerCase()) ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

const namedCharacter = (name: string) => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined);
