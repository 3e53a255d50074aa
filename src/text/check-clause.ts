import Handlebars from 'handlebars';

type Node = { type: string; loc: { start: { line: number } } } & Record<string, unknown>;
type PathNode = Node & { original: string; parts: string[]; data: boolean };

/** The whole language of clauses: values, these blocks, and partials by name. Everything else stops the start. */
const BLOCKS = new Set(['if', 'unless', 'each']);
const LOOP_DATA = new Set(['index', 'first', 'last']);

type Options = {
  source: string;
  /** File name for messages. */
  file: string;
  /** Names a clause may use: fields of the case and what the instrument declares as computed. */
  names: ReadonlySet<string>;
  partials: ReadonlySet<string>;
};

/** A partial that a clause uses, and the line on which it does. */
export type UsedPartial = { name: string; line: number };

/**
 * Refuses a clause that says more than it should or uses a name nobody provides. Handlebars itself is silent on a
 * misspelt `{{#if}}`, which would drop a sentence from a legal document. Returns the partials it uses.
 * @throws Error `file:line: reason`
 */
export function checkClause({ source, file, names, partials }: Options): UsedPartial[] {
  const used: UsedPartial[] = [];
  const fail = (node: Node, reason: string): never => {
    throw new Error(`${file}:${node.loc.start.line}: ${reason}`);
  };
  const checkPath = (node: Node) => {
    if (node.type !== 'PathExpression') fail(node, 'only names may stand here');
    const { original, parts, data } = node as PathNode;
    if (data) {
      if (!parts.every((part) => LOOP_DATA.has(part))) fail(node, `unknown loop variable "${original}"`);
      return;
    }
    const unknown = parts.find((part) => typeof part !== 'string' || !names.has(part));
    if (unknown !== undefined) fail(node, `unknown name "${original}"`);
  };
  const walk = (node: Node): void => {
    switch (node.type) {
      case 'Program':
        for (const child of node['body'] as Node[]) walk(child);
        return;
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement': {
        if ((node['params'] as Node[]).length > 0 || node['hash'] !== undefined) fail(node, 'helpers are not allowed');
        checkPath(node['path'] as Node);
        return;
      }
      case 'BlockStatement': {
        const { original } = node['path'] as PathNode;
        const params = node['params'] as Node[];
        if (!BLOCKS.has(original)) fail(node, `unknown block "${original}"`);
        if (params.length !== 1 || params[0] === undefined) fail(node, `"${original}" takes one name`);
        else checkPath(params[0]);
        walk(node['program'] as Node);
        if (node['inverse']) walk(node['inverse'] as Node);
        return;
      }
      case 'PartialStatement': {
        const { original } = node['name'] as PathNode;
        if ((node['params'] as Node[]).length > 0 || node['hash'] !== undefined) fail(node, 'partials take nothing');
        if (!partials.has(original)) fail(node, `unknown partial "${original}"`);
        used.push({ name: original, line: node.loc.start.line });
        return;
      }
      default:
        fail(node, `${node.type} is not allowed`);
    }
  };
  walk(parseClause(source, file) as unknown as Node);
  return used;
}

function parseClause(source: string, file: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = /line (\d+)/.exec(message)?.[1] ?? '1';
    throw new Error(`${file}:${line}: ${message}`, { cause: error });
  }
}
