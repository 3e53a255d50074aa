import type { AddressParts } from '../../src/match';
import { TEXTS_WITHOUT } from './hand-written-negatives';
import { CORPS, HOME, LANE, type Row, SAINT, TOWER, UNDIVIDED, VILLAGE } from './hand-written-places';
import { addressFact, type Labelled, readMarked } from './labelled';
import { tricks } from './tricks';

/**
 * Written by hand. In a positive text the span to be found stands between ⟦ and ⟧; a negative text has none.
 * Every address is invented.
 */
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
  [
    UNDIVIDED,
    'partial',
    [
      [
        'home and road undivided',
        '住⟦晨光路45号⟧',
        '⟦天和雅居晨光路45号⟧',
        '⟦天和雅居⟧门口',
        '⟦天和雅居6号楼302室⟧',
        '⟦晨光路**号6号楼302室⟧',
      ],
    ],
  ],
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
  return [...positives, ...negatives, ...mixed(), ...tricks()];
}

type Marked = { address: AddressParts; goal: 'normalised' | 'partial'; cls: string; marked: string };

function positive({ address, goal, cls, marked }: Marked): Labelled {
  return { class: `by hand: ${cls}`, goal, facts: [addressFact(address)], allowed: [], ...readMarked(marked) };
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
