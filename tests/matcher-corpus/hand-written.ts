import type { AddressParts } from '../../src/match';
import { addressFact, type Labelled } from './labelled';

/**
 * Written by hand. In a positive text the span to be found stands between ⟦ and ⟧; a negative text has none.
 * Every address is invented.
 */
type Row = readonly [cls: string, ...texts: string[]];

export const HOME: AddressParts = {
  ...{ province: '江川省', city: '临江市', county: '南溪区', street: '龙泉街道', road: '幸福路', number: '88号' },
  ...{ community: '听涛里', building: '2幢', unit: '1单元', room: '301室' },
};
export const VILLAGE: AddressParts = {
  county: '望江县',
  street: '柳林镇',
  community: '火星村',
  note: '三组',
  number: '36号',
};
export const LANE: AddressParts = { line: '东阳山市白马区延安西路1234弄5支弄12号302室' };
export const CORPS: AddressParts = { line: '第八师143团5连12栋13号' };
export const TOWER: AddressParts = {
  road: '滨江大道',
  number: '9号',
  community: '银河公寓',
  building: 'A座',
  room: '2101室',
};
export const SAINT: AddressParts = { county: '新河区', community: '库木·巴格村', note: '2组', number: '17号' };

const SETS: readonly (readonly [AddressParts, 'normalised' | 'partial', readonly Row[]])[] = [
  [
    HOME,
    'normalised',
    [
      [
        'retyped',
        '现住⟦江川省临江市南溪区龙泉街道幸福路88号听涛里2幢1单元301室⟧，请保密。',
        '⟦臨江市南溪區幸福路八十八號聽濤裡二幢一單元三〇一室⟧',
        '⟦幸福路捌拾捌號聽濤里貳棟壹單元叁佰零壹室⟧',
        '住⟦幸福路８８号听涛里２＃１单元３０１⟧。',
        '⟦幸 福 路 八 十 八 号 听 涛 里 2 栋 3 0 1⟧',
        '⟦幸福路\n八十\n八号，听涛\n里2幢1单元30\n1室⟧',
        '|⟦幸福路|88号|听涛里|2幢|1单元|301室⟧|',
        '⟦幸-福-路-8-8-号-2-幢-3-0-1-室⟧',
        '⟦幸福路⑧⑧号听涛里②幢①单元③⓪①室⟧',
        '⟦幸福路𝟖𝟖号Ⅱ幢Ⅰ单元𝟛𝟘𝟙⟧',
        '⟦幸福路٨٨号٢幢٣٠١室⟧',
        '⟦幸\u200b福\u200b路\u200b8\u200b8\u200b号⟧',
        '⟦幸福路〸号⟧'.replace('〸', '88'),
        '⟦幸福路８⒏号听涛里⒉栋301户⟧'.replace('８⒏', '88'),
        '⟦幸福路88號院聽濤里2號樓1門301⟧',
        '⟦听涛里2号楼1单元3楼301⟧',
        '⟦⼲福路88号⟧'.replace('⼲', '幸'),
      ],
    ],
  ],
  [
    HOME,
    'partial',
    [
      [
        'hidden',
        '现住⟦幸福路**号2幢301⟧。',
        '⟦幸福路××号⟧',
        '⟦幸福路X号⟧一带',
        '⟦幸福路__号听涛里⟧',
        '住⟦某某路88号2幢301室⟧',
        '住⟦**路88号2幢301室⟧',
        '⟦×路88号2幢301⟧',
        '⟦幸×路88号⟧',
        '⟦幸福路88号*幢***室⟧',
        '⟦听涛里**幢**室⟧',
        '⟦幸福路█号⟧',
        '⟦××小区2幢1单元301室⟧',
      ],
      [
        'shortened',
        '⟦幸福路88号⟧',
        '⟦幸福路88⟧，门口有树',
        '搬到⟦听涛里⟧去了',
        '在⟦听涛里小区⟧租房',
        '⟦听涛里2-1-301⟧',
        '⟦幸福路88-2-301⟧',
        '⟦听涛里2幢⟧',
        '住在⟦2幢1单元301室⟧',
        '住在⟦2幢301⟧',
        '送到⟦88-2-301⟧',
        '⟦听涛里2-301⟧',
        '⟦幸福路2幢301⟧',
        '⟦南溪幸福路88号⟧',
        '⟦临江幸福路88号⟧',
        '⟦江川省幸福路88号⟧',
      ],
      [
        'reordered',
        '⟦听涛里（幸福路88号）2幢301室⟧',
        '⟦301室，2幢，幸福路88号⟧',
        '⟦2幢301室（听涛里）⟧',
        '⟦听涛里2幢301室，幸福路88号⟧',
        '⟦幸福路（南溪区龙泉街道）88号⟧',
        '⟦88号，幸福路⟧',
      ],
      [
        'told',
        '她说住在⟦幸福路上，门牌是88号⟧。',
        '⟦幸福路的88号，听涛里小区的2幢，房号是301⟧',
        '⟦幸福路那边88号院里2幢楼上301房间⟧',
        '现租住⟦听涛里小区内2幢3楼301⟧，',
        '⟦幸福路，第88号，第2栋，第301室⟧',
      ],
      [
        'in Latin letters',
        'lives at ⟦No. 88 Xingfu Road⟧.',
        '⟦Room 301, Building 2, 88 Xingfu Road⟧',
        '⟦xingfu lu 88 hao⟧',
        '⟦xingfulu88-2-301⟧',
        '⟦XingfuLu 88号⟧',
        '⟦XFL88⟧',
        '⟦XFL88-2-301⟧',
        '⟦xingfu路88号⟧',
        '⟦Tingtaoli⟧ 2-301'.replace('⟧ 2-301', ' 2-301⟧'),
        '⟦Xìngfú Lù 88⟧',
        'wo zhu zai ⟦xingfulu 88 hao 2 dong 301 shi⟧',
        '⟦TING TAO LI⟧',
      ],
    ],
  ],
  [
    VILLAGE,
    'partial',
    [
      [
        'rural',
        '住⟦火星村3组36号⟧',
        '⟦火星村委会第三组36号⟧',
        '⟦火星村民委员会三组⟧',
        '在⟦火星村⟧躲避',
        '⟦望江县柳林镇火星村⟧',
        '⟦柳林镇火星村叁组叁拾陆號⟧',
        '⟦火星村村民委员会第3村民小组36号⟧',
        '⟦火星三组36号⟧',
        '⟦某村三组36号⟧',
        '⟦huoxingcun⟧',
      ],
    ],
  ],
  [
    LANE,
    'partial',
    [
      [
        'lane',
        '⟦延安西路1234弄5支弄12号302室⟧',
        '⟦延安西路1234弄⟧',
        '⟦延安西路一二三四弄12号⟧',
        '⟦延安西路1234弄5支弄⟧',
        '⟦白马区延安西路１２３４弄⟧',
        '⟦Yanan Xi Lu 1234 nong⟧'.replace(' nong⟧', '⟧ nong'),
      ],
    ],
  ],
  [
    CORPS,
    'partial',
    [
      [
        'corps',
        '⟦143团5连12栋13号⟧',
        '⟦一四三团五连⟧',
        '住在⟦143团5连⟧',
        '⟦143团第5连12栋⟧',
        '⟦一百四十三团五连12栋13号⟧',
      ],
    ],
  ],
  [
    TOWER,
    'partial',
    [
      [
        'tower',
        '⟦银河公寓A座2101⟧',
        '⟦银河公寓A2101⟧',
        '⟦滨江大道九号⟧',
        '⟦银河公寓⟧大堂',
        '⟦滨江大道9号A座21层2101⟧',
        '⟦银河A座2101室⟧',
        '⟦Ａ座２１０１室，银河公寓⟧',
        '⟦Yinhe Apartment⟧ A2101'.replace('⟧ A2101', ' A2101⟧'),
      ],
    ],
  ],
  [
    SAINT,
    'partial',
    [['name dot', '⟦库木·巴格村2组17号⟧', '⟦库木巴格村⟧', '⟦库木•巴格村二组⟧', '⟦库木 巴格村2组⟧', '⟦庫木・巴格村⟧']],
  ],
];

const TEXTS_WITHOUT: readonly (readonly [AddressParts, readonly (string | AddressParts)[], readonly Row[]])[] = [
  [
    HOME,
    [],
    [
      [
        'region alone',
        '江川省临江市南溪区人民法院',
        '南溪区公安分局龙泉街道派出所',
        '户籍所在地：江川省临江市',
        '临江南溪一带',
      ],
      [
        'other address',
        '建设路88号',
        '幸福路188号',
        '幸福路8号',
        '幸福路880号',
        '幸福路八号',
        '幸福路18号2幢301室',
        '幸福街88号',
        '新幸福路88号',
        '住阳光花园2幢301室',
        '住建设路88号2幢301室',
        '解放路88号2幢1单元301室',
        '听涛苑3幢402室',
        '幸福路一百八十八号',
        '幸福路八百八十号',
      ],
      [
        'road alone',
        '在幸福路散步',
        '幸福路派出所',
        '途经幸福路、解放路',
        '幸福路小学门口',
        '幸福路88路公交站',
        '幸福路上有88人',
        '幸福路与建设路路口',
      ],
      [
        'figures',
        '第八十八条、第三百零一条',
        '8月8日8时8分',
        '2026年8月8号',
        '88元、301元',
        '第88号令',
        '（2026）渝0103民保令88号',
        '2幢楼',
        '301路公交车2站',
        '88号线',
        '共2幢、301户',
        '比分2-1',
        '2-1-3',
        '301国道88公里处',
        '附件2-1',
        '第2单元第1课',
        '50010119880808301X',
        '车牌88301',
        '88.2元、301元',
        '温度2度，湿度88%',
      ],
      [
        'ordinary words',
        '一座城，一户人，一条路',
        '幸福的路上',
        '走在幸福之路',
        '一路幸福',
        '听涛声',
        '王幸福、李路',
        '单元楼里有人',
        '这栋楼一共两个单元',
        'He was 88 years old, in room service',
        'unit test 301',
        '她一个人在家，三个月没有联系',
        'No. 1 Road',
        '88 people on the road',
      ],
    ],
  ],
  [
    HOME,
    [{ road: '幸福路', number: '88号', building: '5幢', room: '702室' }],
    [
      [
        'shared home on the same road and number',
        '共同住所幸福路88号5幢702室',
        '在幸福路88号门口',
        '幸福路88号5幢楼下',
        '幸福路88号院',
      ],
    ],
  ],
  [
    HOME,
    [{ community: '听涛里', building: '6幢', room: '301室' }],
    [
      [
        'shared home in the same community',
        '听涛里6幢301室',
        '听涛里门卫',
        '听涛里小区',
        '案发于听涛里6幢',
        '听涛里6-301',
      ],
    ],
  ],
  [
    HOME,
    ['江川省临江市南溪区幸福路9号', '听涛里社区卫生服务中心'],
    [
      [
        'address of an organ',
        '本院地址：江川省临江市南溪区幸福路9号',
        '到幸福路9号立案大厅',
        '在听涛里社区卫生服务中心就诊',
      ],
    ],
  ],
  [
    VILLAGE,
    [],
    [
      [
        'rural, other',
        '柳林镇人民政府',
        '红旗村三组36号',
        '第三组36人',
        '三组组长',
        '火星上没有水',
        '36号文件第三组数据',
        '望江县柳林镇',
      ],
    ],
  ],
  [
    TOWER,
    [],
    [
      [
        'tower, other',
        '滨江大道',
        '滨江大道19号',
        '滨江大道9路车',
        '银河系中心',
        'A座',
        '国贸大厦A座2101室',
        '滨江大道九十九号',
      ],
    ],
  ],
  [
    LANE,
    [],
    [
      [
        'lane, other',
        '延安西路12号302室',
        '延安西路5弄12号',
        '延安中路1234弄',
        '延安西路',
        '长宁路1234弄12号',
        '1234弄',
      ],
    ],
  ],
  [CORPS, [], [['corps, other', '143团', '五连冠', '144团5连12栋', '第八师', '团长和连长', '12栋13号楼']]],
];

export function handWritten(): Labelled[] {
  const positives = SETS.flatMap(([address, goal, rows]) =>
    rows.flatMap(([cls, ...texts]) => texts.map((marked) => positive({ address, goal, cls, marked }))),
  );
  const negatives = TEXTS_WITHOUT.flatMap(([address, allowed, rows]) =>
    rows.flatMap(([cls, ...texts]) =>
      texts.map(
        (text): Labelled => ({
          class: `by hand: ${cls}`,
          goal: 'negative',
          text,
          facts: [addressFact(address)],
          allowed: [...allowed],
        }),
      ),
    ),
  );
  return [...positives, ...negatives, ...mixed()];
}

type Marked = { address: AddressParts; goal: 'normalised' | 'partial'; cls: string; marked: string };

function positive({ address, goal, cls, marked }: Marked): Labelled {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace('⟦', '').replace('⟧', '');
  return { class: `by hand: ${cls}`, goal, text, facts: [addressFact(address)], allowed: [], span: { start, end } };
}

/** Protected and allowed addresses side by side: the one is found, the other stands. */
function mixed(): Labelled[] {
  const shared = {
    road: '安和路',
    number: '88号',
    community: '听涛里',
    building: '6幢',
    unit: '1单元',
    room: '1203室',
  };
  return [
    '共同住所为听涛里6幢1203室，申请人现住⟦听涛里2幢301室⟧。',
    '从听涛里6幢搬到⟦听涛里2幢⟧',
    '安和路88号听涛里6幢1单元1203室、⟦幸福路88号2幢301室⟧',
    '⟦听涛里2幢1单元301室⟧与听涛里6幢1单元1203室',
    '在听涛里，具体是⟦2幢301室⟧',
    '⟦听涛里301室⟧',
  ].map((marked) => ({
    ...positive({ address: HOME, goal: 'partial', cls: 'beside the shared home', marked }),
    allowed: [shared],
  }));
}
