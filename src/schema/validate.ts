import { z } from 'zod';
import type { FieldError, Notice } from '../errors';
import { type FieldNode, fieldTree } from './field';
import { nearestName } from './nearest';
import { isHarmlessKey, type Path, readPointer, toPointer } from './pointer';
import { isComposable } from './text';

/** More errors than this help nobody and cost memory on hostile input. */
const MAX_ERRORS = 200;

export type Validated<T> = { ok: true; value: T; notices: Notice[] } | { ok: false; errors: FieldError[] };

/** A validator of unknown JSON: all errors at once, with pointers and Chinese remedies, never a value. */
export type Validator<T> = { tree: FieldNode; validate(input: unknown): Validated<T>; jsonSchema(): object };

/** Builds a validator from a schema made of `section`, `listOf` and the field parts. */
export function createValidator<T>(schema: z.ZodType<T>): Validator<T> {
  const tree = fieldTree(schema);
  return {
    tree,
    validate(input) {
      const notices: Notice[] = [];
      const normal = createNormalizer(notices)(input, tree);
      const parsed = schema.safeParse(normal);
      if (parsed.success) return { ok: true, value: parsed.data, notices };
      const errors: FieldError[] = [];
      for (const issue of parsed.error.issues) {
        // One issue can name many unknown fields, and each is compared with every known one.
        if (errors.length >= MAX_ERRORS) break;
        errors.push(...toErrors({ issue, tree, input: normal }));
      }
      return { ok: false, errors: errors.slice(0, MAX_ERRORS) };
    },
    jsonSchema: () => withLabels(z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema, tree),
  };
}

/** Copies an input with every text in NFC and every accepted variant in its official form; each variant gives a notice. */
function createNormalizer(notices: Notice[]): (input: unknown, node: FieldNode) => unknown {
  const path: (string | number)[] = [];
  const normalizeAt = (key: string | number, input: unknown, node: FieldNode): unknown => {
    path.push(key);
    const normal = normalize(input, node);
    path.pop();
    return normal;
  };

  function normalizeRecord(input: Record<string, unknown>, fields: Readonly<Record<string, FieldNode>>) {
    const copy: Record<string, unknown> = {};
    const unknown: string[] = [];
    for (const key of Object.keys(input)) {
      const child = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (child !== undefined) copy[key] = normalizeAt(key, input[key], child);
      else if (unknown.length < MAX_ERRORS) unknown.push(key);
    }
    if (unknown.length === 0) return copy;
    // Among names that the caller made up, one could reach what plain objects inherit.
    const strict: Record<string, unknown> = Object.assign(Object.create(null), copy);
    for (const key of unknown) strict[key] = null;
    return strict;
  }

  function normalize(input: unknown, node: FieldNode): unknown {
    if (typeof input === 'string' && node.kind === 'leaf') {
      const text = isComposable(input) ? input.normalize('NFC') : input;
      const result = node.meta.normalize?.(text);
      if (result?.notice !== undefined) notices.push({ pointer: toPointer(path), ...result.notice });
      return result?.value ?? text;
    }
    // An address may be written on one line instead of part by part.
    if (typeof input === 'string' && node.kind === 'object' && node.composite !== undefined) {
      return normalize({ line: input }, node);
    }
    if (Array.isArray(input) && node.kind === 'list') {
      // One entry too many is enough to say so; the rest of a hostile list costs nothing.
      const entries = node.maxItems === undefined ? input : input.slice(0, node.maxItems + 1);
      return entries.map((item, index) => normalizeAt(index, item, node.item));
    }
    if (typeof input === 'object' && input !== null && !Array.isArray(input) && node.kind === 'object') {
      return normalizeRecord(input as Record<string, unknown>, node.fields);
    }
    return input;
  }
  return normalize;
}

/** The node at a path, or the last one that the path reaches. */
function nodeAt(tree: FieldNode, path: Path): FieldNode {
  let node = tree;
  for (const part of path) {
    if (node.kind === 'list') node = node.item;
    else if (node.kind === 'object' && typeof part === 'string' && node.fields[part] !== undefined)
      node = node.fields[part];
    else break;
  }
  return node;
}

const TYPE_NAMES: Record<string, string> = {
  object: '对象',
  list: '列表',
  boolean: '是否（true/false）',
  number: '数字',
};

function labelOf(node: FieldNode): string {
  return node.kind === 'leaf' ? node.meta.label : node.label;
}

function toErrors({ issue, tree, input }: { issue: z.core.$ZodIssue; tree: FieldNode; input: unknown }): FieldError[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const node = nodeAt(tree, path);
  const label = `“${labelOf(node) || '该字段'}”`;
  const hint = node.kind === 'leaf' && node.meta.hint !== undefined ? `：${node.meta.hint}` : '';
  const at = (code: string, detail: string): FieldError[] => [{ pointer: toPointer(path), code, detail }];
  if (path.length > 0 && readPointer(input, toPointer(path)) === undefined) {
    return at('REQUIRED', `缺少${label}，请填写${hint}`);
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField({ key, path, node }));
    case 'invalid_type': {
      const expected = TYPE_NAMES[node.kind === 'leaf' ? node.valueType : node.kind] ?? '文本';
      return at('TYPE', `${label}的类型不对，应为${expected}${hint}`);
    }
    case 'too_big':
      return at('TOO_LONG', `${label}${sizeText(issue.origin, '最多', Number(issue.maximum))}${hint}`);
    case 'too_small':
      return at('TOO_SHORT', `${label}${sizeText(issue.origin, '至少', Number(issue.minimum))}${hint}`);
    case 'invalid_value':
      return at('CHOICE', `${label}不在可选范围内${hint}`);
    case 'custom':
      if (typeof issue.params?.['code'] === 'string') return at(issue.params['code'], `${label}${issue.message}`);
      return at('FORMAT', `${label}的格式不对${hint}`);
    default:
      return at('FORMAT', `${label}的格式不对${hint}`);
  }
}

/**
 * A complaint about a field that nobody knows, with the one that was probably meant.
 * @param node the object that holds it
 */
function unknownField({ key, path, node }: { key: string; path: Path; node: FieldNode }): FieldError {
  const fields = node.kind === 'object' ? node.fields : {};
  const meant = nearestName(
    key,
    Object.fromEntries(Object.entries(fields).map(([name, child]) => [name, labelOf(child)])),
  );
  const remedy = meant === undefined ? '请删除或者改用接口文档列出的字段名' : `应为“${meant}”？`;
  return {
    pointer: toPointer(isHarmlessKey(key) ? [...path, key] : path),
    code: 'UNKNOWN_FIELD',
    detail: `“${labelOf(node) || '该字段'}”中没有这个字段，${remedy}`,
  };
}

function sizeText(origin: string, bound: string, limit: number): string {
  if (origin === 'array') return `${bound} ${limit} 项`;
  if (origin === 'number' || origin === 'int') return `${bound}为 ${limit}`;
  return `${bound} ${limit} 个字符`;
}

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  title?: string;
  description?: string;
  [key: string]: unknown;
};

/** Puts labels, hints and privacy classes into the JSON Schema. */
function withLabels(schema: JsonSchema, node: FieldNode): JsonSchema {
  const label = labelOf(node);
  const result: JsonSchema = label === '' ? { ...schema } : { ...schema, title: label };
  if (node.kind === 'object' && schema.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => {
        const childNode = node.fields[key];
        return [key, childNode === undefined ? child : withLabels(child, childNode)];
      }),
    );
  }
  if (node.kind === 'object' && node.composite !== undefined) {
    const line: JsonSchema = { type: 'string', minLength: 1, title: `${label}（一行写明）` };
    return { title: label, anyOf: [result, line] };
  }
  if (node.kind === 'list' && schema.items !== undefined) result.items = withLabels(schema.items, node.item);
  if (node.kind === 'leaf') {
    result['x-privacy'] = node.meta.privacy;
    if (node.meta.hint !== undefined) result.description = node.meta.hint;
  }
  return result;
}
