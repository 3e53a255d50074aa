import { shortInstitutionNames } from '../../templates/case/privacy/institution-names';

test.each([
  ['北京市海淀区中关村第三小学', '中关村三小'],
  ['贵阳市云岩区中东社区居民委员会', '中东居委会'],
  ['重庆市南岸区石桥村村民委员会', '石桥村委会'],
])('%s is looked for as %s too', (name, short) => {
  expect(shortInstitutionNames(name)).toContain(short);
});

test.each(['西宁市第三小学', '社区居民委员会'])('%s has no short name without its place', (name) => {
  const short = shortInstitutionNames(name);
  expect(short).not.toContain('三小');
  expect(short).not.toContain('居委会');
});
