export { type Jurisdictions, loadJurisdictions } from './load';
export { type Basis, cite, type Law } from './rules';
