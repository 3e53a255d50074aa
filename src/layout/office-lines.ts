import { mmToPt, PAGE, TYPE_SIZE } from './page';

/** Characters of the size of a title that stand on one line. */
const LINE_CHARACTERS = Math.floor(mmToPt(PAGE.typeArea.width) / TYPE_SIZE.er);
const HAN_ONLY = /^\p{Script=Han}+$/u;
/** What names of territories and offices end in. */
const ENDS_NAME = /[省市区州盟县旗局院厅]/u;

/**
 * Lines of an office's name above a title. One too long for a line is divided where a name within it ends, as evenly as
 * that allows (GB/T 9704-2012 7.3.1: 回行时词意完整，排列对称); when none ends there, it stays whole for the writers to wrap.
 */
export function officeLines(name: string): string[] {
  const characters = [...name];
  const count = characters.length;
  if (count <= LINE_CHARACTERS || !HAN_ONLY.test(name)) return [name];
  const ends = characters.flatMap((character, index) => {
    const end = index + 1;
    const fits = end <= LINE_CHARACTERS && count - end <= LINE_CHARACTERS && end < count - 1;
    return fits && ENDS_NAME.test(character) ? [end] : [];
  });
  const [best] = ends.sort((first, second) => Math.abs(2 * first - count) - Math.abs(2 * second - count));
  return best === undefined ? [name] : [characters.slice(0, best).join(''), characters.slice(best).join('')];
}
