import { type Policy, type PrivacyClass, project } from '../../src/privacy';
import { choice, date, fieldTree, line, listOf, narrative, section, z } from '../../src/schema';
import { describe as mark } from '../../src/schema/field';

/** A case of a few fields, each of another class. */
export const schema = section('案件', {
  name: line({ label: '姓名', privacy: 'name' }),
  child: line({ label: '孩子', privacy: 'masked' }).optional(),
  secret: line({ label: '秘密', privacy: 'secret' }).optional(),
  place: line({ label: '地点', privacy: 'known-place' }).optional(),
  other: line({ label: '另一地点', privacy: 'known-place' }).optional(),
  born: date('生日', 'secret').optional(),
  on: date('日期', 'open').optional(),
  kind: choice('种类', 'secret', { one: '一', two: '二' }).optional(),
  stray: mark(z.string(), { label: '未分类' }).optional(),
  odd: line({ label: '类别写错', privacy: 'no-such-class' }).optional(),
  story: narrative({ label: '经过', privacy: 'story' }).optional(),
  helper: line({ label: '帮助人', privacy: 'helper' }).optional(),
  organ: line({ label: '机关', privacy: 'organ' }).optional(),
  unit: line({ label: '派出机构', privacy: 'organ' }).optional(),
  home: section(
    '住址',
    {
      city: line({ label: '市', privacy: 'open' }).optional(),
      door: section('门', { bell: line({ label: '门铃', privacy: 'open' }) }).optional(),
      road: line({ label: '路', privacy: 'secret' }).optional(),
      number: line({ label: '号', privacy: 'secret' }).optional(),
    },
    'address',
  ).optional(),
  work: section('单位地址', { road: line({ label: '路', privacy: 'open' }) }, 'address').optional(),
  entries: listOf('条目', section('条目', { to: line({ label: '对象', privacy: 'entry' }) }), { max: 5 }).optional(),
});
export type Root = z.infer<typeof schema>;

export const row = (decide: PrivacyClass['decide'], more: Partial<PrivacyClass> = {}): PrivacyClass => ({
  label: '类',
  rule: '规则',
  citation: '《某法》第一条',
  decide,
  guarded: false,
  ...more,
});

export const policy: Policy = {
  audiences: { near: '近', far: '远' },
  refused: {},
  classes: {
    name: row({ near: 'show', far: 'show' }),
    masked: row({ near: 'show', far: 'mask' }, { guarded: true, mask: (value) => `${value.slice(0, 1)}某某` }),
    secret: row({ near: 'show' }, { guarded: true }),
    'known-place': row(
      { near: 'show' },
      { guarded: true, whenKnown: { audiences: ['far'], decision: 'show', rule: '已知悉' } },
    ),
    story: row({ near: 'show', far: 'show' }),
    helper: row({ near: 'show' }, { guarded: true, standIn: () => '某人' }),
    organ: row({ near: 'show', far: 'show' }, { anchor: true }),
    'entry-own': row({ near: 'show', far: 'show' }),
    'entry-other': row({}, { guarded: true }),
    open: row({ near: 'show', far: 'show' }),
    unmasked: row({ near: 'mask', far: 'mask' }),
  },
  refine: ({ privacy, inItem }) => (privacy === 'entry' ? (inItem ? 'entry-own' : 'entry-other') : privacy),
  known: (root) => new Map((root as Root).name === '知情' ? [['/place', '/name']] : []),
  kindOf: ({ privacy }) => (privacy === 'helper' ? 'name' : 'text'),
  spellings: { address: ({ road }) => [String(road)] },
  surroundings: { address: ({ city }) => [String(city)] },
  redaction: '（隐）',
};

type Options = { readers?: string[]; item?: string; freeText?: 'redact' | 'reject' };

/** What the readers of a copy see of a case. */
export function see(root: Root, { readers = ['far'], item, freeText = 'redact' }: Options = {}) {
  return project({ root, tree: fieldTree(schema), policy, readers, item, freeText });
}
