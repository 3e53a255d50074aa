import { PROBLEMS, type ProblemCode } from '../../errors';
import { PROBLEM_TYPE } from '../problem';
import { COMMON_PROBLEMS, type Operation, type Otherwise, ROUTES } from './routes';
import { ANSWER_SCHEMAS } from './schemas';

type Options = { caseSchema: object; publicBaseUrl: string; version: string };

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

/** The variable parts of paths. */
const PATH_PARTS: Record<string, string> = {
  id: '标识，取值见目录',
  number: '文书编号，如 AS20261121-7K3MQ-0ZB4T-XR',
};

function describeOperation(pattern: string, operation: Operation): object {
  const { summary, description, body, multipart, form, query = {}, headers = {}, success, problems } = operation;
  const path = [...pattern.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, description: PATH_PARTS[name], schema: { type: 'string' } },
  }));
  const optional = (place: string, names: Record<string, string>, schema: object) =>
    Object.entries(names).map(([name, about]) => ({ name, in: place, description: about, schema }));
  const days = { type: 'string', format: 'date' };
  const parameters = [
    ...path,
    ...optional('query', query, days),
    ...optional('header', { ...headers, ...REQUEST_ID }, { type: 'string' }),
  ];
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: describeBody(body, multipart) }),
    ...(form === undefined
      ? {}
      : { requestBody: { required: true, content: { 'multipart/form-data': { schema: schemaOf(form) } } } }),
    responses: {
      [String(success.status)]: {
        description: '成功',
        headers: describeHeaders(success.headers),
        content: describeContent(success.content),
      },
      ...describeProblems([...problems, ...COMMON_PROBLEMS], success.otherwise),
    },
  };
}

function schemaOf(name: string): object {
  return name === 'file' ? {} : { $ref: `#/components/schemas/${name}` };
}

function describeContent(content: Record<string, string>): object {
  return Object.fromEntries(Object.entries(content).map(([type, name]) => [type, { schema: schemaOf(name) }]));
}

function describeBody(name: string, form: string | undefined): object {
  return {
    required: true,
    content: describeContent({
      'application/json': name,
      ...(form === undefined ? {} : { 'multipart/form-data': form }),
    }),
  };
}

/** Goes with every request and every answer. */
const REQUEST_ID = { 'X-Request-Id': '请求编号：请求中写了的（字母、数字和 ._-，至多 64 个）原样返回，并写入日志' };

function describeHeaders(headers: Record<string, string> = {}): object {
  const all = Object.entries({ ...headers, ...REQUEST_ID });
  return Object.fromEntries(all.map(([name, about]) => [name, { description: about, schema: { type: 'string' } }]));
}

/** Headers that come with problems, and what they say. */
const PROBLEM_HEADERS: Record<string, { about: string; codes: readonly ProblemCode[] }> = {
  Allow: { about: '该地址支持的请求方法', codes: ['METHOD_NOT_ALLOWED'] },
  'Retry-After': {
    about: '多少秒以后可以重试',
    codes: ['BUSY', 'IDEMPOTENCY_IN_PROGRESS', 'NOT_READY', 'SHUTTING_DOWN'],
  },
};

/**
 * One response per status; the codes that share it are listed with their titles.
 * @param otherwise answers under the same status that are no problems
 */
function describeProblems(codes: ProblemCode[], otherwise: Otherwise = {}): Record<string, object> {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const here = [...new Set(codes)].filter((code) => PROBLEMS[code].status === status);
      const description = here.map((code) => `${code}：${PROBLEMS[code].title}`).join('；');
      const its = Object.entries(PROBLEM_HEADERS).filter(([, header]) =>
        here.some((code) => header.codes.includes(code)),
      );
      const headers = describeHeaders(Object.fromEntries(its.map(([name, { about }]) => [name, about])));
      const content = describeContent({ [PROBLEM_TYPE]: 'Problem', ...otherwise[status] });
      return [String(status), { description, 'x-codes': here, headers, content }];
    }),
  );
}
