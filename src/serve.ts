import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { templates } from '../templates';
import { addressOf, type Config, withPort } from './config';
import { describeFailure } from './errors';
import { createHttpServer } from './http';
import { createLog, type Log } from './log';
import { type Service, wireService } from './wire';
import type { OpenWorkers } from './workers';

type ServeOptions = { config: Config; root: string; workers: Promise<OpenWorkers> };

/** Opens the service, listens, and keeps both until the process is told to stop. @throws Error with one Chinese line */
export async function serve({ config: given, root, workers }: ServeOptions): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const log = createLog({ level: given.logLevel });
  // Codes on documents name the port, so it must be known before the service is open.
  const config = given.port === 0 ? withPort(given, await findFreePort(given.host)) : given;
  const service = await wireService({
    ...{ config, templates, version, log, workers },
    templatesDir: path.join(root, 'templates'),
    clock: () => new Date(),
  });
  const server = createHttpServer({ app: service.app, log, requestTimeoutMs: config.requestTimeoutMs });
  try {
    await listen(server, config);
  } catch (error) {
    await service.close();
    throw error;
  }
  stopWhenTold({ server, service, log, shutdownTimeoutMs: config.shutdownTimeoutMs });
  log('info', 'listening', { host: config.host, port: config.port });
  process.stderr.write(greeting(config));
}

/** The system's choice. It gives the same port to nobody else for a while. */
async function findFreePort(host: string): Promise<number> {
  const probe = createServer();
  await listen(probe, { host, port: 0 });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** @throws Error with one Chinese line */
function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      reject(new Error(`无法监听 ${host}:${port}（${code ?? '原因不明'}），请检查 HOST 和 PORT。`));
    });
    server.listen(port, host, resolve);
  });
}

type Running = { server: Server; service: Service; log: Log; shutdownTimeoutMs: number };

/** Finishes what was begun, within limits, and takes nothing new. */
function stopWhenTold({ server, service, log, shutdownTimeoutMs }: Running): void {
  const stop = (): void => {
    log('info', 'stopping');
    service.stopTakingRequests();
    const timer = setTimeout(() => {
      log('warn', 'stopped with requests unfinished');
      process.exit(1);
    }, shutdownTimeoutMs);
    server.close(async () => {
      await service.close();
      clearTimeout(timer);
      log('info', 'stopped');
    });
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught exception', { failure: describeFailure(error) });
    process.exit(1);
  });
}

/** Names by which a machine speaks of itself, and of all its own addresses. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const ANY = ['0.0.0.0', '::'];

function greeting({ host, port, publicBaseUrl }: Config): string {
  const url = addressOf(host, port);
  const warning = LOOPBACK.includes(host)
    ? '当前版本没有身份验证，因此只在本机监听；请勿直接对外开放。'
    : '警告：当前版本没有身份验证，而服务正在非本机地址监听。任何能连到该地址的人都可以出具文书！';
  // Nobody but this machine could follow the code on a paper.
  const printed = new URL(publicBaseUrl).hostname.replace(/^\[|\]$/g, '');
  const code = [...LOOPBACK, ...ANY].includes(printed)
    ? `\n文书的二维码现指向 ${publicBaseUrl}，公众无法打开；正式出具以前请设置 PUBLIC_BASE_URL。`
    : '';
  const { label, request, file } = templates.showcase;
  return `
安书已启动：${url}   接口说明：${url}/docs
${warning}${code}
试一试（生成一份${label} ${file}）：

  curl -sS -X POST ${url}/v1/documents -H 'Content-Type: application/json' \\
    --data-binary @samples/${request} -o ${file}

`;
}
