import { Router } from 'express';
import { AppError } from '../../errors';
import { type Entry, readNumber } from '../../registry';
import type { HttpDeps } from '../deps';
import { escapeHtml, htmlPage } from '../page';

type Verdict = {
  number: string;
  status: 'genuine' | 'voided' | 'unknown';
  kind?: string;
  issuer?: string;
  date?: string;
};

const WORDS = { genuine: '真实有效', voided: '已经作废', unknown: '查无此编号' } as const;

/** The public check of a copy: genuine, voided or unknown, kind, issuer, date. Nothing else. */
export function verificationRoutes({ pipeline }: HttpDeps): Router {
  const router = Router();
  router.get('/:number', (request, response) => {
    const number = readNumber(request.params.number);
    const instruments = pipeline.templates.instruments;
    const entry = pipeline.registry.find(number);
    const verdict = judge({ number, entry, label: instruments.find(({ id }) => id === entry?.instrument)?.label });
    const accepted = request.accepts(['text/html', 'application/json', 'application/json;charset=utf-8']);
    if (accepted === false) {
      throw new AppError('NOT_ACCEPTABLE', 'no acceptable type', {
        detail: 'Accept 应为 text/html 或者 application/json',
      });
    }
    response.status(verdict.status === 'unknown' ? 404 : 200);
    if (accepted === 'text/html') response.type('html').send(verdictPage(verdict));
    else response.json(verdict);
  });
  return router;
}

/** A number that was taken but never sealed has no document: unknown to the public. */
function judge({
  number,
  entry,
  label,
}: {
  number: string;
  entry: Entry | undefined;
  label: string | undefined;
}): Verdict {
  if (entry?.sealedAt === undefined) return { number: entry === undefined ? '' : number, status: 'unknown' };
  return {
    number,
    status: entry.status === 'voided' ? 'voided' : 'genuine',
    kind: label ?? entry.instrument,
    ...(entry.issuer === undefined ? {} : { issuer: entry.issuer }),
    ...(entry.datedOn === undefined ? {} : { date: entry.datedOn }),
  };
}

function verdictPage({ number, status, kind, issuer, date }: Verdict): string {
  const rows = [
    ['文书编号', number],
    ['文书种类', kind],
    ['出具机关', issuer],
    ['文书日期', date],
  ].flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`],
  );
  const advice =
    status === 'genuine'
      ? '本页只核对文书的来源和状态，不显示文书内容。'
      : '如有疑问，请联系文书上载明的机关，不要联系文书中的当事人。';
  const body = `<p class="verdict ${status}">${WORDS[status]}</p><table>${rows.join('')}</table><p>${advice}</p>`;
  return htmlPage({ title: '文书核验', body, home: '../' });
}
