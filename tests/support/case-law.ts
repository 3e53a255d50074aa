import path from 'node:path';
import { type Jurisdictions, loadJurisdictions } from '../../src/jurisdiction';
import { type CaseLaw, lawLists, lawParameters } from '../../templates/law';

const SCHEMA = { parameters: lawParameters, lists: lawLists };

/** The jurisdictions of the product, or of another folder, read with the schema of the templates. */
export function loadCaseLaw(dir = path.resolve(__dirname, '../../templates/jurisdictions')) {
  return loadJurisdictions({ dir, schema: SCHEMA });
}

/** The law of a place on a day; fails the test when the place does not exist. */
export function lawOf(jurisdictions: Pick<Jurisdictions, 'law'>, id: string, date: string): CaseLaw {
  const law = jurisdictions.law(id, date);
  if (law === undefined) throw new Error(`no jurisdiction ${id}`);
  return law as unknown as CaseLaw;
}
