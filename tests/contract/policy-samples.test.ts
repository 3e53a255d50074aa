import { sampleCase } from '../support/cases';
import { audiences, copiesOf, homeWords, see, viewText } from '../support/views';

const ids = ['national', 'xinjiang', 'chongqing', 'yunnan', 'henan'];
const agencies = [
  'police',
  'committee',
  'womens-federation',
  'governance-center',
  'school',
  'employer',
  'organization',
];

describe.each(ids)('sample of %s', (id) => {
  const root = sampleCase(id);
  const hidden = root.victims.some(({ residence }) => residence.status !== 'cohabiting');

  test('no copy for anyone, of any entry, says where the victim now lives or how to reach her', () => {
    const contacts = root.victims.flatMap(({ phone, email, messaging, serviceAddress }) => [
      phone,
      email,
      messaging,
      serviceAddress?.phone,
    ]);
    const words = [...homeWords(root), ...contacts].filter((word) => word !== undefined);
    expect(words.length).toBeGreaterThan(0);
    for (const { audience, item } of copiesOf(root)) {
      const text = viewText(root, audience, item);
      expect(words.filter((word) => text.includes(word))).toEqual([]);
    }
  });

  test('the parties never learn who reported, informed or testified', () => {
    const names = (root.informants ?? []).map(({ name }) => name);
    for (const { audience, item } of copiesOf(root)) {
      if (audience.endsWith('-file')) continue;
      const text = viewText(root, audience, item);
      expect(names.filter((name) => text.includes(name))).toEqual([]);
    }
  });

  test('neither party gets the other’s full ID number, nor does any agency but the police', () => {
    const victims = root.victims.map(({ idDocument }) => idDocument.number ?? '');
    const respondents = root.respondents.map(({ idDocument }) => idDocument.number ?? '');
    for (const number of victims) {
      for (const audience of ['respondent', 'committee', 'school', 'employer'])
        expect(viewText(root, audience)).not.toContain(number);
    }
    for (const number of respondents) {
      for (const audience of ['victim', 'committee', 'school', 'employer'])
        expect(viewText(root, audience)).not.toContain(number);
      expect(viewText(root, 'respondent')).toContain(number);
      expect(viewText(root, 'police')).toContain(number);
    }
  });

  test('a minor is known outside the parties by the surname alone', () => {
    const minors = [...root.victims, ...(root.relatives ?? [])].filter(({ minor }) => minor === true);
    for (const { name, birthDate, school } of minors) {
      const own = (root.assistance ?? []).map(({ recipient }) => recipient.name);
      const words = [name, birthDate, own.includes(school ?? '') ? undefined : school].filter(
        (word) => word !== undefined,
      );
      for (const { audience, item } of copiesOf(root)) {
        if (!agencies.includes(audience)) continue;
        const text = viewText(root, audience, item);
        expect(words.filter((word) => text.includes(word))).toEqual([]);
      }
      for (const audience of ['respondent', 'victim', 'court-file']) expect(viewText(root, audience)).toContain(name);
    }
  });

  test('nobody sees to whom else copies go; the respondent sees no agency at all', () => {
    const entries = [
      ...(root.assistance ?? []),
      ...(root.warning?.recipients ?? []).map((recipient) => ({ recipient })),
    ];
    const ownOffice = [
      root.court?.name,
      root.police?.name,
      root.police?.unit,
      `${root.police?.name}${root.police?.unit}`,
    ];
    const names = entries.map(({ recipient }) => recipient.name).filter((name) => !ownOffice.includes(name));
    const workplaces = root.respondents.map(({ workplace }) => workplace);
    const known = root.victims.flatMap(({ workplace }) => workplace ?? []);
    const schools = [...root.victims, ...(root.relatives ?? [])].map(({ school }) => school);
    for (const audience of audiences.filter((one) => !one.endsWith('-file'))) {
      const text = viewText(root, audience);
      const seen = names.filter((name) => !workplaces.includes(name) && !known.includes(name) && text.includes(name));
      const outside = seen.filter(
        (name) => name !== root.representative?.name && !(audience === 'victim' && schools.includes(name)),
      );
      expect(outside).toEqual([]);
    }
  });

  test('an agency sees its own entry and no other', () => {
    (root.assistance ?? []).forEach(({ recipient }, index) => {
      const { view } = see(root, recipient.kind, `/assistance/${index}`);
      expect(view.assistance?.[index]?.recipient?.name).toBe(recipient.name);
      const others = view.assistance?.filter((_, place) => place !== index) ?? [];
      expect(others.flatMap((entry) => entry.recipient?.name ?? [])).toEqual([]);
    });
  });

  test('a receipt shows its own addressee and place, never where a hidden victim received', () => {
    (root.service ?? []).forEach((entry, index) => {
      const { view } = see(root, entry.recipient.kind, `/service/${index}`);
      const own = view.service?.[index];
      const isHidden = entry.recipient.kind === 'victim' && hidden;
      expect(own?.recipient?.name).toBe(
        agencies.includes(entry.recipient.kind) || entry.recipient.kind === 'respondent'
          ? entry.recipient.name
          : own?.recipient?.name,
      );
      expect(own?.place).toBe(isHidden ? undefined : entry.place);
      expect(own?.electronic?.address).toBe(isHidden ? undefined : entry.electronic?.address);
    });
  });

  test('a sheet of a visit shows this visit only, and the respondent never sees the victim’s', () => {
    (root.visits ?? []).forEach((visit, index) => {
      const { view } = see(root, ['court-file', visit.subject], `/visits/${index}`);
      expect(view.visits?.[index]?.visitedAt).toBe(visit.visitedAt);
      for (const [place, other] of (view.visits ?? []).entries()) {
        if (place !== index) expect(other.compliance?.flatMap(({ status }) => status ?? []) ?? []).toEqual([]);
      }
      const unseen = see(root, 'respondent', `/visits/${index}`).view.visits?.[index]?.visitors?.[0]?.unit;
      if (visit.subject === 'victim') expect(unseen).toBeUndefined();
    });
  });

  test('every decision names its rule and provision, and no decision holds a value', () => {
    for (const audience of audiences) {
      const { disclosures } = see(root, audience);
      for (const { rule, citation } of disclosures) {
        expect(rule).not.toBe('');
        expect(citation).not.toBe('');
      }
      const report = JSON.stringify(disclosures);
      expect(
        [...homeWords(root), root.victims[0]?.name ?? '', root.respondents[0]?.name ?? ''].filter((word) =>
          report.includes(word),
        ),
      ).toEqual([]);
    }
  });
});
