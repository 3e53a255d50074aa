import { WITHHELD } from './withheld';

/** The words of 法释〔2022〕17号《关于办理人身安全保护令案件适用法律若干问题的规定》第十条第二项, which name no place. */
export const USUAL_PLACES =
  '禁止被申请人在申请人及其相关近亲属的住所、学校、工作单位等经常出入场所的一定范围内从事可能影响申请人及其相关近亲属正常生活、学习、工作的活动';

const LEADS_TO_PLACE = /进入|前往|去往|到|靠近|接近|出现|出入|远离|逗留|徘徊|守候|蹲守|在/;

/**
 * A measure of the court's own. One that keeps the respondent from a place which this copy may not name would forbid
 * nothing (禁止进入（依法不载明）): it gets the general words instead.
 */
export function withoutUnnamedPlace(measure: string): string {
  return measure.includes(WITHHELD) && LEADS_TO_PLACE.test(measure) ? USUAL_PLACES : measure;
}
