import { alikeSpelling } from './alikes';
import { addressFact, fact, type Labelled } from './labelled';
import { byDigit, chinese } from './numerals';
import { FIRST, isRegion, makePlace, type Place, SHAPES, write } from './places';
import { type Random, seeded } from './random';

/** A text in which nothing may be found although it looks like the address. */
type Trap = (place: Place, random: Random) => { text: string; allowed?: Labelled['allowed'] } | undefined;

const digits = (text: string | undefined) => /\d+/.exec(text ?? '')?.[0] ?? '88';
const door = ({ parts }: Place) => digits(parts.number);
const otherNumber = (place: Place, random: Random) =>
  random.pick([
    `1${door(place)}`,
    `${door(place)}6`,
    String(Number(door(place)) + random.between(1, 9)),
    door(place).slice(0, -1) || '7',
  ]);
const own = ({ pieces }: Place) => write(pieces.filter((piece) => !isRegion(piece)));
const OTHER_ROADS = ['建国路', '滨河大道', '团结巷', '迎宾街', '人民南路', '长兴胡同'];
const OTHER_HOMES = ['江南春城', '金色港湾', '梧桐苑', '南山公馆', '水岸星城小区'];

const TRAPS: Record<string, Trap> = {
  'region alone': ({ parts }, random) => ({
    text: random.pick([
      `申请人户籍在${parts.province ?? ''}${parts.city ?? ''}${parts.county}。`,
      `由${parts.county}公安分局协助，${parts.city ?? ''}妇联跟进。`,
      `${parts.county}${parts.street ?? ''}综治中心参加回访。`,
    ]),
  }),
  'statute number': (place) => {
    const number = door(place);
    return {
      text: `依据有关法律第${chinese(Number(number))}条、第${number}条第2款，第${chinese(Number(digits(place.parts.building)))}项，裁定如下。`,
    };
  },
  date: (place) => {
    const number = digits(place.parts.building);
    return {
      text: `2026年8月${Number(number) % 28 || 8}日、8月${Number(number) % 28 || 8}号，${number}日内报到；${byDigit('2026')}年八月八日作出。`,
    };
  },
  time: (place) => ({
    text: `当日${Number(digits(place.parts.building)) % 24}时${Number(door(place)) % 60}分许，持续${digits(place.parts.room)}分钟，${digits(place.parts.building)}:30结束。`,
  }),
  'case number': (place) => ({
    text: `（2026）江0103民保令${door(place)}号民事裁定书，公（安）诫字〔2026〕${door(place)}号告诫书，第${digits(place.parts.room)}号笔录。`,
  }),
  money: (place) => ({
    text: `罚款${door(place)}元，损失${digits(place.parts.room)}.${digits(place.parts.building)}元，月租人民币${digits(place.parts.room)}圆。`,
  }),
  'identity number of another': (place) => ({
    text: `身份证号51010119900${door(place).padStart(2, '0')}${digits(place.parts.room).padStart(4, '1')}，编号${digits(place.parts.room)}${door(place)}。`,
  }),
  'other road, same number': (place, random) => {
    if (place.parts.road === undefined) return undefined;
    return {
      text: `被申请人住${random.pick(OTHER_ROADS)}${place.parts.number}${place.parts.building ?? ''}${place.parts.room ?? ''}。`,
    };
  },
  'same road, other number': (place, random) => {
    if (place.parts.road === undefined || !/^\d+号院?$/.test(place.parts.number ?? '')) return undefined;
    const number = otherNumber(place, random);
    return {
      text: random.pick([
        `案发于${place.parts.road}${number}号。`,
        `${place.parts.road}${chinese(Number(number))}号有一家超市`,
        `在${place.parts.road} ${number} 号门口被拦下`,
      ]),
    };
  },
  'road of a like sound, other number': (place, random) => {
    const road = alikeSpelling(place.parts.road ?? '', random);
    if (road === undefined || !/^\d+号院?$/.test(place.parts.number ?? '')) return undefined;
    return {
      text: random.pick([`住${road}${otherNumber(place, random)}号。`, `双方在${road}发生争吵，次日再到${road}。`]),
    };
  },
  'range of other doors': (place, random) => {
    const number = /^(\d+)号$/.exec(place.parts.number ?? '')?.[1];
    if (number === undefined || place.parts.road === undefined) return undefined;
    const [low, size] = [Number(number) + random.between(1, 9), random.between(2, 18)];
    const link = random.pick(['-', '至', '到', '～', '号至']);
    return {
      text: `${place.parts.road}${low}${link}${low + size}号、${OTHER_ROADS[0]}${low - 9}${link}${low + 2}号停电。`,
    };
  },
  'road alone': ({ parts }, random) =>
    parts.road === undefined
      ? undefined
      : {
          text: random.pick([
            `双方在${parts.road}发生争吵。`,
            `被申请人沿${parts.road}步行离开，途中拨打110。`,
            `${parts.road}派出所民警到场。`,
            `公交站设在${parts.road}口`,
          ]),
        },
  'name with characters of the road': ({ parts }, random) =>
    parts.road === undefined
      ? undefined
      : {
          text: `证人${random.pick(['张', '李', '赵'])}${parts.road.slice(0, 2)}称，${random.pick(['王', '刘'])}${[...parts.road].slice(0, 2).reverse().join('')}也在场，路上共88人。`,
        },
  'other home, same doors': ({ parts }, random) =>
    parts.building === undefined || parts.room === undefined
      ? undefined
      : { text: `邻居住${random.pick(OTHER_HOMES)}${parts.building}${parts.unit ?? ''}${parts.room}。` },
  'other doors without name': ({ parts }) =>
    parts.room === undefined || parts.building === undefined
      ? undefined
      : {
          text: `住${parts.building}${parts.unit ?? ''}${Number(digits(parts.room)) + 1}室的邻居报警，${Number(digits(parts.building)) + 1}栋${parts.room}无人应答。`,
        },
  'building or room alone': ({ parts }) =>
    parts.building === undefined
      ? undefined
      : { text: `当时${parts.building}的住户都听见了，${digits(parts.room)}室的门开着。` },
  'number alone': (place) => ({
    text: `他乘${door(place)}路公交到${door(place)}号站台，取${door(place)}号快递，${door(place)}号窗口排队。`,
  }),
  'shared home in the same community': (place, random) => {
    if (place.parts.community === undefined || place.parts.building === undefined || place.shape === 'corps')
      return undefined;
    const shared = { ...place.parts, building: `${Number(digits(place.parts.building)) + 30}栋`, room: '1703室' };
    if (/[A-Z]/.test(place.parts.building)) return undefined;
    const name = place.parts.community;
    return {
      text: random.pick([
        `双方共同住所为${name}${shared.building}${shared.room}。`,
        `在${name}门口发生争吵，${name}保安到场。`,
        `${write(place.pieces.filter(isRegion))}${name}${shared.building}`,
      ]),
      allowed: [shared],
    };
  },
  'shared home with the same road and number': (place) => {
    if (place.shape !== 'no-community' || !/^\d+号$/.test(place.parts.number ?? '')) return undefined;
    const shared = { ...place.parts, building: `${Number(digits(place.parts.building)) + 30}栋`, room: '2204室' };
    return {
      text: `禁止被申请人进入${place.parts.road}${place.parts.number}${shared.building}2204室，不得在${place.parts.road}${place.parts.number}周边逗留。`,
      allowed: [shared],
    };
  },
  'respondent lives elsewhere': (place, random) => {
    const other = makePlace(random, place.shape);
    return { text: `被申请人住${own(other)}。`, allowed: [other.parts] };
  },
  'the same home, allowed': (place) => ({
    text: `双方共同住所：${write(place.pieces)}，即${own(place)}。`,
    allowed: [place.parts],
  }),
  'address of the court': (place) => {
    const { county, road } = place.parts;
    if (road === undefined) return undefined;
    const court = `${county}${road}${Number(door(place)) + 301}号`;
    return {
      text: `本院地址：${court}，邮编400010。请持身份证到${road}${Number(door(place)) + 301}号立案大厅。`,
      allowed: [court],
    };
  },
  'new number on the road': ({ parts }) =>
    parts.road === undefined ? undefined : { text: `新${parts.road}${parts.number}与本案无关。` },
  'unrelated narrative': (_place, random) => ({
    text: random.pick([
      '被申请人酒后回家，先以污言秽语辱骂申请人，继而抓住其左前臂将其推倒，用拖鞋击打其背部数下。',
      '三楼的王某一听到声音就下楼了，第一时间报了警，前后十分钟，一个人都没走。',
      '请于三日内向本院申请复议一次，复议期间不停止裁定的执行；有效期六个月，自作出之日起生效。',
      '民警甲、民警乙于二〇二六年四月十一日十八时五分到场，制作笔录一份共三页。',
      '1号楼道灯坏了，2号电梯停运，B1停车场第3排车位空着。',
      '编号：A-12-301-5，附件2份，见第3-5页；版本2.1.3。',
    ]),
  }),
};

export function makeNegatives(seed: number, rounds: number, pool = FIRST): Labelled[] {
  const random = seeded(seed);
  const found: Labelled[] = [];
  for (const [name, trap] of Object.entries(TRAPS)) {
    for (let round = 0; round < rounds; round += 1) {
      for (const shape of SHAPES) {
        const place = makePlace(random, shape, pool);
        const made = trap(place, random);
        if (made === undefined) continue;
        const facts = [addressFact(random.chance(0.35) ? { line: write(place.pieces) } : place.parts)];
        found.push({ class: name, goal: 'negative', text: made.text, facts, allowed: made.allowed ?? [] });
      }
    }
  }
  return [...found, ...makeOtherNegatives(random, rounds * 6)];
}

/** Numbers and names of other people. */
function makeOtherNegatives(random: Random, rounds: number): Labelled[] {
  const found: Labelled[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const phone = `138${random.between(10_000_000, 89_999_999)}`;
    const text = random.pick([
      `联系电话${Number(phone) + random.between(1, 9)}。`,
      `尾号${phone.slice(7)}，号段${phone.slice(0, 7)}。`,
      `登记为${phone.slice(0, 3)}****${String((Number(phone.slice(7)) + 1) % 10_000).padStart(4, '0')}。`,
      `银行卡号6222${phone}4409。`,
      `订单号${phone.slice(0, 10)}，流水${phone.slice(1)}5。`,
    ]);
    found.push({ class: 'part of a phone number', goal: 'negative', text, facts: [fact('phone', phone)], allowed: [] });
    const id = `51010119${random.between(60, 99)}0101${random.between(1000, 9999)}`;
    const idText = random.pick([
      `身份证号${id.slice(0, 14)}${String((Number(id.slice(14)) + 1) % 10_000).padStart(4, '0')}。`,
      `证件尾号${id.slice(14)}。`,
      `登记为**************${id.slice(14)}，${id.slice(6, 10)}年1月1日出生。`,
      `区划代码${id.slice(0, 6)}，案件编号${id.slice(0, 12)}。`,
    ]);
    found.push({
      class: 'part of an identity number',
      goal: 'negative',
      text: idText,
      facts: [fact('id', id)],
      allowed: [],
    });
    const nameText = random.pick([
      '王某某与五名证人到场。',
      '这件事惊动了国王。五月初报警。',
      '王先生，五楼住户。',
      '王伍未到庭。',
      '陈兰喆作证。',
    ]);
    found.push({
      class: 'other person',
      goal: 'negative',
      text: nameText,
      facts: [fact('name', '王五'), fact('name', '陈喆兰')],
      allowed: [],
    });
  }
  return found;
}
