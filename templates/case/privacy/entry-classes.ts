import type { PrivacyClass } from '../../../src/authoring';
import { AGENCIES, FILES, show } from './audiences';
import { DUTY, OPINION, SERVICE } from './citations';

/** A row of the policy. `guarded`: searched for in every text and in the finished file; else only withheld. */
export type Row = Omit<PrivacyClass, 'guarded'> & { guarded?: true };

/** Classes of entries and sheets: each is the business of its own addressee, never of another. */
export const entryRows: Record<string, Row> = {
  // To whom else it goes: entries of lists, each of which is its own addressee's business only
  'entry-of-others': {
    label: '其他送达、协助、通知对象',
    rule: '不附送达名单；受文单位能推知受害人现居住地',
    citation: OPINION,
    decide: show(...FILES),
    guarded: true,
  },
  'entry-detail': {
    label: '其他对象的送达情况',
    rule: '各受送达人分别制作，互不载明',
    citation: OPINION,
    decide: show(...FILES),
  },
  'entry-of-agency': {
    label: '本单位的送达、协助、通知事项',
    rule: '只向该单位载明',
    citation: SERVICE,
    decide: show(...AGENCIES, ...FILES),
    guarded: true,
    anchor: true,
  },
  'entry-of-respondent': {
    label: '加害人本人的送达事项',
    rule: '只在加害人本人的回证上载明',
    citation: '《中华人民共和国民事诉讼法》第八十七条',
    decide: show('respondent', ...FILES),
    guarded: true,
    anchor: true,
  },
  'entry-of-victim': {
    label: '受害人本人的送达事项',
    rule: '只在受害人本人的回证上载明，且不列明现住所',
    citation: `《中华人民共和国民事诉讼法》第八十七条；${OPINION}`,
    decide: show('victim', ...FILES),
    guarded: true,
    anchor: true,
  },

  // Visits: one sheet, one person
  'visit-of-others': {
    label: '其他回访',
    rule: '回访单一人一页，受害人和加害人的情况互不载明',
    citation: DUTY,
    decide: {},
  },
  'visit-of-victim': {
    label: '受害人回访情况',
    rule: '只在受害人本人的回访单上载明，不告知加害人',
    citation: `${OPINION}；${DUTY}`,
    decide: show('victim', ...AGENCIES, ...FILES),
    anchor: true,
  },
  'visit-of-respondent': {
    label: '加害人回访情况',
    rule: '只在加害人本人的回访单上载明',
    citation: DUTY,
    decide: show('respondent', ...AGENCIES, ...FILES),
    anchor: true,
  },
  'visit-near-home': {
    label: '能推知受害人现住所的回访人、单位',
    rule: '回访人的单位能推知受害人现居住地的，不告知加害人',
    citation: `${OPINION}；${DUTY}`,
    decide: show('victim', ...AGENCIES, ...FILES),
  },
  'police-visit': {
    label: '公安机关查访情况',
    rule: '查访记录由公安机关存档',
    citation: '公通字〔2024〕34号第十二条、第二十三条',
    decide: show('police-file'),
  },
};
