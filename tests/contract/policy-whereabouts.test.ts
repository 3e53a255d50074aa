import { isKindOfOrgan, spokenNames } from '../../templates/case/whereabouts/organ-names';
import { type Patch, patched, sampleCase } from '../support/cases';
import { audiences, see, viewText } from '../support/views';

/** 南岸区龙门浩街道 and 听涛里 are those of the new home alone, 安和苑 those of the shared one. */
const root = sampleCase('chongqing');
const HIDDEN = '（依法不载明）';

function told(narrative: string, patch: Patch = {}, audience = 'respondent') {
  const changed = patched(patched(root, patch), { incidents: { 0: { narrative } } });
  return see(changed, audience).view.incidents?.[0]?.narrative ?? '';
}

describe('what says where to look although no road and number stand beside it', () => {
  test.each([
    ['the street', '她搬到龙门浩街道居住。'],
    ['the police station of the street', '龙门浩派出所民警到场。'],
    ['building and room', '她住在5栋604室。'],
    ['building and room in other figures', '她住在五号楼六〇四。'],
    ['building, unit and room', '她住在5幢2单元604房。'],
    ['the school with the short name of its district', '孩子转学到南岸听涛小学。'],
    ['a station near the new home to which a paper goes', '罗堃到听涛派出所要人。'],
  ])('%s is taken out', (_, narrative) => {
    const station = { assistance: { 0: { recipient: { name: '重庆市公安局南岸区分局听涛派出所' } } } };
    const seen = told(narrative, station);
    expect(seen).toContain(HIDDEN);
    expect(seen).not.toMatch(/龙门浩|听涛|604|六〇四|南岸/);
  });

  test('another door of the estate in which both live is taken out, the shared door stays', () => {
    const { shared } = root.victims[0]?.residence ?? {};
    const current = { ...shared, building: '7幢', unit: null, room: '306室', line: null };
    const near = { victims: { 0: { residence: { current } }, 1: { residence: { current } } } };
    expect(told('她搬到同一小区7栋306室，离2幢1单元1203室不远。', near)).toBe(
      `她搬到同一小区${HIDDEN}，离2幢1单元1203室不远。`,
    );
  });

  test.each([
    ['the street of the shared home', '七星岗街道的居民看见了。'],
    ['a single room', '当晚在604室的邻居报警。'],
    ['a district alone, where he may have been himself', '在南岸区的一家超市。'],
    ['the committee of the shared home', '安和路社区的楼道里。'],
  ])('%s stays', (_, narrative) => {
    expect(told(narrative)).toBe(narrative);
  });
});

test('the new home stands in no copy when it is entered as the shared home of another victim', () => {
  const shared = root.victims[0]?.residence.current;
  const entered = patched(root, {
    victims: { 1: { residence: { status: 'cohabiting', shared, current: null } } },
    incidents: { 0: { narrative: '她们住听涛里5栋2单元604室。' } },
  });
  for (const audience of audiences) expect(viewText(entered, audience)).not.toMatch(/听涛里|临江支路|604/);
});

describe('the place of a visit to a victim', () => {
  const home = '重庆市江北区石马河街道玉屏路3号云山小筑2栋901室';
  const visited = (place: string): Patch => ({
    victims: { 0: { residence: { current: null, intended: null } }, 1: { residence: { current: null } } },
    visits: { 0: { method: 'home', place } },
    incidents: { 0: { narrative: '她现住云山小筑2栋901室，在云山社区服务中心2号窗口求助。' } },
    application: { facts: '他到玉屏路找人。' },
  });

  test('is her home where it leads to a door, although the case states none, and stands in no narrative', () => {
    for (const audience of ['respondent', 'police', 'court-file']) {
      const { view } = see(patched(root, visited(home)), audience);
      expect(view.incidents?.[0]?.narrative).toBe(`她现住${HIDDEN}，在云山社区服务中心2号窗口求助。`);
      expect(view.application?.facts).toBe(`他到${HIDDEN}找人。`);
    }
  });

  test('is none where an organ received her: its name stays', () => {
    const { view } = see(patched(root, visited('云山社区服务中心2号窗口')), 'respondent');
    expect(view.incidents?.[0]?.narrative).toMatch(/在云山社区服务中心2号窗口求助。$/);
  });
});

describe('a home in a field for names', () => {
  const home = '听涛里5栋2单元604室';
  const agent = { kind: 'near-relative', name: `陈母（住${home}）`, relationToVictim: '母亲', reason: 'illness' };

  test.each<[string, Patch, (view: ReturnType<typeof see>['view']) => unknown, string]>([
    ['of a representative', { representative: agent }, (view) => view.representative?.name, `陈母（住${HIDDEN}）`],
    [
      'of the respondent’s workplace',
      { respondents: { 0: { workplace: `${home}便利店` } } },
      (view) => view.respondents?.[0]?.workplace,
      `${HIDDEN}便利店`,
    ],
    ['of a court', { court: { unit: `${home}巡回法庭` } }, (view) => view.court?.unit, `${HIDDEN}巡回法庭`],
  ])('%s is taken out, the rest of the name stays', (_, patch, nameIn, left) => {
    for (const audience of ['respondent', 'police', 'court-file']) {
      expect(nameIn(see(patched(root, patch), audience).view)).toBe(left);
    }
  });

  test.each([
    ['another house of the estate', '听涛里8号楼物业'],
    ['the number of the estate at its road', '临江支路17号便利店'],
    ['the name of the estate', '听涛里社区超市'],
  ])('%s stays: to take it out would tell him', (_, workplace) => {
    const { view } = see(patched(root, { respondents: { 0: { workplace } } }), 'respondent');
    expect(view.respondents?.[0]?.workplace).toBe(workplace);
  });
});

test.each([
  ['the platform of an electronic service', { electronic: { system: '短信，临江支路17号' } }, '短信，'],
  ['the board of a public notice', { publicNotice: { medium: '听涛里社区公告栏' } }, ''],
])('a home in words about a service, which name nobody, is taken out: %s', (_, entry, left) => {
  const method = { electronic: null, publicNotice: null, ...entry };
  const { view } = see(patched(root, { service: { 0: method } }), 'respondent', '/service/0');
  const seen = view.service?.[0];
  expect(seen?.electronic?.system ?? seen?.publicNotice?.medium).toMatch(new RegExp(`^${left}${HIDDEN}`));
});

describe('names as people say them', () => {
  test.each([
    ['佛山市南海区桂城街道中心幼儿园', '桂城中心幼儿园'],
    ['沈阳市公安局铁西分局笃工派出所', '笃工派出所'],
    ['洛阳市孟津区残疾人联合会', '孟津区残联'],
    ['江门市蓬江区救助管理站', '蓬江救助站'],
    ['沈阳市铁西区笃工街道熊家岗社区居民委员会', '熊家岗社区居委会'],
    ['佛山市中医院三水医院', '三水医院'],
    ['沈阳市铁西区笃工街道社区卫生服务中心', '笃工社区医院'],
  ])('%s is also %s', (name, spoken) => {
    expect(spokenNames(name)).toContain(spoken);
  });

  test.each([
    '洛阳市孟津区残疾人联合会',
    '哈尔滨市阿城区老年人协会',
    '江门市蓬江区救助管理站',
    '绍兴市柯桥区妇女联合会',
    '祥云县民政局',
    '重庆市南岸区人民医院',
  ])('%s is never its kind alone', (name) => {
    for (const spoken of spokenNames(name)) expect(isKindOfOrgan(spoken)).toBe(false);
    expect(name.endsWith('医院') || isKindOfOrgan(name.replace(/^.*[区县]/u, ''))).toBe(true);
  });
});

test('a lawyer who receives papers for her is not named by firm or person', () => {
  const name = '重庆长滩律师事务所伍文律师';
  const lawyer = { victims: { 0: { serviceAddress: { kind: 'lawyer', name } } } };
  expect(told('由律师伍文代收。长滩所来电，重庆长滩律师事务所、伍文律师均已告知。', lawyer)).toBe(
    `由${HIDDEN}代收。长滩所来电，${HIDDEN}均已告知。`,
  );
});

describe('an organ that applies for a victim who left', () => {
  test.each([
    ['disabled-federation', '重庆市南岸区残疾人联合会', '残疾人联合会'],
    ['elderly-organization', '重庆市南岸区老年人协会', '老年人协会'],
    ['civil-affairs', '重庆市南岸区民政局', '民政局'],
    ['rescue-agency', '重庆市南岸区救助管理站', '救助管理站'],
    ['womens-federation', '重庆市南岸区妇女联合会', '妇女联合会'],
  ])('%s: its name is looked for, the word for its kind is not', (kind, name, word) => {
    const applied = patched(root, { representative: { kind, name, lawFirm: null } });
    const { forbidden } = see(applied, 'respondent');
    const spellings = forbidden.flatMap((fact) => fact.spellings);
    expect(spellings).toContain(name);
    expect(spellings).not.toContain(word);
  });
});

describe('a registered address that is the new home', () => {
  const home = root.victims[0]?.residence.current;
  const same = patched(root, { victims: { 0: { householdRegistration: home, knownToRespondent: null } } });

  test.each(['respondent', 'victim', 'police', 'police-file', 'court-file'])('is not in the copy of %s', (audience) => {
    expect(viewText(same, audience)).not.toContain('临江支路');
    const text = '她回到临江支路17号。';
    const told = patched(same, { incidents: { 0: { narrative: text } } });
    expect(see(told, audience).view.incidents?.[0]?.narrative).toBe(`她回到${HIDDEN}。`);
  });

  test('is withheld under the rule of the current residence', () => {
    const { disclosures } = see(same, 'court-file');
    const lines = disclosures.filter(({ pointer }) => pointer.startsWith('/victims/0/householdRegistration/'));
    expect(new Set(lines.map(({ decision, rule }) => `${decision} ${rule}`))).toEqual(
      new Set(['withhold 受害人已搬离共同住所的，任何文书、回执均不列明其现住所']),
    );
  });
});

test.each(['police-file', 'court-file'])(
  'the number at which a victim who lives with him was told is not for %s',
  (audience) => {
    const together = sampleCase('yunnan');
    const number = '13800138123';
    const entries = together.service ?? [];
    const index = entries.findIndex(({ recipient }) => recipient.kind === 'victim');
    const notice = { method: 'phone', at: entries[index]?.at, number, recordedBy: '李某' };
    const told = patched(together, {
      victims: { 0: { phone: number } },
      service: { [index]: { advanceNotice: notice } },
      incidents: { 0: { narrative: `他不断拨打${number}。` } },
    });
    expect(told.victims[0]?.residence.status).toBe('cohabiting');
    expect(index).toBeGreaterThanOrEqual(0);
    expect(viewText(told, audience)).not.toContain(number);
  },
);

describe('what everybody knows keeps its name', () => {
  test('the police station that issues the paper, although she lives in its town', () => {
    const police = { name: '重庆市公安局南岸区分局龙门浩派出所', unit: null };
    expect(told('龙门浩派出所民警将其带离。', { police })).toBe('龙门浩派出所民警将其带离。');
  });

  test('the workplace of the respondent, although it stands on her road', () => {
    const root = patched(sampleCase('chongqing'), {
      respondents: { 0: { workplace: '重庆市临江支路汽车修理厂' } },
      incidents: { 0: { narrative: '他在重庆市临江支路汽车修理厂上班，她住临江支路。' } },
    });
    const { view } = see(root, 'respondent');
    expect(view.respondents?.[0]?.workplace).toBe('重庆市临江支路汽车修理厂');
    expect(view.incidents?.[0]?.narrative).toBe(`他在重庆市临江支路汽车修理厂上班，她住${HIDDEN}。`);
  });
});

describe('a court on the road of the new home', () => {
  const court = { court: { address: '重庆市南岸区临江支路99号' } };

  test('keeps its address, and the road elsewhere is taken out', () => {
    const text = '她到临江支路99号法院咨询，现住临江支路。';
    const seen = see(patched(root, { ...court, incidents: { 0: { narrative: text } } }), 'respondent');
    expect(seen.view.court?.address).toBe(court.court.address);
    expect(seen.view.incidents?.[0]?.narrative).toMatch(/现住（依法不载明）。$/);
  });

  test('is not taken for the home in a file, which cuts the address into pieces', () => {
    const { forbidden } = see(patched(root, court), 'respondent');
    const homes = forbidden.filter(({ address }) => address?.road === '临江支路');
    expect(homes.length).toBeGreaterThan(0);
    for (const { spellings } of homes) expect(spellings).not.toContain('临江支路');
    const elsewhere = see(root, 'respondent').forbidden.filter(({ address }) => address?.road === '临江支路');
    for (const { spellings } of elsewhere) expect(spellings).toContain('临江支路');
  });
});
