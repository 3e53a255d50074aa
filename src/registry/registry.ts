/**
 * What the machine wants from the store of issued documents. No case value and no document goes in. Every call can also
 * throw AppError NOT_READY, when the store cannot be read or written: the disk is full, a file was taken away.
 */

/** One copy about to be made. */
export type Reservation = {
  instrument: string;
  audience: string;
  format: 'pdf' | 'docx';
  /** Digest of the templates the copy is made from. */
  templateHash: string;
  /** `key` is the caller's word and is stored as a digest only; `fingerprint` is a digest of the whole request. */
  idempotency?: Idempotency;
};

export type Idempotency = { key: string; fingerprint: string };

/** What is added when the finished file has passed every check. */
export type Seal = {
  /** Of the file, 64 lower-case hexadecimal digits. */
  sha256: string;
  issuer: string;
  /** Date printed on the document, YYYY-MM-DD. */
  datedOn: string;
  variant: string;
};

export type Entry = Omit<Reservation, 'idempotency'> &
  Partial<Seal> & {
    number: string;
    status: 'reserved' | 'sealed' | 'voided';
    reservedAt: Date;
    sealedAt?: Date;
    voidedAt?: Date;
    /** Written by people, may hold personal data: for staff only, never part of a public answer. */
    voidReason?: string;
  };

export type Registry = {
  /**
   * Takes a new number before the copy is laid out.
   * @throws AppError IDEMPOTENCY_KEY_REUSED when the key belongs to another request; IDEMPOTENCY_IN_PROGRESS when the
   *   same request is being worked on, or was finished since the caller asked `replay` (asking again then answers)
   */
  reserve(reservation: Reservation): Entry;
  /**
   * The entry that this key made earlier, sealed or voided by a person; undefined when there is none.
   * @throws AppError as `reserve`
   */
  replay(idempotency: Idempotency): Entry | undefined;
  /**
   * Makes a reserved number genuine.
   * @throws AppError DOCUMENT_UNKNOWN, DOCUMENT_VOIDED; INTERNAL when it was sealed before
   */
  seal(number: string, seal: Seal): Entry;
  /**
   * Voids a number for ever. Voiding a reserved number means that making the copy failed: its idempotency key is free
   * again. Voiding a sealed one is somebody's decision: the key keeps answering with the voided entry.
   * @throws AppError DOCUMENT_UNKNOWN, DOCUMENT_VOIDED
   */
  void(number: string, reason: string): Entry;
  /**
   * Voids a reserved number whose copy failed. Never throws: while the store cannot be written, the number waits and is
   * voided before the next one is taken.
   */
  giveUp(number: string, reason: string): void;
  find(number: string): Entry | undefined;
  /**
   * Writes to the store and reads it back.
   * @throws AppError NOT_READY
   */
  check(): void;
  /** Ends the store and lets another process have the directory. */
  close(): void;
};
