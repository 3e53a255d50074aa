import { alikeSpelling } from './alikes';
import { arabicIndic, byDigit, capital, chinese, circled, fullWidth, mathematical, rewrite, roman } from './numerals';
import { isRegion, type Piece, type Place, write } from './places';
import type { Random } from './random';

/**
 * Ways to write an address. `normalised` ones say the whole address in another form and must always be found;
 * `partial` ones leave something out, hide it, or put it into other words or letters.
 */
export type Spelling = (place: Place, random: Random) => string | undefined;

const own = ({ pieces }: Place) => pieces.filter((piece) => !isRegion(piece));
const has = (place: Place, ...names: Piece['part'][]) => names.every((name) => place.parts[name] !== undefined);
const only = (place: Place, ...names: Piece['part'][]) =>
  write(place.pieces.filter(({ part }) => names.includes(part)));
const between = (pieces: readonly Piece[], mark: () => string) =>
  pieces.map(({ text }, index) => (index === 0 ? text : mark() + text)).join('');
const insert = (text: string, random: Random, marks: readonly string[], share: number) =>
  [...text].map((char, index) => (index > 0 && random.chance(share) ? random.pick(marks) + char : char)).join('');

const TRADITIONAL: Record<string, string> = Object.fromEntries(
  [...'号栋单楼园湾听涛锦绣乡县区庄马阳东国贸厦银际广场观桥设树荫儿杨矿机务农厂属学临连团负层龙双云岭缙丽后里'].map(
    (char, index) => [
      char,
      [...'號棟單樓園灣聽濤錦繡鄉縣區莊馬陽東國貿廈銀際廣場觀橋設樹蔭兒楊礦機務農廠屬學臨連團負層龍雙雲嶺縉麗後裡'][
        index
      ] ?? char,
    ],
  ),
);
const END = /(?:栋|幢|号楼|座)$/u;
const bare = (text: string | undefined) => text?.match(/[0-9A-Za-z]+/)?.[0];

/** The words for the parts in a form. */
export const LABELS: Partial<Record<Piece['part'], string>> = {
  road: '道路',
  number: '门牌号',
  community: '小区',
  building: '楼栋',
  unit: '单元',
  room: '房号',
};

export const NORMALISED: Record<string, Spelling> = {
  exact: ({ pieces }) => write(pieces),
  'without region': (place) => write(own(place)),
  'full width': ({ pieces }) =>
    rewrite(write(pieces), fullWidth).replaceAll(/[A-Z]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0)),
  'spaces between parts': ({ pieces }) => between(pieces, () => ' '),
  'letter-spaced': ({ pieces }) => [...write(pieces)].join(' '),
  'zero-width characters': ({ pieces }, random) =>
    insert(write(pieces), random, ['\u200b', '\u200d', '\ufeff', '\u00ad'], 0.4),
  'signs that are not drawn': ({ pieces }, random) =>
    insert(write(pieces), random, ['\u3164', '\u034f', '\u2060', '\ufe0f', '\u202e', '\u20e3', '\u{e0101}'], 0.4),
  'line breaks anywhere': ({ pieces }, random) => insert(write(pieces), random, ['\n', '\r\n', '\n　　'], 0.12),
  'table cells': ({ pieces }, random) => between(pieces, () => random.pick(['\t', ' | ', '\n', '｜'])),
  'punctuation inserted': ({ pieces }, random) =>
    between(pieces, () => random.pick(['，', '、', '-', '·', ',', '—', '/'])),
  'chinese numerals': ({ pieces }) => rewrite(write(pieces), (digits) => chinese(Number(digits))),
  'numerals digit by digit': ({ pieces }, random) =>
    rewrite(write(pieces), (digits) => byDigit(digits, random.pick(['〇', '零', '○']))),
  'capital numerals': ({ pieces }) => rewrite(write(pieces), (digits) => capital(Number(digits))),
  'mixed numerals': ({ pieces }, random) =>
    rewrite(write(pieces), (digits) =>
      random.pick([digits, chinese(Number(digits)), byDigit(digits), capital(Number(digits))]),
    ),
  traditional: ({ pieces }) => [...write(pieces)].map((char) => TRADITIONAL[char] ?? char).join(''),
  'traditional with capital numerals': ({ pieces }) =>
    [...rewrite(write(pieces), (digits) => capital(Number(digits)))]
      .map((char) => TRADITIONAL[char] ?? char)
      .join('')
      .replaceAll('贰', '貳')
      .replaceAll('陆', '陸'),
  'digits of another kind': ({ pieces }, random) =>
    rewrite(write(pieces), random.pick([circled, mathematical, arabicIndic, (digits) => roman(Number(digits))])),
  'other word for building': (place, random) =>
    place.parts.building !== undefined && END.test(place.parts.building)
      ? write(
          place.pieces.map((piece) =>
            piece.part === 'building'
              ? { ...piece, text: piece.text.replace(END, random.pick(['栋', '幢', '号楼', '座', '#', '#楼', '＃'])) }
              : piece,
          ),
        )
      : undefined,
  'other word for room': (place, random) =>
    place.parts.room?.endsWith('室')
      ? write(
          place.pieces.map((piece) =>
            piece.part === 'room'
              ? { ...piece, text: piece.text.replace(/室$/u, random.pick(['房', '户', '号', '', '号房', '房间'])) }
              : piece,
          ),
        )
      : undefined,
  'region without suffix': (place) =>
    write(
      place.pieces.map((piece) =>
        isRegion(piece) && [...piece.text].length > 2
          ? { ...piece, text: piece.text.replace(/(?:自治区|自治州|自治县|地区|省|市|区|县|街道|镇|乡)$/u, '') }
          : piece,
      ),
    ),
  'region partly dropped': (place, random) =>
    write(place.pieces.filter((piece) => !isRegion(piece) || random.chance(0.4))),
  'labels of a form': (place) => {
    return own(place)
      .map(({ part, text }) => `${LABELS[part] ?? '其他'}：${text}`)
      .join('\n')
      .replace(/^[^：]*：/u, '');
  },
};

export const PARTIAL: Record<string, Spelling> = {
  'compact with dashes': (place) => {
    const numbers = [place.parts.number, place.parts.building, place.parts.unit, place.parts.room]
      .map(bare)
      .filter((part) => part !== undefined);
    if (place.shape === 'community-only') return place.parts.community + numbers.join('-');
    return ['no-community', 'courtyard'].includes(place.shape) ? place.parts.road + numbers.join('-') : undefined;
  },
  'building with bare room': (place) =>
    has(place, 'building', 'room') && place.shape !== 'basement'
      ? `${own(place)
          .slice(0, -2)
          .map(({ text }) => text)
          .join('')}${place.parts.building}${bare(place.parts.room)}`
      : undefined,
  'number hidden, doors left': (place, random) =>
    has(place, 'road', 'number', 'building', 'room')
      ? `${place.parts.road}${random.pick(['**', '××', 'XX', '某', '＊＊', '□□'])}号${only(place, 'building', 'unit', 'room')}`
      : undefined,
  'number hidden, road left': (place, random) =>
    has(place, 'road', 'number')
      ? `${place.parts.road}${random.pick(['**', '××', 'XX', '某', '___', '■■'])}号`
      : undefined,
  'road hidden, doors left': (place, random) =>
    has(place, 'road', 'number', 'building', 'room')
      ? `${random.pick(['某某路', '××路', '**路', 'XX街', '某路'])}${only(place, 'number', 'building', 'unit', 'room')}`
      : undefined,
  'room hidden': (place) =>
    has(place, 'road', 'number', 'room')
      ? `${only(place, 'road', 'number')}${place.parts.building ?? ''}***室`
      : undefined,
  'community alone': (place) =>
    has(place, 'community') && place.shape !== 'corps' ? place.parts.community : undefined,
  'road and number': (place) => (has(place, 'road', 'number') ? only(place, 'road', 'number') : undefined),
  'road and bare number': (place) =>
    has(place, 'road', 'number') && /^\d+号$/.test(place.parts.number ?? '')
      ? `${place.parts.road}${bare(place.parts.number)}`
      : undefined,
  'community and door': (place, random) =>
    has(place, 'community', 'building') && place.shape !== 'corps'
      ? `${place.parts.community}${random.pick([only(place, 'building'), only(place, 'building', 'room')])}`
      : undefined,
  'doors first': (place, random) =>
    has(place, 'road', 'number', 'room') && ['urban', 'no-community', 'tower'].includes(place.shape)
      ? `${place.parts.building}${place.parts.room}${random.pick(['，', '（', '、'])}${only(place, 'road', 'number')}`
      : undefined,
  'community before road': (place) =>
    place.shape === 'urban'
      ? `${place.parts.community}（${only(place, 'road', 'number')}）${only(place, 'building', 'unit', 'room')}`
      : undefined,
  'region last': (place) =>
    has(place, 'road', 'number', 'building')
      ? `${write(own(place))}（${write(place.pieces.filter(isRegion))}）`
      : undefined,
  'told in a sentence': (place) =>
    has(place, 'road', 'number', 'building', 'room') && ['urban', 'no-community'].includes(place.shape)
      ? `${place.parts.road}上，门牌是${place.parts.number}，第${bare(place.parts.building)}栋的${bare(place.parts.room)}房间`
      : undefined,
  'building and room without name': (place) =>
    ['urban', 'no-community', 'community-only'].includes(place.shape)
      ? `${only(place, 'building', 'unit', 'room')}`
      : undefined,
  'corps regiment and company': (place) => (place.shape === 'corps' ? place.parts.community : undefined),
  'suffix of community dropped': (place) =>
    has(place, 'community', 'building') &&
    /(?:小区|花园|家园|新村|大厦|公寓)$/u.test(place.parts.community ?? '') &&
    place.shape !== 'rows'
      ? `${place.parts.community?.replace(/(?:小区|花园|家园|新村|大厦|公寓)$/u, '')}${only(place, 'building', 'room')}`
      : undefined,
  'character of the same sound': (place, random) => {
    const road = alikeSpelling(place.parts.road ?? '', random);
    return road !== undefined && has(place, 'number') ? road + place.parts.number : undefined;
  },
  'two characters of the same sound': (place, random) => {
    const [once, twice] = [
      place.parts.road ?? '',
      alikeSpelling(alikeSpelling(place.parts.road ?? '', random) ?? '', random),
    ];
    const differing = [...once].filter((char, index) => [...(twice ?? '')][index] !== char).length;
    // The last character says that it is a road.
    return differing === 2 && twice?.endsWith(once.slice(-1)) && has(place, 'number', 'building', 'room')
      ? `${twice}${only(place, 'number', 'building', 'room')}`
      : undefined;
  },
  'range of doors': (place, random) => {
    const number = /^(\d+)号$/.exec(place.parts.number ?? '')?.[1];
    if (number === undefined || place.parts.road === undefined) return undefined;
    const [low, high] = [Number(number) - random.between(1, 8), Number(number) + random.between(1, 8)];
    return `${place.parts.road}${low}${random.pick(['-', '至', '到', '～', '号至', '号-'])}${high}号`;
  },
  'letters for digits': (place) =>
    has(place, 'road', 'number', 'room') && /[01]/.test(place.parts.number ?? '')
      ? place.parts.road + (place.parts.number ?? '').replace(/(?<=\d)0/g, 'O').replace(/(?<=\d)1/g, 'l')
      : undefined,
};
