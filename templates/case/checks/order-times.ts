import { calendarDate, type Finding, hoursBetween } from '../../../src/authoring';
import { type Check, citing, error, notice, when } from './finding';

/** The order of events up to the ruling, and the hours the law gives for it. A late ruling must still be made. */
export const checkOrderTimes: Check = ({ case: root, law, now }) => {
  const { application, order } = root;
  return [
    ...checkIncidents(root.order?.decidedAt ?? root.warning?.decidedAt, root.incidents ?? [], now),
    ...checkFuture(root, now),
    ...when(
      order?.filedOn !== undefined && order.filedOn > calendarDate(order.decidedAt),
      error({ pointer: '/order/filedOn', code: 'FILED_AFTER_DECISION', detail: '立案日期晚于作出裁定之日，请改正' }),
    ),
    ...when(
      order?.filedOn !== undefined && application !== undefined && order.filedOn < calendarDate(application.receivedAt),
      notice({
        pointer: '/order/filedOn',
        code: 'FILED_BEFORE_APPLICATION',
        detail: '立案日期早于收到申请之日，请核对',
      }),
    ),
    ...when(
      order?.hearing?.method === 'none' && order.hearing.opinion !== undefined,
      notice({
        pointer: '/order/hearing/opinion',
        code: 'HEARING_CONTRADICTS',
        detail: '填写了“未询问”，被申请人意见没有印入裁定书；已经询问的请改填询问方式',
        ...citing(law, 'dv-interp-7'),
      }),
    ),
    ...when(
      application !== undefined && order !== undefined && hoursBetween(application.receivedAt, order.decidedAt) < 0,
      error({
        pointer: '/order/decidedAt',
        code: 'DECISION_BEFORE_APPLICATION',
        detail: '作出裁定时间早于收到申请时间，请改正',
      }),
    ),
    ...when(
      application?.urgent === true && order?.urgency === 'general',
      notice({
        pointer: '/order/urgency',
        code: 'URGENCY_DISAGREES',
        detail: '申请写明情况紧急，保护令种类为一般，请核对；情况紧急的应当在二十四小时内作出',
        citation: '《中华人民共和国反家庭暴力法》第二十八条',
      }),
    ),
    ...checkDecisionHours({ application, order, law }),
  ];
};

type Times = Pick<Parameters<Check>[0]['case'], 'application' | 'order'> & Pick<Parameters<Check>[0], 'law'>;

function checkDecisionHours({ application, order, law }: Times): Finding[] {
  if (application === undefined || order === undefined) return [];
  const isUrgent = application.urgent || order.urgency === 'urgent';
  const limit = isUrgent ? law.parameters.orderUrgentDecisionHours : law.parameters.orderDecisionHours;
  if (limit === undefined || hoursBetween(application.receivedAt, order.decidedAt) <= limit.value) return [];
  const detail = `作出裁定已超过受理后 ${limit.value} 小时${isUrgent ? '（情况紧急）' : ''}，仍应出具，请在卷宗中说明原因`;
  return [notice({ pointer: '/order/decidedAt', code: 'ORDER_DECISION_LATE', detail, citation: limit.citation })];
}

/** A paper may be prepared a little ahead; a wrong year must not pass unseen. */
function checkFuture({ order, warning }: Parameters<Check>[0]['case'], now: string): Finding[] {
  const detail = '该时间晚于现在，请核对；预先制作的，应当在该时间以后送达';
  const moments = { '/order/decidedAt': order?.decidedAt, '/warning/decidedAt': warning?.decidedAt };
  return Object.entries(moments).flatMap(([pointer, moment]) =>
    when(
      moment !== undefined && calendarDate(moment) > calendarDate(now),
      notice({ pointer, code: 'DECISION_IN_FUTURE', detail }),
    ),
  );
}

/** What has not happened yet when the decision is made cannot be its reason. */
function checkIncidents(decidedAt: string | undefined, incidents: readonly { occurredAt: string }[], now: string) {
  return incidents.flatMap(({ occurredAt }, index): Finding[] => {
    const pointer = `/incidents/${index}/occurredAt`;
    if (isAfter(occurredAt, now)) {
      return [error({ pointer, code: 'INCIDENT_IN_FUTURE', detail: '发生时间晚于现在，请改正' })];
    }
    const detail = '发生时间晚于作出决定（裁定）的时间；决定以后发生的请写入“violation”或者回访，请改正';
    return when(
      decidedAt !== undefined && isAfter(occurredAt, decidedAt),
      error({ pointer, code: 'INCIDENT_AFTER_DECISION', detail }),
    );
  });
}

/** Compares by the day when one of the two is only a date. */
function isAfter(one: string, other: string): boolean {
  if (one.length === 10) return one > calendarDate(other);
  return Date.parse(one) > Date.parse(other);
}
