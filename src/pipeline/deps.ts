import type { LawShape, LawValues, Templates } from '../authoring';
import type { Jurisdictions } from '../jurisdiction';
import type { Registry } from '../registry';
import type { Validator } from '../schema';
import type { Clauses } from '../text';
import type { Workers } from '../workers';

/** Everything the use cases need from outside, handed in by `wire.ts`, so that a test can hand in its own. */
export type Deps<Case, Parameters extends LawShape, Lists extends LawShape> = {
  templates: Templates<Case, Parameters, Lists>;
  validators: ReadonlyMap<string, Validator<Case>>;
  jurisdictions: Jurisdictions<LawValues<Parameters>, LawValues<Lists>>;
  clauses: Clauses;
  workers: Workers;
  registry: Registry;
  clock: () => Date;
  /** Digest of all clauses and law data, so that a copy can be traced to its wording. */
  templateHash: string;
  /** Where the public reaches this service; the code on a copy points there. */
  publicBaseUrl: string;
};
