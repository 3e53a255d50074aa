import type { Law } from '../jurisdiction';
import type { DocumentModel } from '../model';
import type { Policy, View } from '../privacy';
import type { z } from '../schema';
import type { Clause } from '../text';

/** What a check found. An error blocks the document, a notice travels with it. */
export type Finding = {
  severity: 'error' | 'notice';
  pointer: string;
  code: string;
  /** In Chinese, with the remedy; never the value. */
  detail: string;
  /** The rule it rests on. */
  citation?: string;
};

/** The entry of the case that a copy is made for. */
export type Item = { pointer: string; index: number };

export type CheckInput<Case, LawNow> = {
  case: Case;
  law: LawNow;
  item: Item | undefined;
  /** Now, as a moment in Beijing time. */
  now: string;
};

export type BuildInput<Case, LawNow> = {
  /** The case without what this audience may not see: every leaf may be missing. */
  view: View<Case>;
  item: Item | undefined;
  audience: string;
  law: LawNow;
  clause: Clause;
  /** Number of this copy in the registry. */
  number: string;
  /** Where anyone can check the copy; the payload of its code. */
  verifyUrl: string;
};

/** What `build` returns beside the pages: facts for the public register, none of them a case value in confidence. */
export type Built = {
  model: DocumentModel;
  variant: string;
  /** The court or police organ that issues. */
  issuer: string;
  /** Date the instrument bears, YYYY-MM-DD. */
  datedOn: string;
};

/** One kind of document. The folder `templates/instruments/<id>` holds it whole. */
export type Instrument<Case, LawNow> = {
  id: string;
  label: string;
  /** What it is for, in one Chinese sentence. */
  purpose: string;
  variants: Readonly<Record<string, string>>;
  /** Audiences that may be asked for. */
  audiences: readonly string[];
  /** The case with the sections that this instrument needs made mandatory. */
  schema: z.ZodType<Case>;
  /** Sections it reads: their checks raise notices on its copies. */
  sections: readonly string[];
  /** Set when one copy is made per entry of a list of the case. */
  item?: {
    section: string;
    label: string;
    /** The audience that an entry fixes; undefined when the request must name it. */
    audienceOf?(entry: unknown, root: Case): string | undefined;
    /** Who reads the copy beside its audience, e.g. the visited person who signs a sheet for the court's file. */
    readers?(entry: unknown, root: Case): readonly string[];
    /** Whether the instrument is made for this entry at all. */
    applies?(entry: unknown, root: Case): boolean;
  };
  /** Ids of the provisions it rests on, for the catalogue. */
  bases: readonly string[];
  /** Computed names its clauses use, each with a Chinese explanation for those who write them. */
  names: Readonly<Record<string, string>>;
  /** The day whose law applies, YYYY-MM-DD; undefined when the case does not say. */
  lawDate(root: Case, item: Item | undefined): string | undefined;
  /** What this instrument asks of the case beyond its shape. */
  check(input: CheckInput<Case, LawNow>): Finding[];
  build(input: BuildInput<Case, LawNow>): Built;
};

/** Names of the law's parameters or lists, each with the schema of its value. */
export type LawShape = Readonly<Record<string, z.ZodType>>;
export type LawValues<Shape extends LawShape> = { [Key in keyof Shape]: z.infer<Shape[Key]> };

/** Everything the machine gets from `templates/`. */
export type Templates<Case, Parameters extends LawShape = LawShape, Lists extends LawShape = LawShape> = {
  instruments: readonly Instrument<Case, Law<LawValues<Parameters>, LawValues<Lists>>>[];
  policy: Policy;
  law: { parameters: Parameters; lists: Lists };
  /** The sample that a newcomer is invited to make: its name, its request under `samples/`, and the file it gives. */
  showcase: { label: string; request: string; file: string };
  /** The jurisdiction whose law the catalogue shows. */
  rootJurisdiction: string;
  /** The whole case, every section optional: what `POST /v1/validations` and the catalogue describe. */
  caseSchema: z.ZodType<Case>;
  jurisdictionOf(root: Case): string;
  /** The law's own checks on the case; a finding's `section` decides which instruments carry its notices. */
  checkCase(input: CheckInput<Case, Law<LawValues<Parameters>, LawValues<Lists>>>): (Finding & { section: string })[];
};
