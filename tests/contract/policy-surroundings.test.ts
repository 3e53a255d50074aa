import { patched, sampleCase } from '../support/cases';
import { homeWords, see, viewText } from '../support/views';

describe('surroundings decide', () => {
  const root = sampleCase('chongqing');

  test('an unknown residence is treated exactly like a moved-out one', () => {
    const unknown = patched(root, {
      victims: { 0: { residence: { status: 'unknown' } }, 1: { residence: { status: 'unknown' } } },
    });
    for (const audience of ['respondent', 'committee', 'employer']) {
      expect(viewText(unknown, audience)).toBe(viewText(root, audience));
    }
  });

  test('the respondent reads that the parties live together, never that they do not', () => {
    expect(see(root, 'respondent').view.victims?.[0]?.residence?.status).toBeUndefined();
    expect(see(sampleCase('yunnan'), 'respondent').view.victims?.[0]?.residence?.status).toBe('cohabiting');
  });

  test('a location fact is open to the respondent only where the case says that he knows it', () => {
    const { victims } = see(root, 'respondent').view;
    expect(victims?.[0]?.workplace).toBe(root.victims[0]?.workplace);
    expect(victims?.[1]?.school).toBeUndefined();
    const { disclosures } = see(root, 'respondent');
    expect(disclosures.find(({ pointer }) => pointer === '/victims/0/workplace')).toEqual(
      expect.objectContaining({
        decision: 'show',
        rule: expect.stringMatching(/已知悉.*\/victims\/0\/knownToRespondent\/1\/reason/),
      }),
    );
    const closed = patched(root, { victims: { 0: { knownToRespondent: null } } });
    expect(see(closed, 'respondent').view.victims?.[0]?.workplace).toBeUndefined();
    expect(viewText(closed, 'respondent')).not.toContain('文澜书店');
  });

  test('knowledge never opens the new home, even when it is entered as the registered address', () => {
    const same = patched(root, { victims: { 0: { householdRegistration: root.victims[0]?.residence.current } } });
    expect(viewText(same, 'respondent')).not.toContain('临江支路');
    const pointed = patched(root, {
      victims: {
        0: {
          knownToRespondent: [
            { pointer: '/residence/current', reason: '理由' },
            { pointer: '/victims/0/shelter', reason: '理由' },
          ],
        },
      },
    });
    expect(homeWords(root).filter((word) => viewText(pointed, 'respondent').includes(word))).toEqual([]);
  });

  test('jurisdiction by the applicant’s new home is not named to the respondent', () => {
    const ground = patched(root, { order: { jurisdictionGround: 'applicant-residence' } });
    expect(see(ground, 'respondent').view.order?.jurisdictionGround).toBeUndefined();
    expect(see(ground, 'court-file').view.order?.jurisdictionGround).toBe('applicant-residence');
    expect(see(sampleCase('yunnan'), 'respondent').view.order?.jurisdictionGround).toBe('applicant-residence');
  });

  test('an organisation that applies for a victim who moved out is not named to the respondent, a relative is', () => {
    const applied = patched(root, { representative: { kind: 'rescue-agency', name: '重庆市南岸区救助管理站' } });
    expect(viewText(applied, 'respondent')).not.toContain('南岸区救助管理站');
    expect(see(root, 'respondent').view.representative?.name).toBe('陈喆兰');
  });

  test('a hospital that gave evidence is taken out of the narrative the respondent reads', () => {
    const told = patched(root, { incidents: { 1: { consequence: '到南岸区人民医院急诊科就诊。' } } });
    expect(see(told, 'respondent').view.incidents?.[1]?.consequence).toBe('到（依法不载明）就诊。');
  });

  test('who may be a minor is treated as one', () => {
    const [, adult] = root.relatives ?? [];
    expect(adult?.minor).toBe(false);
    const unknown = patched(root, { relatives: { 1: { minor: null, birthDate: null } } });
    expect(see(unknown, 'committee').view.relatives?.[1]?.name).toBe('陈某某');
    const known = patched(root, { relatives: { 1: { minor: null } } });
    expect(see(known, 'committee').view.relatives?.[1]?.name).toBe('陈守义');
  });

  test('the strictest reader decides about a copy that several read', () => {
    const both = see(root, ['court-file', 'respondent']);
    expect(both.view.informants?.map(({ name }) => name)).toEqual([undefined, undefined]);
    expect(see(root, 'court-file').view.informants?.[0]?.name).toBe(root.informants?.[0]?.name);
  });
});

describe('running text', () => {
  const root = sampleCase('chongqing');
  const told = (narrative: string) =>
    see(patched(root, { incidents: { 0: { narrative } } }), 'respondent').view.incidents?.[0]?.narrative ?? '';

  test.each([
    '她现住重庆市南岸区龙门浩街道临江支路17号听涛里5栋2单元604室。',
    '她现住南岸区临江支路17号。',
    '她搬到了听涛里。',
    '她搬到了临江支路。',
    '她现住临江支路十七号五栋二单元六〇四室。',
    '她现住 临 江 支 路 １７ 号。',
    '她现住臨江支路17號5棟。',
    '她现住临江支路17号5幢604。',
    '她现住听涛里5号楼2单元604。',
    '她现住听涛里5-2-604。',
    '房号是17号5栋604。',
    '房号是5栋2单元604室。',
    '她住在南山点临时庇护，即重庆市妇女儿童临时庇护中心（南山点）。',
    '她打算搬到缙云雅舍11栋302室。',
    '孩子在听涛小学上学。',
    '她的电话是138-0000-0016。',
    '她的邮箱是chen@example.com。',
    '送达地址在和平路9号。',
    '罗堃找到了重庆市南岸区听涛幼儿园。',
  ])('%s', (text) => {
    const seen = told(text);
    expect(seen).toContain('（依法不载明）');
    for (const word of [
      '临江',
      '臨江',
      '听涛',
      '604',
      '六〇四',
      '缙云',
      '13800000016',
      '138-0000',
      'chen@',
      '和平路',
      '谭晓丽',
      '南山点）',
      '南岸区',
    ]) {
      expect(seen).not.toContain(word);
    }
  });

  test('who reported becomes 知情人 and who testified 证人, so that the sentence can be read', () => {
    expect(told('谭晓丽报的警，向 文彬也看见了；谭晓丽、向文彬均有陈述。')).toBe(
      '知情人报的警，证人也看见了；知情人、证人均有陈述。',
    );
  });

  test('the division in the ID number is withheld where it is not the respondent’s own', () => {
    expect(told('她的身份证号以500115开头。')).toBe('她的身份证号以（依法不载明）开头。');
    const same = patched(root, { victims: { 0: { idDocument: { number: '500240199003120026' } } } });
    const { forbidden } = see(same, 'respondent');
    expect(forbidden.flatMap(({ spellings }) => spellings)).not.toContain('500240');
  });

  test('a line of the report says where each spelling stood, and nothing of what stood there', () => {
    const narrative = '她搬到临江支路17号，又说听涛里5栋。';
    const { disclosures } = see(patched(root, { incidents: { 0: { narrative } } }), 'respondent');
    const lines = disclosures.filter(({ decision, pointer }) => decision === 'redact' && pointer.includes('narrative'));
    const [home] = lines.filter(({ label }) => label.endsWith('中的受害人现住所'));
    expect(home?.spans?.map(({ start, end }) => narrative.slice(start, end))).toEqual(['临江支路17号', '听涛里5栋']);
    expect(lines.filter(({ label }) => label.endsWith('中的受害人现住所'))).toHaveLength(1);
  });

  test.each([
    '当晚在安和苑2幢1单元1203室，罗堃将门反锁。',
    '罗堃在文澜书店门口守候，称要到学校找孩子。',
    '民警将双方带回安和路派出所，重庆市渝中区人民法院受理申请。',
    '住所、学校、工作单位等经常出入场所；派出所、居民委员会、妇女联合会、医院。',
    '2026年4月11日18时05分许，在南岸区的一家超市。',
  ])('leaves %s as it is', (text) => {
    expect(told(text)).toBe(text);
  });
});
