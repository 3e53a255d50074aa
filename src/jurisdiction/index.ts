export { type Jurisdictions, loadJurisdictions } from './load';
export { type Basis, type Cited, cite, type Law, type LawSchema } from './rules';
