import { AppError, describeFailure, type FieldError, type ProblemCode } from '../errors';

type Refusal = {
  code: ProblemCode;
  /** What the operator reads. */
  log: string;
  detail?: string;
  errors: FieldError[];
};

/**
 * How work on another thread ended. An error that crosses threads is cloned with its message, which could quote a value;
 * so none crosses: an AppError goes as its fields, any other as the places it was thrown from.
 */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Does the work, and never throws. */
export async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof AppError)) {
      return { ok: false, refusal: { code: 'INTERNAL', log: describeFailure(error), errors: [] } };
    }
    const { code, message, detail, errors } = error;
    return { ok: false, refusal: { code, log: message, errors, ...(detail === undefined ? {} : { detail }) } };
  }
}

/** What the work gave. @throws AppError as the work threw it */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, log, detail, errors } = outcome.refusal;
  throw new AppError(code, log, { errors, ...(detail === undefined ? {} : { detail }) });
}

/** A Buffer crosses a thread as the plain array under it. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
