import { caseWith } from '../../case/schema';

/** A receipt names the court that serves, the case number and the entry of the service. */
export const receiptSchema = caseWith('court', 'order', 'service');
