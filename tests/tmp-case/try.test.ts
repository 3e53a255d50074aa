import { readAddressLine } from '../../templates/case/privacy/address-parts';
import { addressSpellings } from '../../templates/case/privacy/address-spellings';
test('x', () => {
  for (const l of ['重庆市南岸区龙门浩街道临江支路17号听涛里5栋2单元604室','幸福路88号2幢301室','江苏省苏州市工业园区星湖街道月亮湾社区12号楼3单元502','云南省楚雄彝族自治州南华县龙川镇火星村委会第3组12号','北京市海淀区听雪小区三号楼二单元六〇一室','新疆维吾尔自治区喀什地区疏附县托克扎克镇团结路9号'])
    console.log(l, JSON.stringify(readAddressLine(l)), addressSpellings({line:l}).length);
  const s=addressSpellings({province:'重庆市',county:'南岸区',street:'龙门浩街道',community:'听涛里',road:'临江支路',number:'17号',building:'5栋',unit:'2单元',room:'604室'});
  console.log(s.length, s.slice(0,60).join(' '));
  console.log(addressSpellings({line:'幸福路88号2幢301室'}).join(' '));
});
