import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, type ProblemCode } from '../errors';
import type { Log } from '../log';
import { PROBLEM_TYPE, problemDocument } from './problem';

type ServerOptions = {
  app: RequestListener;
  log: Log;
  /** The longest that receiving one request may take, in milliseconds. */
  requestTimeoutMs: number;
};

/** Headers are small: whoever takes longer for them holds connections open on purpose. */
const HEADERS_TIMEOUT_MS = 15_000;
/** How often overdue requests are looked for. */
const CHECK_INTERVAL_MS = 5_000;
/** How long the rest of a refused request is taken in, so that the answer arrives before the connection is reset. */
const LINGER_MS = 1_000;

/** What the parser's codes mean in our table; every other is a malformed request. */
const PARSER_CODES: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'BODY_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

const BROKEN = '请求不符合 HTTP/1.1 的格式，请检查请求行、请求头和请求体长度';

/**
 * An HTTP server whose refusals before any route is reached are problem documents too: broken, slow or oversized
 * requests, unknown expectations, CONNECT.
 */
export function createHttpServer({ app, log, requestTimeoutMs }: ServerOptions): Server {
  // The application says what is wrong with Host, in a problem document.
  const server = createServer({ requireHostHeader: false, connectionsCheckingInterval: CHECK_INTERVAL_MS }, app);
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = Math.min(requestTimeoutMs, HEADERS_TIMEOUT_MS);
  const answers = new WeakMap<Duplex, ServerResponse>();
  const refused = new WeakSet<Duplex>();

  const refuse = (socket: Duplex, error: AppError): void => {
    // What follows the fault on the same connection fails again.
    if (refused.has(socket)) return;
    refused.add(socket);
    const answer = answers.get(socket);
    const isAnswering = answer?.headersSent === true && !answer.writableFinished;
    if (!socket.writable || isAnswering) {
      socket.destroy();
      return;
    }
    const requestId = randomUUID();
    log('info', 'request refused', { requestId, code: error.code, reason: error.message });
    socket.end(rawAnswer(error, requestId));
    socket.resume();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };

  server.on('request', (request, response) => answers.set(request.socket, response));
  // The application refuses what it cannot expect.
  server.on('checkExpectation', app);
  server.on('clientError', (failure: NodeJS.ErrnoException, socket) => {
    const known = PARSER_CODES[failure.code ?? ''];
    if (failure.code === 'ECONNRESET') socket.destroy();
    else if (known !== undefined) refuse(socket, new AppError(known, `http: ${failure.code}`));
    else refuse(socket, new AppError('MALFORMED_REQUEST', 'http: broken request', { detail: BROKEN }));
  });
  server.on('connect', (_request, socket) => {
    const headers = { Allow: 'GET, HEAD, POST' };
    refuse(socket, new AppError('METHOD_NOT_ALLOWED', 'http: CONNECT', { detail: '本服务不是代理', headers }));
  });
  return server;
}

/** A whole answer as it goes over the wire, for when there is no request that could be answered. */
function rawAnswer(error: AppError, requestId: string): string {
  const { status, body } = problemDocument(error, requestId);
  const headers = {
    'Content-Type': `${PROBLEM_TYPE}; charset=utf-8`,
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Request-Id': requestId,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...error.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
