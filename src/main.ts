import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { templates } from '../templates';
import { readConfig } from './config';
import { describeFailure } from './errors';
import { createLog } from './log';
import { wireService } from './wire';

/** Folder that holds templates/, fonts/ and samples/, both for the sources and for what is built from them. */
function findRoot(from: string): string {
  const parent = path.dirname(from);
  if (existsSync(path.join(from, 'package.json')) || parent === from) return from;
  return findRoot(parent);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const root = findRoot(__dirname);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const log = createLog({ level: config.logLevel });
  const service = await wireService({
    ...{ config, templates, version, log },
    templatesDir: path.join(root, 'templates'),
    fonts: { fontsDir: path.join(root, 'fonts'), ownFontsDir: config.fontsDir },
    program: { file: require.resolve('./workers/worker') },
    clock: () => new Date(),
  });
  const server = createServer(service.app);
  server.requestTimeout = config.requestTimeoutMs;
  server.headersTimeout = Math.min(config.requestTimeoutMs, 15_000);

  const stop = (): void => {
    log('info', 'stopping');
    service.stopTakingRequests();
    const timer = setTimeout(() => {
      log('warn', 'stopped with requests unfinished');
      process.exit(1);
    }, config.shutdownTimeoutMs);
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

  server.once('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(
      `无法监听 ${config.host}:${config.port}（${error.code ?? '原因不明'}），请检查 HOST 和 PORT。\n`,
    );
    void service.close();
    process.exitCode = 1;
  });
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    log('info', 'listening', { host: config.host, port });
    process.stderr.write(greeting(`http://${config.host}:${port}`, config.host));
  });
}

function greeting(url: string, host: string): string {
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
  const warning = isLoopback
    ? '当前版本没有身份验证，因此只在本机监听；请勿直接对外开放。'
    : '警告：当前版本没有身份验证，而服务正在非本机地址监听。任何能连到该地址的人都可以出具文书！';
  const { label, request, file } = templates.showcase;
  return `
安书已启动：${url}   接口说明：${url}/docs
${warning}
试一试（生成一份${label} ${file}）：

  curl -sS -X POST ${url}/v1/documents -H 'Content-Type: application/json' \\
    --data-binary @samples/${request} -o ${file}

`;
}

main().catch((error: unknown) => {
  process.stderr.write(`安书无法启动：${error instanceof Error ? error.message : '原因不明'}\n`);
  process.exitCode = 1;
});
