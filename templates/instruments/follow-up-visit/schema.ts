import { caseWith } from '../../case/schema';

/** A sheet records one visit under a court's order. */
export const visitSchema = caseWith('court', 'order', 'visits');
