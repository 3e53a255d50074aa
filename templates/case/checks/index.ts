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
 * missed time limit is a notice, because the paper must still be made. `section` is the part of the case it is about; an
 * error about what is secret is about none and so about every paper, because all of them are searched for that secret.
 */
export function checkCase(input: CheckInput<Case, CaseLaw>): (Finding & { section: string })[] {
  const inSection = (finding: Finding) => ({ ...finding, section: finding.pointer.split('/')[1] ?? '' });
  const onSecrets = checkResidence(input).map((finding) =>
    finding.severity === 'error' ? { ...finding, section: '' } : inSection(finding),
  );
  return [...onSecrets, ...CHECKS.flatMap((check) => check(input)).map(inSection)];
}
