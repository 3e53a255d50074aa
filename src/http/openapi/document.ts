import { PROBLEMS, type ProblemCode } from '../../errors';
import { COMMON_PROBLEMS, type Operation, ROUTES } from './routes';
import { ANSWER_SCHEMAS } from './schemas';

type Options = { caseSchema: object; publicBaseUrl: string; version: string };

const PROBLEM_TYPE = 'application/problem+json';

/** The OpenAPI 3.1 document: paths from ROUTES, the case from its own schema, problems from PROBLEMS. */
export function buildOpenApi({ caseSchema, publicBaseUrl, version }: Options): object {
  const { $schema: _dialect, ...schema } = caseSchema as { $schema?: string };
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: '安书 Anshu',
      version,
      summary: '家庭暴力保护文书生成服务',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicBaseUrl }],
    paths: Object.fromEntries(
      ROUTES.map(({ pattern, operations }) => [
        pattern,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => [method, describeOperation(pattern, operation)]),
        ),
      ]),
    ),
    components: { schemas: { ...ANSWER_SCHEMAS, Case: schema } },
  };
}

function describeOperation(pattern: string, operation: Operation): object {
  const { summary, description, body, multipart, form, query = {}, headers = {}, success, problems } = operation;
  const path = [...pattern.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const optional = (place: string, names: Record<string, string>) =>
    Object.entries(names).map(([name, about]) => ({ name, in: place, description: about, schema: { type: 'string' } }));
  const parameters = [...path, ...optional('query', query), ...optional('header', headers)];
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: describeBody(body, multipart ?? false) }),
    ...(form === undefined
      ? {}
      : { requestBody: { required: true, content: { 'multipart/form-data': { schema: schemaOf(form) } } } }),
    responses: {
      [String(success.status)]: {
        description: '成功',
        headers: Object.fromEntries(
          Object.entries(success.headers ?? {}).map(([name, about]) => [
            name,
            { description: about, schema: { type: 'string' } },
          ]),
        ),
        content: Object.fromEntries(
          Object.entries(success.content).map(([type, name]) => [type, { schema: schemaOf(name) }]),
        ),
      },
      ...describeProblems([...problems, ...COMMON_PROBLEMS]),
    },
  };
}

function schemaOf(name: string): object {
  return name === 'file' ? {} : { $ref: `#/components/schemas/${name}` };
}

function describeBody(name: string, multipart: boolean): object {
  const form = {
    type: 'object',
    properties: { file: { type: 'string', contentMediaType: 'application/json', contentEncoding: 'binary' } },
    required: ['file'],
  };
  return {
    required: true,
    content: {
      'application/json': { schema: schemaOf(name) },
      ...(multipart ? { 'multipart/form-data': { schema: form } } : {}),
    },
  };
}

/** One response per status; the codes that share it are listed with their titles. */
function describeProblems(codes: ProblemCode[]): Record<string, object> {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const here = [...new Set(codes)].filter((code) => PROBLEMS[code].status === status);
      const description = here.map((code) => `${code}：${PROBLEMS[code].title}`).join('；');
      const schema = { $ref: '#/components/schemas/Problem' };
      return [String(status), { description, 'x-codes': here, content: { [PROBLEM_TYPE]: { schema } } }];
    }),
  );
}
