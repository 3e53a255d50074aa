import { z } from 'zod';

/**
 * What the machine must know of every field beside its shape. Leaves carry `privacy`; an unmarked leaf is withheld
 * from everyone. Objects and lists carry a label only.
 */
export type FieldMeta = {
  /** Chinese name shown in errors, forms and the disclosure report. */
  label: string;
  /** Privacy class, a row of the policy. */
  privacy?: string;
  /** Running text: searched for protected facts before any copy is made. */
  freeText?: boolean;
  /** A day or a moment: templates reckon with it, and there are no words in it. */
  moment?: boolean;
  /** An object whose leaves together make one protected fact. */
  composite?: 'address';
  /** Greatest length of a list. */
  maxItems?: number;
  /** What a right value looks like, in Chinese; ends every complaint about the format. */
  hint?: string;
  /** Brings an accepted variant into the official form; the notice says so to the caller. */
  normalize?: (value: string) => { value: string; notice?: { code: string; detail: string } };
};

const metas = new WeakMap<object, FieldMeta>();

/** Attaches what the machine must know to a copy of a schema, so that one schema can serve under several labels. */
export function describe<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  const copy = schema.clone() as S;
  metas.set(copy, meta);
  return copy;
}

/** A strict object with a Chinese label: unknown keys are refused. */
export function section<Shape extends z.core.$ZodLooseShape>(label: string, shape: Shape, composite?: 'address') {
  return describe(z.strictObject(shape), composite === undefined ? { label } : { label, composite });
}

/** A list with a Chinese label and a bounded length. */
export function listOf<S extends z.ZodType>(label: string, item: S, { min = 0, max }: { min?: number; max: number }) {
  return describe(z.array(item).min(min).max(max), { label, maxItems: max });
}

/** The schema as a tree that privacy, documentation and tests can walk without knowing zod. */
export type FieldNode =
  | { kind: 'object'; label: string; composite?: 'address'; fields: Record<string, FieldNode>; required: string[] }
  | { kind: 'list'; label: string; item: FieldNode; maxItems?: number }
  | { kind: 'leaf'; meta: FieldMeta; valueType: string };

type Def = z.core.$ZodTypeDef & {
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
};

function unwrap(schema: z.ZodType): { schema: z.ZodType; optional: boolean } {
  const def = schema.def as Def;
  if (def.innerType !== undefined && !metas.has(schema)) {
    return { schema: unwrap(def.innerType).schema, optional: true };
  }
  return { schema, optional: def.type === 'optional' };
}

/** Reads the tree of labels and privacy classes off a schema built with `section`, `listOf` and `describe`. */
export function fieldTree(wrapped: z.ZodType): FieldNode {
  const { schema } = unwrap(wrapped);
  const def = schema.def as Def;
  const meta = metas.get(schema) ?? { label: '' };
  if (def.type === 'object' && def.shape !== undefined) {
    const entries = Object.entries(def.shape);
    return {
      kind: 'object',
      label: meta.label,
      ...(meta.composite === undefined ? {} : { composite: meta.composite }),
      fields: Object.fromEntries(entries.map(([key, child]) => [key, fieldTree(child)])),
      required: entries.filter(([, child]) => !unwrap(child).optional).map(([key]) => key),
    };
  }
  if (def.type === 'array' && def.element !== undefined) {
    const limit = meta.maxItems === undefined ? {} : { maxItems: meta.maxItems };
    return { kind: 'list', label: meta.label, item: fieldTree(def.element), ...limit };
  }
  return { kind: 'leaf', meta, valueType: def.type };
}

/** Names of every field anywhere in a tree: what a clause may refer to. */
export function fieldNames(node: FieldNode): Set<string> {
  if (node.kind === 'list') return fieldNames(node.item);
  if (node.kind === 'leaf') return new Set();
  return new Set(Object.entries(node.fields).flatMap(([name, child]) => [name, ...fieldNames(child)]));
}
