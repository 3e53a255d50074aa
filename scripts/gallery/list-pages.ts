/** What the gallery shows. `page` counts from 1, or from the end when negative. */
export type Shown = { file: string; title: string; says: string; page: number; ruler?: true } & (
  | { sample: string }
  | { model: 'names' | 'grid' }
);

const letter = 'warning-letter/chongqing.respondent';
const ruling = 'protection-order/national.respondent';
const assistance = 'assistance-notice/chongqing.police';

export const SHOWN: readonly Shown[] = [
  {
    file: '01-warning-letter',
    title: '告诫书，首页',
    says: 'Head in the second line, justified lines of 28 characters, verification code under the type area.',
    ...{ sample: letter, page: 1 },
  },
  {
    file: '02-warning-letter-end',
    title: '告诫书，末页',
    says: 'Issuer centred over the date with room for a 42 mm seal, then the fields signed by hand.',
    ...{ sample: letter, page: -1 },
  },
  {
    file: '03-protection-order',
    title: '人身安全保护令裁定书，首页',
    says: 'The respondent’s copy of a ruling: no address of the applicant, case number right with two characters free.',
    ...{ sample: ruling, page: 1 },
  },
  {
    file: '04-protection-order-end',
    title: '人身安全保护令裁定书，末页',
    says: 'Judges, date in Chinese numerals and clerks stand with text of the ruling, never alone on a page.',
    ...{ sample: ruling, page: -1 },
  },
  {
    file: '05-assistance-notice',
    title: '协助执行通知书',
    says: 'A notice to the police: addressee flush left, numbered measures in the words of the ruling.',
    ...{ sample: assistance, page: 1 },
  },
  {
    file: '06-return-slip',
    title: '协助执行通知书（回执）',
    says: 'The slip to be cut off: cut line with its 骑缝 text, title, form and return address on one sheet.',
    ...{ sample: assistance, page: -1 },
  },
  {
    file: '07-service-receipt',
    title: '送达回证',
    says: 'A form of fixed columns; labels in even lines, fields for hand writing of 7 mm and more.',
    ...{ sample: 'service-receipt/chongqing.respondent', page: 1 },
  },
  {
    file: '08-follow-up-visit',
    title: '回访单',
    says: 'Two forms on a page, the second with a header row that repeats on the next page.',
    ...{ sample: 'follow-up-visit/chongqing.court-file.3', page: 1 },
  },
  {
    file: '09-names',
    title: '姓名用字',
    says: '䶮、㛃、𠅤、喆、堃 and 阿卜杜热西提·买买提艾力 in every face, underlined and in cells: no box, no gap.',
    ...{ model: 'names', page: 1 },
  },
  {
    file: '10-ruler',
    title: '标尺：裁定书第二页',
    says: 'A page of the ruling over rulers: text from 28 to 184 mm and from 37 to 262 mm, 22 lines, 10.23 mm apart.',
    ...{ sample: ruling, page: 2, ruler: true },
  },
  {
    file: '11-ruler-full',
    title: '标尺：满版',
    says: 'A full page over the same rulers: 28 characters in 28 columns, 22 lines in 22 rows.',
    ...{ model: 'grid', page: 1, ruler: true },
  },
];
