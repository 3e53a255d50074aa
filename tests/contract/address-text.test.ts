import { addressText } from '../../templates/wording/address';

const regions = { province: '重庆市', city: '重庆市', county: '渝中区', street: '七星岗街道' };

describe('an address in a document', () => {
  it('leads by the road and its number to the housing estate', () => {
    const address = { ...regions, community: '安和苑', road: '安和路', number: '88', building: '2幢', room: '1203' };
    expect(addressText(address)).toBe('重庆市渝中区七星岗街道安和路88号安和苑2幢1203室');
  });

  it.each(['新桥村', '安和路社区', '曼朗村委会', '三组'])(
    'has the road and the number in %s behind it',
    (community) => {
      expect(addressText({ ...regions, community, road: '和平路', number: '9号' })).toBe(
        `重庆市渝中区七星岗街道${community}和平路9号`,
      );
    },
  );

  it('names the estate before the building where no road is known', () => {
    expect(addressText({ ...regions, community: '安和苑', building: '2' })).toBe('重庆市渝中区七星岗街道安和苑2栋');
  });

  it('is nothing when a part of it may not be stated', () => {
    expect(addressText({ ...regions, road: '（依法不载明）' })).toBeUndefined();
    expect(addressText({})).toBeUndefined();
  });
});
