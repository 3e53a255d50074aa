import type { Entry } from './registry';

/** A row of the table `entry`; the schema's CHECK constraints vouch for the shape. */
export type EntryRow = {
  number: string;
  instrument: string;
  audience: string;
  format: Entry['format'];
  template_hash: string;
  status: Entry['status'];
  reserved_at: string;
  sealed_at: string | null;
  sha256: string | null;
  issuer: string | null;
  dated_on: string | null;
  variant: string | null;
  voided_at: string | null;
  void_reason: string | null;
  fingerprint: string | null;
};

export function toEntry(row: EntryRow): Entry {
  return {
    number: row.number,
    instrument: row.instrument,
    audience: row.audience,
    format: row.format,
    templateHash: row.template_hash,
    status: row.status,
    reservedAt: new Date(row.reserved_at),
    ...(row.sealed_at !== null && { sealedAt: new Date(row.sealed_at) }),
    ...(row.sha256 !== null && { sha256: row.sha256 }),
    ...(row.issuer !== null && { issuer: row.issuer }),
    ...(row.dated_on !== null && { datedOn: row.dated_on }),
    ...(row.variant !== null && { variant: row.variant }),
    ...(row.voided_at !== null && { voidedAt: new Date(row.voided_at) }),
    ...(row.void_reason !== null && { voidReason: row.void_reason }),
  };
}
