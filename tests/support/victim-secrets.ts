import type { Case } from '../../templates/case/schema';
import { hiddenPlaceWords } from './build-copy';

/**
 * What no paper may say of the victims of a case: where they live or will live, where they found shelter, and how to
 * reach them. Read off the case itself, so that it does not depend on what the policy thinks.
 */
function victimSecrets(root: Case): string[] {
  const contacts = root.victims.flatMap(({ phone, email, messaging, shelter, serviceAddress }) => [
    phone,
    email,
    messaging,
    shelter,
    serviceAddress?.phone,
    serviceAddress?.address?.road,
  ]);
  return [...hiddenPlaceWords(root), ...contacts].flatMap((secret) => secret ?? []);
}

/** The secrets of the victims that a text gives away. */
export function secretsIn(text: string, root: Case): string[] {
  return victimSecrets(root).filter((secret) => text.includes(secret));
}
