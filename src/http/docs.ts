import { Router } from 'express';
import { PROBLEMS } from '../errors';
import { createValidator } from '../schema';
import type { HttpDeps } from './deps';
import { buildOpenApi } from './openapi/document';
import { ROUTES } from './openapi/routes';
import { escapeHtml, htmlPage, STYLE_SHEET } from './page';

/** The contract of the service, for machines and for people; nothing is loaded from elsewhere. */
export function docsRoutes({ pipeline, version }: HttpDeps): Router {
  const { templates, publicBaseUrl } = pipeline;
  const caseSchema = createValidator(templates.caseSchema).jsonSchema();
  const openApi = JSON.stringify(buildOpenApi({ caseSchema, publicBaseUrl, version }));
  const page = htmlPage({ title: '安书接口说明', body: docsBody() });
  const problems = htmlPage({ title: '问题代码', body: problemsBody() });
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
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

function docsBody(): string {
  const sections = ROUTES.flatMap(({ pattern, operations }) =>
    Object.entries(operations).map(([method, operation]) => {
      const { summary, description, query = {}, headers = {}, success, problems } = operation;
      const inputs = Object.entries({ ...query, ...headers }).map(
        ([name, about]) => `<li><code>${escapeHtml(name)}</code> ${escapeHtml(about)}</li>`,
      );
      const outputs = Object.keys(success.content).map((type) => `<code>${escapeHtml(type)}</code>`);
      const codes = problems.map((code) => `<a href="/docs/problems#${code}">${code}</a>`);
      return `<h2><code>${method.toUpperCase()} ${escapeHtml(pattern)}</code></h2>
<p>${escapeHtml(summary)}${description === undefined ? '' : `。${escapeHtml(description)}`}</p>
${inputs.length === 0 ? '' : `<ul>${inputs.join('')}</ul>`}
<p>成功：${success.status}，${outputs.join('、')}</p>
${codes.length === 0 ? '' : `<p>可能的问题：${codes.join('、')}</p>`}`;
    }),
  );
  return `<p>机器可读的文档：<a href="/openapi.json">OpenAPI 3.1</a>；问题代码见<a href="/docs/problems">问题代码一览</a>。</p>${sections.join('\n')}`;
}

function problemsBody(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, remedy }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(remedy)}</td></tr>`,
  );
  return `<p>所有失败都以 <code>application/problem+json</code>（RFC 9457）答复。</p><table><tr><th>代码</th><th>状态码</th><th>含义</th><th>怎么办</th></tr>${rows.join('')}</table>`;
}
