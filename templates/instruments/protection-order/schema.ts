import type { View } from '../../../src/authoring';
import { type Case, caseWith } from '../../case/schema';

/** A case from which a ruling on an application for a protection order can be made. */
export const protectionOrderSchema = caseWith('court', 'application', 'order');

export type OrderView = View<NonNullable<Case['order']>>;
