import { byDigit, chinese, rewrite } from './numerals';
import { isRegion, type Piece, type Place, write } from './places';
import { LABELS, type Spelling } from './spellings';

const own = ({ pieces }: Place) => pieces.filter((piece) => !isRegion(piece));
const doorsOf = (place: Place) =>
  own(place).filter(({ part }) => ['number', 'building', 'unit', 'room'].includes(part));
const nameOf = ({ parts }: Place) => parts.road ?? parts.community ?? '';
const hasDigits = ({ text }: Piece) => /\d/.test(text);
const END = /(?:号楼|栋|幢|座|号|室|房|单元|门|户)$/u;

/** A name with its doors, and the doors alone, where two of them stand beside it. */
function misspelt(place: Place, how: (name: string[]) => string[] | undefined): string | undefined {
  const doors = doorsOf(place).filter(hasDigits);
  const name = how([...nameOf(place)]);
  return name === undefined || doors.length < 2 ? undefined : name.join('') + write(doors);
}

/** Ways to write an address of any shape that leave something out or get something wrong. */
export const COUNTRY_PARTIAL: Record<string, Spelling> = {
  'as it is spoken': (place) =>
    doorsOf(place).filter(hasDigits).length > 1 && /\d(?:室|房)$/u.test(place.parts.room ?? '')
      ? own(place)
          .map(({ part, text }) =>
            part === 'room'
              ? rewrite(text, (digits) => byDigit(digits, '零')).replace(/[室房]$/u, '')
              : rewrite(text, (digits) => chinese(Number(digits))),
          )
          .join('')
      : undefined,
  'rows of a form': (place) => {
    const rows = own(place).filter(({ part, text }) => part !== 'note' && LABELS[part] !== undefined && text !== '');
    if (rows.length < 3 || rows[0]?.part === 'building' || !doorsOf(place).every(({ text }) => /^\d+\D*$/.test(text)))
      return undefined;
    return rows
      .map(({ part, text }) => `${LABELS[part]}：${/^\d+\D*$/.test(text) ? text.replace(END, '') : text}`)
      .join('；')
      .replace(/^[^：]*：/u, '');
  },
  'name in quotes': (place) =>
    nameOf(place) === '' || doorsOf(place).length === 0 ? undefined : `“${nameOf(place)}”${write(doorsOf(place))}`,
  'dots between all characters': (place) => [...write(own(place))].join('·'),
  'community alone': ({ parts: { community, note } }) =>
    community !== undefined && [...community].length >= 3 && note === undefined && !/楼|超市/.test(community)
      ? community
      : undefined,
  'characters exchanged': (place) =>
    misspelt(place, ([one = '', two = '', ...rest]) =>
      rest.length === 0 || one === two ? undefined : [two, one, ...rest],
    ),
  'character doubled': (place) =>
    misspelt(place, ([one = '', two = '', ...rest]) => (rest.length === 0 ? undefined : [one, two, two, ...rest])),
};
