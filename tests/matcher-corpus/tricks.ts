import type { AddressParts, ProtectedFact } from '../../src/match';
import { HOME, LANE, type Row, TOWER, UNDIVIDED, VILLAGE } from './hand-written-places';
import { addressFact, type Labelled, readMarked } from './labelled';
import { NUMBER_TRICKS } from './tricks-with-numbers';

/** What somebody may try who wants to get a fact past a search; ⟦ and ⟧ stand around what must be found. */
const ADDRESS_TRICKS: readonly Row[] = [
  [
    'range of doors',
    '住⟦幸福路86-90号⟧。',
    '住⟦幸福路86号至90号⟧一带',
    '⟦幸福路86至90号⟧',
    '⟦幸福路八十六至九十号⟧',
    '⟦幸福路86—90号⟧',
    '⟦幸福路86～90号⟧',
    '⟦幸福路85到89号⟧',
    '⟦幸福路88-90号⟧',
    '⟦幸福路86至88号⟧',
    '⟦幸福路86、88⟧、90号',
    '⟦幸福路（86-90号）⟧',
    '⟦江川省临江市南溪区幸福路86-90号⟧',
  ],
  [
    'character of the same sound',
    '住⟦辛福路88号⟧',
    '⟦幸符路88号⟧',
    '⟦杏福路八十八号⟧',
    '⟦幸福璐88号⟧',
    '⟦辛福路88号听涛里2幢301室⟧',
    '⟦听淘里2幢301室⟧',
    '⟦厅涛里2幢1单元301⟧',
    '⟦兴福路88号2幢301室⟧',
    '⟦幸褔路88号⟧',
  ],
  [
    'mistyped, beside two doors',
    '住⟦兴符路88号2幢⟧',
    '⟦姓福路88号2幢301室⟧',
    '⟦福幸路88号2幢301室⟧',
    '⟦幸福福路88号2幢⟧',
    '⟦听里涛里2幢301室⟧'.replace('听里涛里', '听涛涛里'),
    '⟦涛听里2幢301室⟧',
    '⟦廷滔里2幢1单元301室⟧',
  ],
  [
    'row of a form',
    '⟦幸福路；门牌号：88；楼栋：2；单元：1；房号：301⟧',
    '⟦听涛里；楼栋：2；房号：301⟧',
    '⟦幸福路；小区：听涛里；楼栋：2⟧。',
    '街路巷：⟦幸福路；门牌号码：88⟧',
  ],
  [
    'number in words',
    '⟦xing fu lu ba shi ba hao⟧',
    '⟦xingfulu bashiba hao⟧',
    '⟦Xingfu Lu Bashiba Hao⟧',
    '⟦Eighty-eight Xingfu Road⟧',
    '⟦Room three zero one, No. eighty eight Xingfu Road⟧',
    '⟦Tingtaoli er dong san ling yi shi⟧',
    '⟦xing4 fu2 lu4 ba1 shi2 ba1 hao4⟧',
  ],
  [
    'tones as digits',
    '⟦xing4fu2lu4 88 hao4⟧',
    '住⟦xing4 fu2 lu4 88⟧',
    '⟦xing4-fu2-lu4 88号⟧',
    '⟦Xing4Fu2Lu488hao4⟧',
    '⟦ting1tao1li3⟧',
    '⟦ting1 tao1 li3 2dong4 301shi4⟧',
    '⟦xìnɡfú lù 88⟧',
  ],
  ['dots between all characters', '⟦幸·福·路·8·8·号·2·幢·3·0·1·室⟧', '⟦听•涛•里•2•幢⟧'],
  [
    'invisible signs',
    '⟦幸\u00ad福\u00ad路\u00ad8\u00ad8号⟧',
    '⟦幸\u200d福\u2060路88号⟧',
    '⟦幸\ufe0f福\ufe0e路8\ufe0f8号⟧',
    '\u202e⟦幸福路88号⟧\u202c',
    '⟦幸\u3164福\u115f路\uffa088号⟧',
    '⟦幸\u{e0100}福\u{e0041}路88号⟧',
    '⟦幸\u034f福路8\u180e8号⟧',
    '⟦幸\u0336福\u0336路\u03368\u03368\u0336号⟧',
    '⟦幸\u20dd福路88号⟧',
    '⟦幸\u2800福路88号⟧',
  ],
  [
    'digits as pictures',
    '⟦幸福路8\ufe0f\u20e38\ufe0f\u20e3号⟧',
    '住⟦幸福路8\ufe0f\u20e38\ufe0f\u20e3⟧',
    '⟦幸福路〨〨号⟧',
    '⟦幸福路ⅧⅧ号⟧',
    '⟦幸福路❽❽号⟧',
    '⟦幸福路⑻⑻号⟧',
    '⟦幸福路８８號⟧',
    '⟦幸福路㊇十㊇号⟧',
    '⟦幸福路𝟴𝟴号⟧',
    '⟦听涛里㈡幢⟧',
    '⟦幸福路₈₈号⟧',
    '⟦幸福路⁸⁸号⟧',
  ],
  [
    'numerals of two kinds',
    '⟦幸福路8十8号⟧',
    '⟦幸福路八8号⟧',
    '⟦幸福路8八号⟧',
    '⟦幸福路捌8号⟧',
    '⟦幸福路捌十八号⟧',
    '⟦幸福路八拾8号⟧',
    '⟦幸福路８捌号⟧',
    '⟦听涛里贰幢三零1室⟧',
    '⟦2幢三〇1室⟧',
  ],
  [
    'characters and pinyin mixed',
    '住⟦幸福lu88号⟧',
    '⟦幸fu路88号2幢301⟧',
    '⟦xing福路八十八号⟧',
    '⟦听tao里2幢301室⟧',
    '⟦听涛li小区⟧门口',
    '⟦ting涛里⟧',
    '⟦X F L 88⟧',
    '⟦幸Fu Lu 88号⟧',
  ],
  [
    'letters for digits',
    '⟦听涛里2幢3O1室⟧',
    '⟦幸福路88号听涛里2幢30l室⟧',
    '住⟦2幢3o1室⟧',
    '住⟦2幢30I室⟧',
    '⟦幸福路88号2幢３Ｏ１⟧',
  ],
];

const ADDRESS_TRAPS: readonly Row[] = [
  [
    'other range of doors',
    '幸福路80-86号',
    '幸福路90至98号',
    '幸福路1-8号',
    '建设路86-90号',
    '幸福路8至9号',
    '幸福路1至199号路段施工',
    '幸福路段8月7-9日限行',
    '第86至90条',
    '幸福路口，86至90路公交车',
    '2026年8月6日至10日',
    '86-90分',
  ],
  [
    'other road of a like sound',
    '辛福路18号',
    '兴福路188号',
    '信访路88号',
    '新建路88号',
    '幸运路88号',
    '福星路88号',
    '行署路88号',
    '听涛厅3号',
    '厅涛3幢',
    '停车里2幢',
    '辛福路',
    '杏福路派出所',
    '听讨论2次',
    '本院听取，当庭讨论两次',
    '姓福的88号选手',
  ],
  [
    'mistyped, and another address',
    '住兴符路88号',
    '住福幸路88号',
    '幸福福路派出所',
    '福幸路18号2幢',
    '平安路88号2幢301室',
    '新福幸路88号2幢301室',
    '涛听里3楼',
    '福幸的路有88条2幢',
    '福幸路。88号令第2条第301款',
  ],
  [
    'row of a form of another',
    '建设路；门牌号：88；楼栋：2',
    '门牌号：18；单元：1',
    '幸福路；门牌号：89',
    '幸福路；另查明，88号文件',
    '楼栋：2；共88户',
  ],
  [
    'other words in Latin letters',
    'ba shi ba hao',
    'xing fu lu ba hao',
    'xing4fu2 88',
    'a4 b2 88',
    'Room three zero one',
    'Eighty-eight Xingfu people',
    'xing1 fu4 lu2 18 hao4',
    'one road, eighty-eight houses',
  ],
  [
    'other characters and pinyin mixed',
    '幸福lu派出所',
    '幸fu路188号',
    'xing福街88号',
    '听tao声',
    '幸fu的人88位',
    'X F L 188',
    'XL 88',
    'lu路88号',
  ],
  ['letters beside digits', '3O2室', '2号楼3层', 'No. 30I', '5l水', '3O1医院', 'IO设备301台', '共30l只'],
];

/** The same with other addresses, and with what may stand. */
const MORE: readonly (readonly [AddressParts, readonly (string | AddressParts)[], readonly Row[]])[] = [
  [
    VILLAGE,
    [],
    [
      ['character of the same sound', '住⟦火兴村三组36号⟧', '⟦伙星村3组36号⟧', '⟦火星材三组36号⟧', '⟦货星村三十六号⟧'],
      ['range of doors', '⟦火星村三组35至38号⟧', '⟦火星村35-38号⟧'],
      ['numerals of two kinds', '⟦火星村三组3十6号⟧', '⟦火星村叁组三6号⟧'],
      ['other road of a like sound', '火兴村', '伙星村5组12号', '红星村三组36人', '获得新村36户支持', '火星文36个字'],
    ],
  ],
  [
    TOWER,
    [],
    [
      [
        'character of the same sound',
        '⟦银和公寓A座2101室⟧',
        '⟦滨江大到9号A座2101⟧',
        '⟦宾江大道9号A座⟧',
        '⟦银河公寓Ａ座２１Ｏ１⟧',
      ],
      ['other road of a like sound', '宾江大道19号', '银和公寓', '银行公寓9层', '滨江大学9号楼', '引河公寓B座2102室'],
    ],
  ],
  [
    UNDIVIDED,
    [],
    [
      ['character of the same sound', '⟦辰光路45号⟧', '⟦晨光录45号⟧', '⟦天和亚居6号楼302室⟧'],
      ['range of doors', '⟦晨光路43-47号⟧', '⟦晨光路44号至46号⟧'],
      ['other range of doors', '晨光路46-48号', '晨光路35至44号', '晨光路1-99号', '辰光路43-44号'],
    ],
  ],
  [
    LANE,
    [],
    [
      ['character of the same sound', '⟦沿安西路1234弄⟧', '⟦延安西璐1234弄5支弄12号⟧'],
      ['range of doors', '⟦延安西路1230弄至1240弄⟧', '⟦延安西路1230-1236弄⟧'],
      ['other road of a like sound', '沿安西路12号', '延安西陆军医院', '延安夕路123弄'],
    ],
  ],
  [
    HOME,
    [{ road: '兴福路', number: '88号', building: '5幢', room: '702室' }],
    [['like sound, but may stand', '共同住所兴福路88号5幢702室', '在兴福路88号门口', '兴福路88号']],
  ],
  [
    HOME,
    ['江川省临江市南溪区新福路88号', '兴福路派出所'],
    [
      [
        'like sound, but may stand',
        '本院地址：新福路88号',
        '江川省临江市南溪区新福路88号立案大厅',
        '兴福路派出所88号信箱',
      ],
    ],
  ],
];

type Secret = { secret: ProtectedFact; allowed: readonly (string | AddressParts)[]; row: Row };

/** All of them, labelled. */
export function tricks(): Labelled[] {
  const home = addressFact(HOME);
  const secrets: Secret[] = [
    ...[...ADDRESS_TRICKS, ...ADDRESS_TRAPS].map((row) => ({ secret: home, allowed: [], row })),
    ...MORE.flatMap(([address, allowed, rows]) => rows.map((row) => ({ secret: addressFact(address), allowed, row }))),
    ...NUMBER_TRICKS.map(([secret, ...row]) => ({ secret, allowed: [], row })),
  ];
  return secrets.flatMap(({ secret, allowed, row: [cls, ...texts] }) =>
    texts.map((marked): Labelled => {
      const read = readMarked(marked);
      const goal = read.span === undefined ? 'negative' : 'partial';
      return { class: `tricks: ${cls}`, goal, facts: [secret], allowed: [...allowed], ...read };
    }),
  );
}
