/** Pages that no sample shows: every cell of the grid filled, and names that few fonts have. */
import type { Block, DocumentModel } from '../../src/model';

const text = (value: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: value }], indent: 0 });

const FULL_LINE = '安得广厦千万间大庇天下寒士俱欢颜风雨不动安如山受冻死亦足';

/** 22 lines of 28 characters. */
export const fullGrid: DocumentModel = {
  title: '版心',
  pageNumbers: true,
  blocks: [text(FULL_LINE.repeat(22))],
};

/** Han characters outside the common sets, of the Extensions A and B too, and a long name with its dot. */
export const NAMES = ['贺䶮', '沈㛃', '顾𠅤芬', '陈喆兰', '罗堃', '阿卜杜热西提·买买提艾力'];

export const namesPage: DocumentModel = {
  title: '姓名',
  pageNumbers: true,
  blocks: [
    { kind: 'title', text: '姓名用字' },
    { kind: 'heading', level: 1, text: `一、${NAMES.slice(0, 5).join('、')}` },
    { kind: 'heading', level: 2, text: `（一）${NAMES.slice(0, 5).join('、')}` },
    { kind: 'paragraph', content: [{ kind: 'text', text: `申请人${NAMES.join('，被申请人')}。` }] },
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: '被告诫人' },
        ...NAMES.flatMap((name) => [
          { kind: 'filled' as const, text: name },
          { kind: 'text' as const, text: '、' },
        ]),
        { kind: 'blank', cells: 4 },
        { kind: 'text', text: '（签名、捺印）' },
      ],
    },
    {
      kind: 'table',
      columns: [40, 116],
      rows: NAMES.map((name) => ({
        cells: [
          { label: true, content: [[{ kind: 'text', text: name }]] },
          { content: [[{ kind: 'text', text: `${name}，女，1990年1月1日出生，汉族。` }]] },
        ],
      })),
    },
  ],
};
