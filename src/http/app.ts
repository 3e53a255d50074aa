import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { AppError, PROBLEMS } from '../errors';
import type { HttpDeps } from './deps';
import { docsRoutes } from './docs';
import { ROUTES } from './openapi/routes';
import { handleErrors } from './problem';
import { catalogueRoutes } from './routes/catalogue';
import { documentRoutes } from './routes/documents';
import { leakCheckRoutes } from './routes/leak-checks';
import { operationRoutes } from './routes/operations';
import { verificationRoutes } from './routes/verification';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The HTTP service. */
export function createApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(identifyRequest, observeRequest(deps), helmetGuard(), forbidCaching);
  app.use(refuseBadHeaders, refuseOtherSites, refuseWhenStopping(deps));
  app.use('/', operationRoutes(deps), docsRoutes(deps));
  app.use('/v', verificationRoutes(deps));
  app.use('/v1', catalogueRoutes(deps), documentRoutes(deps), leakCheckRoutes(deps));
  app.use(refuseMethod, refusePath);
  app.use(handleErrors(deps.log, deps.metrics));
  return app;
}

/** A caller's id is kept when it is harmless; it comes back and stands in every log line. */
const identifyRequest: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id');
  response.set('X-Request-Id', given !== undefined && REQUEST_ID.test(given) ? given : randomUUID());
  next();
};

function observeRequest({ log, metrics }: HttpDeps): RequestHandler {
  return (request, response, next) => {
    const began = process.hrtime.bigint();
    // Routers below cut the path short while they handle it.
    const route = matchRoute(request.path)?.pattern ?? 'none';
    response.once('close', () => {
      const milliseconds = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
      const { method } = request;
      // Node says 200 of an answer that was never begun.
      const status = response.headersSent ? response.statusCode : PROBLEMS.REQUEST_CANCELLED.status;
      metrics.requests.observe({ method, route, status: String(status) }, milliseconds / 1000);
      const { instrument, audience, format, number } = response.locals as Record<string, string>;
      const known = Object.fromEntries(
        Object.entries({ instrument, audience, format, number }).filter(([, value]) => value !== undefined),
      );
      const requestId = String(response.getHeader('X-Request-Id'));
      log('info', 'request', { requestId, method, route, status, milliseconds, ...known });
    });
    next();
  };
}

function helmetGuard(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], styleSrc: ["'self'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // The service speaks plain HTTP on the loopback; the proxy in front decides about HTTPS.
    strictTransportSecurity: false,
  });
}

const forbidCaching: RequestHandler = (request, response, next) => {
  response.set('Cache-Control', 'no-store');
  // Whatever may not be kept cannot be fresh: Express would answer 304 to `If-None-Match: *`.
  delete request.headers['if-none-match'];
  delete request.headers['if-modified-since'];
  next();
};

/** Exactly one Host (RFC 9112, 3.2), and no expectation but one (RFC 9110, 10.1.1). */
const refuseBadHeaders: RequestHandler = (request, _response, next) => {
  const { headers, httpVersion, rawHeaders } = request;
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) {
    throw new AppError('MALFORMED_REQUEST', 'not one Host header', { detail: '请求应当有且只有一个 Host 头' });
  }
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    throw new AppError('EXPECTATION_FAILED', 'unknown expectation');
  }
  next();
};

/**
 * A page of another site must not have papers issued by the browser of somebody who may reach this service. Browsers say
 * where a request comes from (W3C Fetch Metadata, 2.4) and pages cannot change it; programs say nothing. Reading stays
 * free: codes on papers are links.
 */
const refuseOtherSites: RequestHandler = (request, _response, next) => {
  const site = request.get('Sec-Fetch-Site');
  if (request.method === 'POST' && site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new AppError('CROSS_SITE', 'sent by a page of another site');
  }
  next();
};

function refuseWhenStopping({ isStopping }: HttpDeps): RequestHandler {
  return (request, response, next) => {
    if (!isStopping() || request.path === '/healthz') {
      next();
      return;
    }
    response.set('Connection', 'close');
    next(new AppError('SHUTTING_DOWN', 'stopping', { headers: { 'Retry-After': '5' } }));
  };
}

function matchRoute(path: string) {
  return ROUTES.find(({ pattern }) => new RegExp(`^${pattern.replace(/\{[^}]+\}/g, '[^/]+')}/?$`).test(path));
}

const refuseMethod: RequestHandler = (request, _response, next) => {
  const route = matchRoute(request.path);
  if (route === undefined) {
    next();
    return;
  }
  // Whoever answers GET answers HEAD too.
  const allow = route.methods
    .flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    .join(', ');
  next(
    new AppError('METHOD_NOT_ALLOWED', 'method not allowed', {
      detail: `可用的方法：${allow}`,
      headers: { Allow: allow },
    }),
  );
};

const refusePath: RequestHandler = (_request, _response, next) => {
  next(new AppError('NOT_FOUND', 'no such path', { detail: '接口说明见 /docs' }));
};
