import { addressFact, fact, type Labelled } from './labelled';
import { LATIN, latinSpelling, pinyinNumber, toneDigits } from './latin';
import { byDigit, chinese, fullWidth } from './numerals';
import { FIRST, isRegion, makePlace, type Place, SHAPES, write } from './places';
import { type Random, seeded } from './random';
import { NORMALISED, PARTIAL } from './spellings';

/** Text before and after: nothing of it may be taken for a part of the address. */
const FRAMES: readonly (readonly [string, string])[] = [
  ['申请人现住', '，请勿告知对方。'],
  ['2026年3月28日，申请人已搬到', '居住，未满18周岁的女儿随其生活。'],
  ['地址：', ''],
  ['', ''],
  ['据证人陈述，申请人住在', '。当晚21时40分许，被申请人到场。'],
  ['送达至“', '”，由其本人签收。'],
  ['（2026）江0103民保令12号裁定书写明住址为', '；有效期六个月。'],
  ['她从原住处离开后租住于', '内，租金每月1800元。'],
];

export function frame(spelling: string, random: Random): Pick<Labelled, 'text' | 'span'> {
  const [lead, tail] = random.pick(FRAMES);
  return {
    text: lead + spelling + tail,
    span: { start: lead.length, end: lead.length + spelling.length },
  };
}

/** As the case states it: part by part, or on one line. */
function asFact(place: Place, random: Random) {
  return addressFact(random.chance(0.35) ? { line: write(place.pieces) } : place.parts);
}

export function makePositives(seed: number, rounds: number, pool = FIRST): Labelled[] {
  const random = seeded(seed);
  const found: Labelled[] = [];
  for (const [goal, spellings] of [
    ['normalised', NORMALISED],
    ['partial', PARTIAL],
  ] as const) {
    for (const [name, spell] of Object.entries(spellings)) {
      for (let round = 0; round < rounds; round += 1) {
        for (const shape of SHAPES) {
          const place = makePlace(random, shape, pool);
          const spelling = spell(place, random);
          if (spelling === undefined) continue;
          found.push({ class: name, goal, facts: [asFact(place, random)], allowed: [], ...frame(spelling, random) });
        }
      }
    }
  }
  return [...found, ...makeLatin(random, rounds), ...makeOthers(random, rounds * 4)];
}

function makeLatin(random: Random, rounds: number): Labelled[] {
  const found: Labelled[] = [];
  while (found.length < rounds * 12) {
    const place = makePlace(random, random.pick(['urban', 'no-community', 'courtyard', 'community-only'] as const));
    const { road, community, number, building, room } = place.parts;
    const digits = (part: string | undefined) => /\d+/.exec(part ?? '')?.[0] ?? '';
    const [name, hasRoad] = road === undefined ? [community ?? '', false] : [road, true];
    const known = LATIN[name];
    if (known === undefined) continue;
    const latin = latinSpelling(name, random) ?? '';
    const doors = `${digits(building)}-${digits(room)}`;
    const spelling = hasRoad
      ? random.pick([
          `${latin} ${digits(number)}`,
          `${latin} ${digits(number)} hao`,
          `${latin}${digits(number)}号${building}${room}`,
          `${known.initials}${digits(number)}-${doors}`,
          `${known.initials}${digits(number)}`,
          `No. ${digits(number)} ${known.english}`,
          `Room ${digits(room)}, Building ${digits(building)}, No. ${digits(number)} ${known.english}`,
          `${toneDigits(known.pinyin, random)} ${digits(number)} hao4`,
          `${toneDigits(known.pinyin, random)}${random.pick([' ', '-'])}${digits(number)}`,
          `${known.pinyin} ${pinyinNumber(digits(number))} hao`,
          `${latin} ${pinyinNumber(digits(number)).replaceAll(' ', '')}hao`,
        ])
      : random.pick([latin, `${latin} ${doors}`, `${latin}${building}`, toneDigits(known.pinyin, random)]);
    const isInitials = spelling.startsWith(known.initials) && spelling !== known.initials && hasRoad;
    const latinKind = /[a-z][1-4]/.test(spelling) ? 'pinyin with tones as digits' : 'pinyin';
    const kind = spelling.includes(known.english) ? 'in English' : isInitials ? 'initials with number' : latinKind;
    found.push({
      class: kind,
      goal: 'partial',
      facts: [addressFact(place.parts)],
      allowed: [],
      ...frame(spelling, random),
    });
  }
  return found;
}

/** Telephone numbers, identity numbers, names and mail addresses. */
function makeOthers(random: Random, rounds: number): Labelled[] {
  const found: Labelled[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const phone = `1${random.pick(['38', '59', '77', '86'])}${String(random.between(10_000_000, 99_999_999))}`;
    const groups = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
    const written = random.pick([
      phone,
      groups.join('-'),
      groups.join(' '),
      `+86 ${phone}`,
      `0086-${phone}`,
      fullWidth(phone),
      byDigit(phone, random.pick(['零', '〇'])),
      byDigit(phone, '零').replaceAll('一', '幺'),
      [...phone].join('.'),
    ]);
    found.push({
      class: 'phone',
      goal: 'normalised',
      facts: [fact('phone', phone)],
      allowed: [],
      ...frame(written, random),
    });

    const rest = String(random.between(1_000_000, 9_999_999));
    const line = `0${random.pick(['23', '871', '991'])}-${rest.replace(/^[01]/, '6')}${random.chance(0.5) ? '3' : ''}`;
    const [area = '', local = ''] = line.split('-');
    const landline = random.pick([
      line,
      `(${area})${local}`,
      `${area} ${local}`,
      local,
      `+86-${area.slice(1)}-${local}`,
      `${area}${local}`,
    ]);
    found.push({
      class: 'landline',
      goal: 'normalised',
      facts: [fact('phone', line)],
      allowed: [],
      ...frame(landline, random),
    });

    const id = `51010${random.between(1, 9)}19${random.between(60, 99)}0${random.between(1, 9)}1${random.between(0, 9)}${random.between(100, 999)}${random.pick(['X', '1', '6', 'x'])}`;
    const number = random.pick([
      id,
      id.toLowerCase(),
      id.toUpperCase(),
      `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
      fullWidth(id.slice(0, 17)) + id.slice(17),
      id.slice(1),
      id.slice(0, 17),
      `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`,
    ]);
    found.push({
      class: 'identity number',
      goal: 'normalised',
      facts: [fact('id', id)],
      allowed: [],
      ...frame(number, random),
    });

    const [name, ...ways] = random.pick([
      ['陈喆兰', '陈喆兰', '陈 喆 兰', '陳喆蘭', '陈\n喆兰'],
      [
        '买合木提·吐尔逊',
        '买合木提·吐尔逊',
        '买合木提吐尔逊',
        '买合木提 吐尔逊',
        '买合木提•吐尔逊',
        '買合木提．吐爾遜',
      ],
      ['王五', '王五', '王　五'],
      ['阿依古丽·艾合买提', '阿依古丽・艾合买提', '阿依古丽艾合买提', '阿依古丽•艾合买提'],
      ['欧阳晓梅', '欧阳晓梅', '歐陽曉梅', '欧阳　晓梅'],
    ] as const);
    found.push({
      class: 'name',
      goal: 'normalised',
      facts: [fact('name', name)],
      allowed: [],
      ...frame(random.pick(ways), random),
    });

    const mail = random.pick(['chen.zl@example.com', 'ayi_guli88@mail.example.cn']);
    const [user = '', host = ''] = mail.split('@');
    const letters = random.pick([
      mail,
      mail.toUpperCase(),
      `${user}(at)${host}`,
      `${user} [AT] ${host}`,
      `${user} @ ${host}`,
      `${user}＠${host}`,
      `${user} at ${host.replaceAll('.', ' dot ')}`,
    ]);
    found.push({
      class: 'e-mail',
      goal: 'normalised',
      facts: [fact('text', mail)],
      allowed: [],
      ...frame(letters, random),
    });
  }
  return found;
}

/** Several addresses in one case: each is found beside the others. */
export function makeCrowd(seed: number, count: number): { places: Place[]; text: string; spellings: string[] } {
  const random = seeded(seed);
  const places = Array.from({ length: count }, () => makePlace(random, random.pick(SHAPES)));
  const spellings = places.map((place) => write(place.pieces.filter((piece) => !isRegion(piece))));
  const text = spellings.map((spelling, index) => `第${chinese(index + 1)}处住${spelling}。`).join('\n');
  return { places, text, spellings };
}
