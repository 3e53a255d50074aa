import { type Dictionary, isDictionary, nameOf } from '../reading/values';
import type { Subject } from '../rule';

/** Graphics states that pages set. */
export function statesOf({ pages }: Subject): { object: string; state: Dictionary }[] {
  return pages.flatMap(({ object, content }) => content.states.map((state) => ({ object, state })));
}

/** XObjects of one subtype, whether a page draws them or not. */
export function objectsOf({ document }: Subject, subtype: string): { object: string; dictionary: Dictionary }[] {
  return [...document.objects.values()].flatMap(({ id, value, raw }) =>
    isDictionary(value) && raw !== undefined && nameOf(document.get(value, 'Subtype')) === subtype
      ? [{ object: `XObject ${id}`, dictionary: value }]
      : [],
  );
}
