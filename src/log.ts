import pino, { type DestinationStream } from 'pino';

/** Everything a log line may hold. Case values, names, addresses, bodies and URLs are not among it. */
export type LogFields = {
  requestId?: string;
  method?: string;
  /** The route's pattern, never the URL. */
  route?: string;
  status?: number;
  milliseconds?: number;
  code?: string;
  /** What the operator needs to know of an expected failure; written by us, holds no value. */
  reason?: string;
  /** Class and code lines of an unexpected failure, without its message, which could quote a value. */
  failure?: string;
  instrument?: string;
  audience?: string;
  format?: string;
  number?: string;
  bytes?: number;
  url?: string;
  host?: string;
  port?: number;
};

const ALLOWED: readonly (keyof LogFields)[] = [
  ...(['requestId', 'method', 'route', 'status', 'milliseconds', 'code', 'reason', 'failure'] as const),
  ...(['instrument', 'audience', 'format', 'number', 'bytes', 'url', 'host', 'port'] as const),
];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** A log of JSON lines. Whatever is not in the allow-list is dropped, also when a caller forces it in. */
export function createLog({ level, destination }: { level: string; destination?: DestinationStream }): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination(1),
  );
  return (severity, event, fields = {}) => {
    const kept = Object.fromEntries(ALLOWED.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));
    logger[severity](kept, event);
  };
}
