/**
 * Measures the matcher: a narrative of 100 kB against 30 protected facts; the budget is 50 ms.
 *
 *     npm run build && node dist/scripts/match/bench.js
 */
import { createMatcher, type ProtectedFact, redact } from '../../src/match';

const SENTENCES = [
  '当晚21时40分许，被申请人因家庭开支与申请人发生争吵，当着女儿的面打申请人耳光两下，用拳头击打其鼻部和右肩。',
  '申请人欲带女儿离开，被申请人将房门反锁，至22时20分许民警到场后才将门打开；邻居住12栋1203室，电话13900000000。',
  '2026年3月28日，双方在解放路派出所制作笔录，（2026）江0103民保令12号裁定书送达建设路88号，罚款500元。',
  '经查，被申请人住滨江大道19号5栋702室，先后三次到单位（人民路21号）纠缠，称“找不到你就去学校找孩子”。',
  '依照有关法律第二十八条第一款、第三十条，请求自作出之日起六个月内禁止接触；He called her 12 times at 8:30.',
];

/** A narrative of at least so many bytes of UTF-8 that states one fact near its end. */
function narrative(bytes: number, secret: string): string {
  const sentence = (index: number) => SENTENCES[index % SENTENCES.length] ?? '';
  const parts: string[] = [];
  for (let size = 0, index = 0; size < bytes; index += 1) {
    parts.push(sentence(index));
    size += Buffer.byteLength(sentence(index));
  }
  return `${parts.join('')}申请人现住${secret}。`;
}

function facts(): ProtectedFact[] {
  const roads = ['幸福路', '临江支路', '学府二路', '槐树巷', '建设北路二段'];
  const homes = ['听涛里', '缙云雅舍', '锦绣家园', '翠湖小区', '东方名都'];
  return Array.from({ length: 30 }, (_, index): ProtectedFact => {
    const base = { pointer: `/${index}`, label: '秘密', spellings: [] as string[] };
    if (index % 3 === 1) return { ...base, kind: 'phone', spellings: [`138${String(10_000_000 + index * 7919)}`] };
    if (index % 3 === 2) return { ...base, kind: 'id', spellings: [`51010119900101${1000 + index}`] };
    const address = {
      ...{ province: '江川省', city: '临江市', county: '南溪区', street: '龙泉街道' },
      ...{ road: roads[index % 5] ?? '', number: `${12 + index}号`, community: homes[index % 4] ?? '' },
      ...{ building: `${2 + index}栋`, unit: '2单元', room: `${index + 1}03室` },
    };
    return { ...base, kind: 'address', address };
  });
}

function median(run: () => unknown, rounds = 15): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((one, other) => one - other)[rounds >> 1] ?? 0;
}

const protectedFacts = facts();
const report = (label: string, value: number) => process.stdout.write(`${label.padEnd(52)} ${value.toFixed(2)} ms\n`);
report(
  'prepare 30 facts',
  median(() => createMatcher(protectedFacts)),
);
const matcher = createMatcher(protectedFacts);
for (const bytes of [25_000, 50_000, 100_000, 300_000, 1_000_000]) {
  const text = narrative(bytes, '幸福路十二号听涛里贰栋二单元103室');
  const first = performance.now();
  const hits = matcher.find(text);
  report(`${bytes} bytes, first run, ${hits.length} hit(s)`, performance.now() - first);
  report(
    `${bytes} bytes, median of 15`,
    median(() => matcher.find(text)),
  );
}
const text = narrative(100_000, '幸福路12号');
report(
  '100000 bytes, find and redact',
  median(() => redact(text, matcher.find(text), '（隐）')),
);
const worst = '2栋幸福路12号听涛里'.repeat(3_000);
report(
  '100 kB of nothing but parts of addresses',
  median(() => matcher.find(worst), 3),
);
