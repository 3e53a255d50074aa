import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { FLAGS } from '../../scripts/bundle/started-service';
import { sampleCase } from '../support/open-service';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

/** The built program, run as its users run it. */
beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: ROOT });
}, 180_000);

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

function start(env: Record<string, string>, cwd = temporaryFolder()): Run {
  const child = spawn(process.execPath, [...FLAGS, path.join(ROOT, 'dist', 'service', 'main.js')], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: temporaryFolder(), ...env },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, output: () => output, ended };
}

async function untilPrinted({ output, ended }: Run, text: string): Promise<void> {
  const over = ended.then(() => true);
  while (!output().includes(text)) {
    const waited = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50));
    if (await Promise.race([over, waited])) throw new Error(`ended before printing: ${output()}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Sends a request up to its headers and waits until the service has taken it; `finish` sends the body. */
async function beginRequest(port: number, body: string): Promise<{ finish: () => Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
  const length = Buffer.byteLength(body);
  socket.write(
    `POST /v1/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
  );
  while (!received.includes('100 Continue')) await new Promise((resolve) => setTimeout(resolve, 10));
  return {
    finish: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve(received));
        socket.write(body);
      }),
  };
}

describe('npm start', () => {
  it('prints a command that makes a real ruling when it is pasted', async () => {
    const port = await freePort();
    const run = start({ PORT: String(port) });
    await untilPrinted(run, 'ruling.pdf\n');
    const command = /curl [\s\S]*?-o ruling\.pdf/.exec(run.output())?.[0] ?? '';
    const file = path.join(temporaryFolder(), 'ruling.pdf');
    execFileSync('bash', ['-c', command.replace('-o ruling.pdf', `-o ${file}`)], { cwd: ROOT });
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
    expect(text).toContain('民事裁定书');
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
    expect(fonts).toMatch(/Fang\S* .* yes yes yes/);
    const { residence } = (sampleCase()['victims'] as { residence: { current: Record<string, string> } }[])[0] ?? {};
    const { road = '', number = '', community = '' } = residence?.current ?? {};
    expect([road, number, community].includes('')).toBe(false);
    expect(text).not.toContain(road + number);
    expect(text).not.toContain(community);
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    expect(readme.replace(/\s+/g, ' ')).toContain(command.replace(`:${port}`, ':8080').replace(/\s+/g, ' '));
  });

  it('runs under the flags under which its code was compiled, in the container and as a system service too', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const command = ['node', ...FLAGS, 'dist/service/main.js'];
    expect(scripts.start).toBe(command.join(' '));
    expect(readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8')).toContain(
      `CMD ${JSON.stringify(command).replaceAll(',', ', ')}`,
    );
    expect(readFileSync(path.join(ROOT, 'docs', 'operations.md'), 'utf8')).toContain(`/usr/bin/${command.join(' ')}`);
  });

  it.each(['main.bundle.js', 'workers/worker.bundle.js'])('finds the code that was compiled of %s before', (name) => {
    const loader = path.join(ROOT, 'dist', 'service', 'load-compiled.js');
    const program = `process.stdout.write(String(require(${JSON.stringify(loader)}).compile(process.argv[1]).cachedDataRejected))`;
    const rejected = (flags: readonly string[]) =>
      execFileSync(process.execPath, [...flags, '-e', program, path.join(ROOT, 'dist', 'service', name)], {
        encoding: 'utf8',
      });
    expect(rejected(FLAGS)).toBe('false');
    expect(rejected([...FLAGS, '--no-opt'])).toBe('true');
  });

  it('starts without that code, and with code that was cut off', async () => {
    for (const leave of [0.5, 0]) {
      const kept = path.join(ROOT, 'dist', 'service', 'main.bundle.js.compiled');
      const bytes = readFileSync(kept);
      if (leave === 0) rmSync(kept);
      else writeFileSync(kept, bytes.subarray(0, bytes.length * leave));
      const run = start({ PORT: '0' });
      await untilPrinted(run, '安书已启动');
      run.child.kill('SIGTERM');
      expect(await run.ended).toBe(0);
      writeFileSync(kept, bytes);
    }
  });

  it('finishes what runs, refuses new requests and ends with code 0 when it is told to stop', async () => {
    const port = await freePort();
    const run = start({ PORT: String(port) });
    await untilPrinted(run, '安书已启动');
    const body = JSON.stringify({ instrument: 'protection-order', case: sampleCase(), audience: 'respondent' });
    const answer = await beginRequest(port, body);
    run.child.kill('SIGTERM');
    await untilPrinted(run, '"msg":"stopping"');
    await expect(fetch(`http://127.0.0.1:${port}/v1/instruments`)).rejects.toThrow();
    expect(await answer.finish()).toMatch(/^HTTP\/1\.1 201 /m);
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('"msg":"stopped"');
  });

  it('reads the .env of the folder it is started in; what the environment says goes first', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, '.env'), 'PORT=99999\nPUBLIC_BASE_URL=https://court.example.cn\n');
    const run = start({ PORT: '0' }, folder);
    await untilPrinted(run, 'ruling.pdf\n');
    const url = /安书已启动：(\S+)/.exec(run.output())?.[1] ?? '';
    const openApi = (await (await fetch(`${url}/openapi.json`)).json()) as { servers: unknown };
    expect(openApi.servers).toEqual([{ url: 'https://court.example.cn' }]);
    expect(run.output()).not.toContain('二维码');
  });

  it('lists every problem of its environment and does not start', async () => {
    const run = start({ PORT: '99999', LOG_LEVEL: 'chatty' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*PORT/);
    expect(run.output()).not.toContain('chatty');
  });

  it('names every fault of its own fonts and does not start', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      path.join(folder, 'fonts.json'),
      '{ "fang": { "file": "gone.ttf" }, "hei": { "file": "fonts.json" } }',
    );
    const run = start({ FONTS_DIR: folder });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(
      '安书无法启动：自备字体有误：\n  fang（gone.ttf）：文件不存在或者不可读\n  hei（fonts.json）：不是',
    );
  });

  it('says so when the port is taken or the data folder is in use', async () => {
    const port = await freePort();
    const dataDir = temporaryFolder();
    const first = start({ PORT: String(port), DATA_DIR: dataDir });
    await untilPrinted(first, '安书已启动');
    const samePort = start({ PORT: String(port) });
    expect(await samePort.ended).toBe(1);
    expect(samePort.output()).toContain('无法监听');
    const sameData = start({ PORT: '0', DATA_DIR: dataDir });
    expect(await sameData.ended).toBe(1);
    expect(sameData.output()).toContain('安书无法启动');
  });

  it('names the port that the system chose, on the terminal and in the addresses that documents carry', async () => {
    const run = start({ PORT: '0' });
    await untilPrinted(run, 'ruling.pdf\n');
    const url = /安书已启动：(http:\/\/127\.0\.0\.1:[1-9]\d*)/.exec(run.output())?.[1] ?? '';
    const openApi = (await (await fetch(`${url}/openapi.json`)).json()) as { servers: unknown };
    expect(openApi.servers).toEqual([{ url }]);
    expect(run.output()).toContain(`文书的二维码现指向 ${url}，公众无法打开；正式出具以前请设置 PUBLIC_BASE_URL。`);
  });

  it('warns when it listens beyond this machine, and when the code on papers leads to nobody else', async () => {
    const run = start({ PORT: '0', HOST: '0.0.0.0', PUBLIC_BASE_URL: 'http://127.0.0.1:8080' });
    await untilPrinted(run, '没有身份验证');
    expect(run.output()).toContain('警告');
    await untilPrinted(run, '文书的二维码现指向 http://127.0.0.1:8080，公众无法打开');
  });
});
