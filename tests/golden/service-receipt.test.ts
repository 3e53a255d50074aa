import type { SERVICE_METHODS } from '../../templates/case/service';
import { serviceReceipt } from '../../templates/instruments/service-receipt/instrument';
import { expectGolden } from '../support/build-copy';
import { openCopies, ownFindings } from '../support/sample-copies';
import { secretsIn } from '../support/victim-secrets';

const { samples, copyOf, changedCopy } = openCopies(serviceReceipt);
const copies = [...samples].map(([name, sample]) => ({ name, sample, audience: sample.audience ?? '' }));

const COMMON = ['案由', '案号', '送达文书名称和件数', '受送达人', '送达方式', '填发人', '送达人', '备考'];
const SIGNED = ['送达地点', '送达时间', '受送达人签名或者盖章'];

/** What each way of service prints beside the common rows; nothing that belongs to another. */
const FIELDS: Record<keyof typeof SERVICE_METHODS, string[]> = {
  direct: SIGNED,
  collected: [...SIGNED, '拒绝签署的情况'],
  substitute: ['送达地点', '送达时间', '代收人', '与受送达人的关系', '代收理由', '代收人签名或者盖章'],
  'left-witness': ['送达地点', '送达时间', '拒收事由和日期', '见证人签名或者盖章'],
  'left-video': ['送达地点', '送达时间', '拒收事由和日期', '拍照、录像编号'],
  electronic: [
    '送达平台、媒介',
    '电子送达凭证编号',
    '电子送达地址',
    '同意电子送达的依据',
    '到达受送达人特定系统的时间',
    '纸质文书',
  ],
  entrusted: [...SIGNED, '受委托法院', '委托函编号', '委托日期'],
  posted: ['送达地点', '邮件号码', '交寄日期', '回执注明的收件日期', '邮件回执粘贴处'],
  forwarded: [...SIGNED, '转交单位', '转交原因', '转交单位收到日期及经办人签名'],
  'public-notice': ['公告发出日期', '公告载体', '公告送达的原因和经过', '视为送达的日期'],
};
const HANDOVER = '代收人签名或者盖章及代收理由';
const UNIT_SIGNATURE = '受送达人盖章或者负责收件的人签名';
const ADVANCE = ['先行告知方式', '告知时间', '所用号码', '接听人', '记录人', '证据编号'];

function labelsOf({ built }: ReturnType<typeof copyOf>): string[] {
  const rows = built.model.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const labels = rows.flatMap(({ cells }) => cells.filter(({ label }) => label));
  return labels.map(({ content }) =>
    content
      .flat()
      .map((piece) => ('text' in piece ? piece.text : ''))
      .join(''),
  );
}

describe.each(copies)('service receipt: $name', ({ name, audience, sample }) => {
  const copy = copyOf(name);
  const entry = copy.case.service?.[Number(sample.item?.split('/')[2])];

  test('reads as the golden text', () => {
    expectGolden(`service-receipt/${name}`, copy.text);
  });

  test('is made from a case that no rule refuses', () => {
    expect(copy.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('says neither where the victim lives nor how to reach her', () => {
    expect(secretsIn(copy.text, copy.case)).toEqual([]);
  });

  test('names one addressee and nobody else who was served', () => {
    const others = (copy.case.service ?? []).map(({ recipient }) => recipient.name);
    const mayStand = [entry?.recipient.name, entry?.substitute?.name];
    expect(others.filter((other) => !mayStand.includes(other) && copy.text.includes(other))).toEqual([]);
    expect(copy.text).toContain(`受送达人 | ${entry?.recipient.name}\n`);
  });

  test('has the rows of its way of service and no others', () => {
    const method = entry?.method ?? 'direct';
    const isUnit = audience !== 'respondent' && audience !== 'victim';
    const own = method === 'direct' && isUnit ? [...SIGNED.slice(0, 2), UNIT_SIGNATURE] : FIELDS[method];
    const handover = method === 'entrusted' || (method === 'direct' && !isUnit) ? [HANDOVER] : [];
    const advance = entry?.advanceNotice === undefined ? [] : ADVANCE;
    expect(labelsOf(copy).sort()).toEqual([...COMMON, ...own, ...handover, ...advance].sort());
  });

  test('leaves at least 7 mm for every field that is filled in by hand', () => {
    const rows = copy.built.model.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.filter(({ minHeight = 0 }) => minHeight < 7)).toEqual([]);
  });

  test('forbids naming the present residence in its notes', () => {
    expect(copy.text).toContain('回证及其备考栏不得列明受害人的现住所、行踪或者联系方式');
  });
});

describe('service receipt', () => {
  test('exists for every way of service', () => {
    const methods = copies.map(({ name }) => copyOf(name).built.variant);
    expect(new Set(methods)).toEqual(new Set(Object.keys(FIELDS)));
  });

  test('gives the last day of the public notice', () => {
    expect(copyOf('public-notice').text).toContain(
      '自2026年4月16日发出公告之日起，经过30日，至2026年5月16日期满，即视为送达。',
    );
  });

  test('says that the other party must not take the papers', () => {
    for (const name of ['substitute', 'blank-respondent', 'entrusted']) {
      expect(copyOf(name).text).toMatch(/同一案件另一方当事人的，不得由其代收（参照《最高人民法院关于以法院专递方式/);
    }
    expect(copyOf('posted').text).toContain('代收人是同一案件中另一方当事人的除外');
  });

  test('says that telling somebody beforehand replaces no service', () => {
    expect(copyOf('left-witness').text).toContain('不代替送达');
    expect(copyOf('left-video').text).not.toContain('先行告知');
  });

  test('prints neither telephone nor electronic address of a victim, even of one who lives with the respondent', () => {
    const { victims } = copyOf('collected').case;
    const patch = {
      victims: victims.map((victim) => ({
        ...victim,
        residence: { status: 'cohabiting', shared: victim.residence.shared },
      })),
      service: [
        {
          recipient: { kind: 'victim', party: '/victims/0', name: '陈喆兰' },
          documents: [{ title: '民事裁定书', copies: 1 }],
          method: 'electronic',
          electronic: {
            consent: 'explicit',
            system: '人民法院送达平台',
            address: 'chen@example.com',
            voucherNumber: '1',
          },
          advanceNotice: {
            method: 'phone',
            at: '2026-04-15T16:50:00+08:00',
            number: '13800000016',
            recordedBy: '郑晓雯',
          },
          servers: ['郑晓雯'],
        },
      ],
    };
    const { text } = changedCopy('collected', { patch, item: '/service/0' });
    expect(text).not.toMatch(/13800000016|chen@example\.com/);
  });

  test('reports what the way of service still needs and what it does not print', () => {
    const entry = {
      recipient: { kind: 'respondent', name: '罗堃' },
      documents: [{ title: '民事裁定书', copies: 1 }],
      servers: ['郑晓雯'],
    };
    const posted = { trackingNumber: '1', sentOn: '2026-04-16' };
    const codesOf = (more: object) =>
      ownFindings(changedCopy('left-video', { patch: { service: [{ ...entry, ...more }] }, item: '/service/0' })).map(
        ({ code, pointer }) => `${code} ${pointer}`,
      );
    const refusal = { reason: '拒收', refusedAt: '2026-04-16T09:50:00+08:00' };
    expect(codesOf({ method: 'electronic' })).toEqual(['SERVICE_DETAIL_MISSING /service/0/electronic']);
    expect(codesOf({ method: 'direct', posted })).toEqual(['SERVICE_DETAIL_UNUSED /service/0/posted']);
    expect(codesOf({ method: 'left-witness', refusal })).toEqual([
      'SERVICE_WITNESS_MISSING /service/0/refusal/witnesses',
    ]);
    expect(codesOf({ method: 'left-video', refusal })).toEqual([
      'SERVICE_RECORDING_MISSING /service/0/refusal/recordingNumber',
    ]);
    expect(codesOf({ method: 'direct' })).toEqual([]);
  });
});
