import { type Check, citing, error, notice, when } from './finding';

/** That the paper goes out in the name of an organ that can make it. */
export const checkOrgans: Check = ({ case: { court, police, order }, law }) => [
  ...when(
    court !== undefined && !court.name.includes('法院'),
    error({
      pointer: '/court/name',
      code: 'COURT_NAME',
      detail: '应为人民法院的全称，如“某某县人民法院”，请改正；派出法庭请写入“unit”',
    }),
  ),
  ...when(
    order !== undefined && /(?:最高|高级|中级)人民法院$/.test(court?.name ?? ''),
    notice({
      pointer: '/court/name',
      code: 'COURT_LEVEL',
      detail: '人身安全保护令案件由基层人民法院管辖，请核对',
      ...citing(law, 'dv-law-25'),
    }),
  ),
  ...when(
    police !== undefined && !/公安|派出所|警/.test(police.name),
    notice({ pointer: '/police/name', code: 'POLICE_NAME', detail: '应为公安机关的全称，请核对' }),
  ),
];
