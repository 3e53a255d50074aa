import type { Variation } from './variation';

/** Every list below is drawn by all engines: each character is in the standard set of 8,105 or in the bundled fonts. */
const SURNAMES = [
  '李',
  '王',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '欧阳',
] as const;
const GIVEN = ['明霞', '喆兰', '秀英', '桂芳', '晓雯', '思源', '文静', '淑珍', '若彤', '雨晴', '建国', '志强'] as const;
const RESPONDENTS = ['罗堃', '阿卜杜热西提·买买提艾力', '马建军', '古丽巴哈尔·吐尔逊', '欧阳振华', '贺志刚'] as const;
const ROADS = ['民族路', '人民路', '中山三路', '安和路', '新华东街', '解放大道', '学府路', '滨江路'] as const;
const INJURIES = ['左前臂', '右肩部', '面部', '腰背部', '右手腕', '左膝部'] as const;
const CLERKS = ['周明远', '吴一帆', '郑晓雯', '贺兰', '欧阳静', '孙立新'] as const;

export type Matter = {
  applicant: string;
  respondent: string;
  idNumber: string;
  residence: string;
  injury: string;
  amount: string;
  number: string;
  day: number;
  hour: number;
  judge: string;
  clerk: string;
};

/** The particulars of one matter; those of two neighbouring matters differ nearly everywhere. */
export function inventMatter(index: number, { pick, number }: Variation): Matter {
  const building = number(1, 99);
  return {
    applicant: pick(SURNAMES) + pick(GIVEN),
    respondent: pick(RESPONDENTS),
    idNumber: `5001031989${String(number(1, 12)).padStart(2, '0')}${number(10, 28)}${number(1000, 9999)}`,
    residence: `重庆市渝中区解放碑街道${pick(ROADS)}${number(1, 299)}号${building}幢${number(1, 4)}单元${number(1, 32)}0${number(1, 8)}室`,
    injury: pick(INJURIES),
    amount: `${number(1, 9)},${number(100, 999)}.${number(10, 99)}`,
    number: `（2026）渝0103民保令${index + 1}号`,
    day: number(1, 28),
    hour: number(0, 23),
    judge: pick(CLERKS),
    clerk: pick(CLERKS),
  };
}
