import { Router } from 'express';
import { toBeijing } from '../../authoring';
import { AppError } from '../../errors';
import { FORMATS } from '../../layout/format';
import { findInstrument } from '../../pipeline';
import { createValidator, date, section } from '../../schema';
import type { HttpDeps } from '../deps';

const dayQuery = createValidator(section('查询参数', { on: date('日期', 'procedure').optional() }));

/** What can be made, from what, under which law. */
export function catalogueRoutes({ pipeline }: HttpDeps): Router {
  const { templates, jurisdictions, validators, clock } = pipeline;
  const today = () => toBeijing(clock().toISOString()).date;
  const router = Router();

  const summary = (id: string) => {
    const { label, purpose, variants, audiences, item, sections } = findInstrument({ templates }, id);
    return {
      id,
      label,
      purpose,
      variants,
      audiences: audiences.map((audience) => ({ id: audience, label: templates.policy.audiences[audience] })),
      formats: FORMATS,
      sections,
      ...(item === undefined ? {} : { item: { section: `/${item.section}`, label: item.label } }),
    };
  };

  router.get('/instruments', (_request, response) => {
    response.json({ instruments: templates.instruments.map(({ id }) => summary(id)) });
  });

  router.get('/instruments/:id', (request, response) => {
    const instrument = findInstrument({ templates }, request.params.id);
    const law = jurisdictions.law(templates.rootJurisdiction, today());
    const bases = instrument.bases.flatMap((id) => law?.basis(id) ?? []);
    const caseSchema = validators.get(instrument.id)?.jsonSchema();
    response.json({ ...summary(instrument.id), bases, names: instrument.names, caseSchema });
  });

  router.get('/jurisdictions', (_request, response) => {
    response.json({ jurisdictions: jurisdictions.ids.map((id) => ({ id, label: jurisdictions.label(id) })) });
  });

  router.get('/jurisdictions/:id', (request, response) => {
    const query = dayQuery.validate({ ...request.query });
    const law = jurisdictions.law(request.params.id, (query.ok ? query.value.on : undefined) ?? today());
    if (law === undefined) {
      const detail = `可选的地区：${jurisdictions.ids.join('、')}`;
      throw new AppError('JURISDICTION_UNKNOWN', 'unknown jurisdiction', { detail });
    }
    // A misspelt parameter must not be answered with the law of another day.
    if (!query.ok) throw new AppError('INVALID_REQUEST', 'bad query', { errors: query.errors });
    const { jurisdiction, parameters, lists, bases } = law;
    response.json({ ...jurisdiction, on: law.on, parameters, lists, bases });
  });

  return router;
}
