import type { CheckInput, Finding } from '../../../src/authoring';
import type { CaseLaw } from '../../law';
import type { Case } from '../schema';
import type { Check } from './finding';
import { checkIdentities } from './identities';
import { checkInference } from './inference';
import { checkOrder } from './order';
import { checkOrderTimes } from './order-times';
import { checkOrgans } from './organs';
import { checkPartyPointers } from './party-pointers';
import { checkPersons } from './persons';
import { checkRepresentative } from './representative';
import { checkResidence } from './residence';
import { checkService } from './service';
import { checkViolation } from './violation';
import { checkVisits } from './visits';
import { checkWarning } from './warning';
import { checkWarningVisits } from './warning-visits';

const CHECKS: readonly Check[] = [
  checkOrgans,
  checkPersons,
  checkIdentities,
  checkResidence,
  checkInference,
  checkRepresentative,
  checkPartyPointers,
  checkOrderTimes,
  checkOrder,
  checkWarning,
  checkWarningVisits,
  checkService,
  checkVisits,
  checkViolation,
];

/**
 * The law's own checks on a case of the right shape, all at once. An error means that the paper would be wrong; a
 * missed time limit is a notice, because the paper must still be made. `section` is the part of the case it is about.
 */
export function checkCase(input: CheckInput<Case, CaseLaw>): (Finding & { section: string })[] {
  return CHECKS.flatMap((check) => check(input)).map((finding) => ({
    ...finding,
    section: finding.pointer.split('/')[1] ?? '',
  }));
}
