import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { CONFIG_KEYS, readConfig, withPort } from '../../src/config';

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'no error was thrown';
}

describe('configuration from the environment', () => {
  test('starts without a single variable set', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: './data',
      fontsDir: undefined,
      publicBaseUrl: 'http://127.0.0.1:8080',
      logLevel: 'info',
      bodyLimitBytes: 2 * 1024 * 1024,
      uploadLimitBytes: 32 * 1024 * 1024,
      shutdownTimeoutMs: 10_000,
      requestTimeoutMs: 60_000,
      workers: Math.max(2, availableParallelism()),
      queueLimit: 256,
      workTimeLimitMs: 20_000,
    });
  });

  test('takes every variable from the environment, trims it, and drops the trailing slash of the public address', () => {
    const config = readConfig({
      HOST: ' 0.0.0.0 ',
      PORT: '0',
      DATA_DIR: '/srv/安书',
      FONTS_DIR: '/srv/字体',
      PUBLIC_BASE_URL: 'https://court.example.cn/anshu//',
      LOG_LEVEL: 'silent',
      BODY_LIMIT_BYTES: '4096',
      UPLOAD_LIMIT_BYTES: '8192',
      SHUTDOWN_TIMEOUT_MS: '0',
      REQUEST_TIMEOUT_MS: '1500',
      WORKERS: '3',
      QUEUE_LIMIT: '10',
      WORK_TIME_LIMIT_MS: '2500',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/srv/安书',
      fontsDir: '/srv/字体',
      publicBaseUrl: 'https://court.example.cn/anshu',
      logLevel: 'silent',
      bodyLimitBytes: 4096,
      uploadLimitBytes: 8192,
      shutdownTimeoutMs: 0,
      requestTimeoutMs: 1500,
      workers: 3,
      queueLimit: 10,
      workTimeLimitMs: 2500,
    });
  });

  test('derives the public address from host and port, with brackets for IPv6', () => {
    expect(readConfig({ HOST: '::1', PORT: '9000' }).publicBaseUrl).toBe('http://[::1]:9000');
  });

  test('lets a derived public address follow the port that the system chose, and a given one stand', () => {
    expect(withPort(readConfig({ PORT: '0' }), 40123)).toMatchObject({
      port: 40123,
      publicBaseUrl: 'http://127.0.0.1:40123',
    });
    const given = readConfig({ PORT: '0', PUBLIC_BASE_URL: 'https://court.example.cn' });
    expect(withPort(given, 40123).publicBaseUrl).toBe('https://court.example.cn');
  });

  test('treats an empty variable as absent', () => {
    expect(readConfig({ PORT: '', PUBLIC_BASE_URL: ' ' })).toEqual(readConfig({}));
  });

  test('ignores variables it does not know, even when they look like its own', () => {
    expect(readConfig({ ANSHU_PORT: '1', PORTS: 'x', DATA_DIRECTORY: '' })).toEqual(readConfig({}));
  });

  test('cannot be changed after start', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.values(config).every((value) => typeof value !== 'object')).toBe(true);
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
  });

  test('names every wrong variable at once, with its meaning and an example, and repeats no value', () => {
    const env = Object.fromEntries(CONFIG_KEYS.map(({ name }) => [name, 'bad secret value']));
    const message = messageOf(() => readConfig({ ...env, DATA_DIR: 'x\0y', FONTS_DIR: 'x\0y' }));
    for (const { name, what, example } of CONFIG_KEYS) {
      expect(message).toContain(`${name}（${what}）`);
      expect(message).toContain(`例如 ${name}=${example}`);
    }
    expect(message.split('\n')).toHaveLength(CONFIG_KEYS.length + 1);
    expect(message).not.toContain('secret');
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['HOST', 'http://localhost'],
    ['HOST', '-host'],
    ['PUBLIC_BASE_URL', 'ftp://example.cn'],
    ['PUBLIC_BASE_URL', 'example.cn'],
    ['PUBLIC_BASE_URL', 'https://example.cn/?a=1'],
    ['PUBLIC_BASE_URL', 'https://example.cn/#'],
    ['PUBLIC_BASE_URL', 'https://user:word@example.cn'],
    ['LOG_LEVEL', 'INFO'],
    ['BODY_LIMIT_BYTES', '1023'],
    ['BODY_LIMIT_BYTES', '2MB'],
    ['UPLOAD_LIMIT_BYTES', '9999999999'],
    ['SHUTDOWN_TIMEOUT_MS', '600001'],
    ['REQUEST_TIMEOUT_MS', '0'],
  ])('refuses %s=%s and blames nothing else', (name, value) => {
    const lines = messageOf(() => readConfig({ [name]: value })).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^ {2}${name}（`));
  });

  test('accepts the example that each message gives', () => {
    for (const { name, example } of CONFIG_KEYS) expect(() => readConfig({ [name]: example })).not.toThrow();
  });
});

describe('.env.example', () => {
  const file = readFileSync(path.join(__dirname, '../../.env.example'), 'utf8');
  const sections = file.trim().split('\n\n').slice(1);

  test('describes exactly the variables the service reads, with their defaults', () => {
    const expected = CONFIG_KEYS.map(({ name, what, rule, default: value, example }) =>
      [`# ${what}`, `# ${rule}`, value === undefined ? `# ${name}=${example}` : `${name}=${value}`].join('\n'),
    );
    expect(sections).toEqual(expected);
  });

  test('used as it is, changes nothing', () => {
    const lines = file.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
    const env = Object.fromEntries(lines.map((line) => line.split('=', 2)));
    expect(Object.keys(env)).toHaveLength(CONFIG_KEYS.length - 2);
    expect(readConfig(env)).toEqual(readConfig({}));
  });
});
