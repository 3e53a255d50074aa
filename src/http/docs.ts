import { Router } from 'express';
import { PROBLEMS } from '../errors';
import { createValidator } from '../schema';
import type { HttpDeps } from './deps';
import { buildOpenApi } from './openapi/document';
import { ROUTES } from './openapi/routes';
import { ANSWER_SCHEMAS } from './openapi/schemas';
import { escapeHtml, htmlPage, STYLE_SHEET } from './page';

/** The contract of the service, for machines and for people; nothing is loaded from elsewhere. */
export function docsRoutes({ pipeline, version }: HttpDeps): Router {
  const { templates, publicBaseUrl } = pipeline;
  // Written when first asked for: nobody who waits for a document should wait for it.
  let openApi: string | undefined;
  const page = htmlPage({
    title: '安书接口说明',
    body: docsBody({ address: publicBaseUrl, example: templates.showcase.request }),
    home: './',
  });
  const problems = htmlPage({ title: '问题代码', body: problemsBody(), home: '../' });
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    openApi ??= JSON.stringify(
      buildOpenApi({ caseSchema: createValidator(templates.caseSchema).jsonSchema(), publicBaseUrl, version }),
    );
    response.type('json').send(openApi);
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs/problems', (_request, response) => {
    response.type('html').send(problems);
  });
  router.get('/assets/page.css', (_request, response) => {
    response.type('css').send(STYLE_SHEET);
  });
  return router;
}

function docsBody({ address, example }: { address: string; example: string }): string {
  const sections = ROUTES.flatMap(({ pattern, operations }) =>
    Object.entries(operations).map(([method, operation]) => {
      const { summary, description, body, form, query = {}, headers = {}, success, problems } = operation;
      const inputs = Object.entries({ ...query, ...headers, ...describeFields(body ?? form) }).map(
        ([name, about]) => `<li><code>${escapeHtml(name)}</code> ${escapeHtml(about)}</li>`,
      );
      const outputs = Object.keys(success.content).map((type) => `<code>${escapeHtml(type)}</code>`);
      const codes = problems.map((code) => `<a href="docs/problems#${code}">${code}</a>`);
      return `<h2><code>${method.toUpperCase()} ${escapeHtml(pattern)}</code></h2>
<p>${escapeHtml(summary)}${description === undefined ? '' : `。${escapeHtml(description)}`}</p>
${inputs.length === 0 ? '' : `<ul>${inputs.join('')}</ul>`}
<p>成功：${success.status}，${outputs.join('、')}</p>
${codes.length === 0 ? '' : `<p>可能的问题：${codes.join('、')}</p>`}`;
    }),
  );
  return `<p>请求和答复都是 UTF-8 编码的 JSON（上传文件除外）。源代码的 <code>samples/</code> 目录里有每种文书可以直接发送的请求，例如：</p>
<pre>curl -sS -X POST ${escapeHtml(address)}/v1/documents -H 'Content-Type: application/json' \\
  --data-binary @samples/${escapeHtml(example)} -o out.pdf</pre>
<p>案件数据有哪些字段：<code>GET /v1/instruments/{id}</code> 的 <code>caseSchema</code>。对接、部署和承办人员的说明在源代码的 <code>docs/</code> 目录。</p>
<p>机器可读的文档：<a href="openapi.json">OpenAPI 3.1</a>；问题代码见<a href="docs/problems">问题代码一览</a>。</p>
${sections.join('\n')}`;
}

type Fields = {
  properties?: Record<string, { title?: string; enum?: string[]; default?: string }>;
  required?: string[];
};

/** The fields of a body by their Chinese titles, with their choices. */
function describeFields(schema: string | undefined): Record<string, string> {
  const { properties = {}, required = [] } = (schema === undefined ? {} : ANSWER_SCHEMAS[schema]) as Fields;
  return Object.fromEntries(
    Object.entries(properties).map(([name, { title = '案件数据', enum: choices, default: usual }]) => {
      const options = choices === undefined ? '' : `：${choices.join('、')}`;
      const unless = usual === undefined ? '' : `，不写则为 ${usual}`;
      return [name, `${title}${options}${unless}${required.includes(name) ? '（必填）' : ''}`];
    }),
  );
}

function problemsBody(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, remedy }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(remedy)}</td></tr>`,
  );
  return `<p>所有失败都以 <code>application/problem+json</code>（RFC 9457）答复。</p><table><tr><th>代码</th><th>状态码</th><th>含义</th><th>怎么办</th></tr>${rows.join('')}</table>`;
}
