import { protectionOrder } from '../../templates/instruments/protection-order/instrument';
import { USUAL_PLACES, withoutUnnamedPlace } from '../../templates/wording/usual-places';
import { buildCopy } from '../support/build-copy';

function measuresOf({ audience, patch }: { audience: string; patch: object }): string[] {
  const { text } = buildCopy({
    instrument: protectionOrder,
    sample: { title: '裁定', base: 'national', patch },
    audience,
  });
  const [, operative = ''] = text.split('裁定如下：\n');
  return operative.split('\n').filter((line) => /禁止|责令/.test(line) && line.includes('被申请人'));
}

describe('a measure that keeps the respondent from a place', () => {
  const patch = {
    relatives: [
      {
        name: '沈小禾',
        sex: 'female',
        birthDate: '2020-01-05',
        relationToVictim: '女儿',
        minor: true,
        school: '杭州市西湖区望溪幼儿园',
      },
    ],
    order: { measures: [{ id: 'no-violence' }, { id: 'other', text: '禁止被申请人前往杭州市西湖区望溪幼儿园' }] },
  };

  it.each(['respondent', 'police', 'committee'])('forbids something in the copy of %s too', (audience) => {
    const [, place = ''] = measuresOf({ audience, patch });
    expect(place).toContain('住所、学校、工作单位等经常出入场所');
    expect(place).not.toMatch(/依法不载明|望溪/);
  });

  it('names the place to those who may read it', () => {
    expect(measuresOf({ audience: 'court-file', patch })[1]).toContain('前往杭州市西湖区望溪幼儿园');
  });

  it.each([
    ['禁止被申请人进入（依法不载明）周边', USUAL_PLACES],
    ['禁止被申请人在（依法不载明）守候', USUAL_PLACES],
    ['禁止被申请人拨打（依法不载明）', '禁止被申请人拨打（依法不载明）'],
    ['禁止被申请人进入幸福超市', '禁止被申请人进入幸福超市'],
  ])('%s becomes %s', (measure, expected) => {
    expect(withoutUnnamedPlace(measure)).toBe(expected);
  });
});

describe('an order to leave the home', () => {
  const shared = { line: '杭州市西湖区文新路9号2幢301室' };
  const order = { measures: [{ id: 'no-violence' }, { id: 'move-out', vacateWithinHours: 24 }] };
  const registeredElsewhere = { residence: { line: '杭州市富阳区春江村88号' } };

  /** Both have left the home in which they lived together. */
  function bothLeft(audience: string) {
    const sample = { title: '裁定', base: 'national', patch: { order } };
    const { victims, respondents } = buildCopy({ instrument: protectionOrder, sample, audience }).case;
    return {
      order,
      victims: victims.map((victim) => ({ ...victim, residence: { ...victim.residence, shared } })),
      respondents: respondents.map((respondent) => ({ ...respondent, ...registeredElsewhere })),
    };
  }

  it.each(['respondent', 'victim', 'police', 'committee', 'court-file'])(
    'names it to %s where no party is said to live in it',
    (audience) => {
      const [, leave = ''] = measuresOf({ audience, patch: bothLeft(audience) });
      expect(leave).toMatch(/迁出申请人.+的住所（杭州市西湖区文新路9号2幢301室）。$/);
    },
  );

  it('is the statutory sentence where the respondent is said to live in it', () => {
    const [, leave = ''] = measuresOf({ audience: 'respondent', patch: { order } });
    expect(leave).toMatch(/迁出申请人.+的住所。$/);
  });

  it('names no home to those who are told nobody’s address', () => {
    expect(measuresOf({ audience: 'school', patch: bothLeft('school') }).join()).not.toMatch(/文新路|301/);
  });
});

describe('a measure that binds one of several respondents', () => {
  const second = {
    name: '贺母',
    sex: 'female',
    idDocument: { type: 'none' },
    residence: { line: '北京市海淀区北路1号' },
  };

  it('names this one, the others name all', () => {
    const { respondents } = buildCopy({
      instrument: protectionOrder,
      sample: { title: '裁定', base: 'national', patch: {} },
      audience: 'respondent',
    }).case;
    const measures = [{ id: 'no-violence' }, { id: 'move-out', respondents: ['/respondents/1'] }];
    const patch = { respondents: [...respondents, second], order: { measures } };
    const [all = '', one = ''] = measuresOf({ audience: 'respondent', patch });
    expect(all).toContain(`被申请人${respondents[0]?.name}、贺母实施`);
    expect(one).toMatch(/责令被申请人贺母迁出/);
  });
});
