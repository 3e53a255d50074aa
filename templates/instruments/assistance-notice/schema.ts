import { caseWith } from '../../case/schema';

/** A notice rests on a court's order and is made for one entry of the assistance. */
export const noticeSchema = caseWith('court', 'order', 'assistance');
