import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the process needs to know from outside. Flat and frozen; only `main.ts` passes `process.env` in. */
export type Config = Readonly<{
  host: string;
  /** 0 lets the system choose a free port. */
  port: number;
  dataDir: string;
  /** Folder of the operator's own fonts and their `fonts.json`; undefined for the bundled fonts alone. */
  fontsDir: string | undefined;
  /** http(s) URL without a trailing slash; printed in QR codes, so it must be what readers can reach. */
  publicBaseUrl: string;
  logLevel: (typeof LOG_LEVELS)[number];
  bodyLimitBytes: number;
  uploadLimitBytes: number;
  shutdownTimeoutMs: number;
  requestTimeoutMs: number;
  /** Threads that write and check files. */
  workers: number;
  /** How many requests may wait for a worker, in each lane. */
  queueLimit: number;
  /** The longest that one file may take. */
  workTimeLimitMs: number;
}>;

/** The smallest and the largest value of each number. */
const RANGES = {
  PORT: [0, 65535],
  BODY_LIMIT_BYTES: [1024, 67108864],
  UPLOAD_LIMIT_BYTES: [1024, 1073741824],
  SHUTDOWN_TIMEOUT_MS: [0, 600000],
  REQUEST_TIMEOUT_MS: [1000, 600000],
  WORKERS: [0, 64],
  QUEUE_LIMIT: [1, 10000],
  WORK_TIME_LIMIT_MS: [1000, 600000],
} as const;

function rangeOf(name: keyof typeof RANGES): string {
  const [min, max] = RANGES[name];
  return `应为 ${min} 至 ${max} 的整数`;
}

/** One variable of the environment, as `.env.example` and the error messages present it. */
type ConfigKey = {
  name: string;
  /** What it is, in Chinese. */
  what: string;
  /** What a value must look like, in Chinese. */
  rule: string;
  /** Used when the variable is absent or empty; undefined when it is derived from the others. */
  default: string | undefined;
  example: string;
};

/** Every variable the service reads. `.env.example` is compared with this table by a test. */
export const CONFIG_KEYS = [
  { name: 'HOST', what: '监听地址', rule: '应为 IP 地址或主机名', default: '127.0.0.1', example: '0.0.0.0' },
  {
    name: 'PORT',
    what: '监听端口',
    rule: `${rangeOf('PORT')}，0 表示由系统分配`,
    default: '8080',
    example: '8080',
  },
  {
    name: 'DATA_DIR',
    what: '数据目录，存放文书登记簿',
    rule: '应为本机磁盘上可读写的目录，不得由两个进程同时使用',
    default: './data',
    example: '/var/lib/anshu',
  },
  {
    name: 'FONTS_DIR',
    what: '自备字体目录，存放本单位有权使用的字体和 fonts.json',
    rule: '应为可读的目录；不填时只用随附字体',
    default: undefined,
    example: '/etc/anshu/fonts',
  },
  {
    name: 'PUBLIC_BASE_URL',
    what: '对外访问地址，印入文书二维码',
    rule: '应为 http 或 https 地址，不带账号、查询参数和锚点；不填时由 HOST 和 PORT 得出',
    default: undefined,
    example: 'https://anshu.example.cn',
  },
  { name: 'LOG_LEVEL', what: '日志级别', rule: `应为 ${LOG_LEVELS.join('、')} 之一`, default: 'info', example: 'warn' },
  {
    name: 'BODY_LIMIT_BYTES',
    what: '案件数据的上限（字节），JSON 请求体和上传的 JSON 文件相同',
    rule: rangeOf('BODY_LIMIT_BYTES'),
    default: '2097152',
    example: '2097152',
  },
  {
    name: 'UPLOAD_LIMIT_BYTES',
    what: '送交泄露检查的文件的上限（字节）',
    rule: rangeOf('UPLOAD_LIMIT_BYTES'),
    default: '33554432',
    example: '33554432',
  },
  {
    name: 'SHUTDOWN_TIMEOUT_MS',
    what: '停止服务时等待未完成请求的最长时间（毫秒）',
    rule: rangeOf('SHUTDOWN_TIMEOUT_MS'),
    default: '10000',
    example: '10000',
  },
  {
    name: 'REQUEST_TIMEOUT_MS',
    what: '接收一个完整请求的最长时间（毫秒）',
    rule: rangeOf('REQUEST_TIMEOUT_MS'),
    default: '60000',
    example: '60000',
  },
  {
    name: 'WORKERS',
    what: '制作和检查文件的线程数',
    rule: `${rangeOf('WORKERS')}，0 表示按处理器核数（至少 2 个）`,
    default: '0',
    example: '4',
  },
  {
    name: 'QUEUE_LIMIT',
    what: '排队等候的请求数上限，超过时答复 429',
    rule: `${rangeOf('QUEUE_LIMIT')}；普通请求与批量请求各自计数`,
    default: '256',
    example: '256',
  },
  {
    name: 'WORK_TIME_LIMIT_MS',
    what: '制作或者检查一份文件的最长时间（毫秒）',
    rule: rangeOf('WORK_TIME_LIMIT_MS'),
    default: '20000',
    example: '20000',
  },
] as const satisfies readonly ConfigKey[];

type KeyName = (typeof CONFIG_KEYS)[number]['name'];

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i;

const host = z.string().refine((value) => isIP(value) !== 0 || HOST_NAME.test(value));

/** Plain decimal digits only: `1e3`, `0x10` and `8080px` are mistakes, not numbers. */
function wholeNumber(name: keyof typeof RANGES) {
  const [min, max] = RANGES[name];
  return z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
}

const directory = z.string().refine((value) => value.trim() !== '' && !value.includes('\0'));

const baseUrl = z
  .string()
  .refine(isBaseUrl)
  .transform((value) => new URL(value).href.replace(/\/+$/, ''));

/** `?` and `#` are looked for in the text, because URL drops an empty query or fragment silently. */
function isBaseUrl(value: string): boolean {
  if (!URL.canParse(value) || /[?#]/.test(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}

const environmentShape = {
  HOST: host,
  PORT: wholeNumber('PORT'),
  DATA_DIR: directory,
  FONTS_DIR: directory.optional(),
  PUBLIC_BASE_URL: baseUrl.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS),
  BODY_LIMIT_BYTES: wholeNumber('BODY_LIMIT_BYTES'),
  UPLOAD_LIMIT_BYTES: wholeNumber('UPLOAD_LIMIT_BYTES'),
  SHUTDOWN_TIMEOUT_MS: wholeNumber('SHUTDOWN_TIMEOUT_MS'),
  REQUEST_TIMEOUT_MS: wholeNumber('REQUEST_TIMEOUT_MS'),
  WORKERS: wholeNumber('WORKERS'),
  QUEUE_LIMIT: wholeNumber('QUEUE_LIMIT'),
  WORK_TIME_LIMIT_MS: wholeNumber('WORK_TIME_LIMIT_MS'),
} satisfies Record<KeyName, z.ZodType>;

const environment = z.object(environmentShape);

/**
 * Reads the environment once. An absent or empty variable takes its default; unknown variables are ignored.
 * @returns a frozen Config
 * @throws Error with one line per wrong variable: its name, what it is, the rule and an example. Never the value.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(CONFIG_KEYS.map((key) => [key.name, env[key.name]?.trim() || key.default]));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(problemText(parsed.error.issues.map((issue) => String(issue.path[0]))));
  const { data } = parsed;
  return Object.freeze({
    host: data.HOST,
    port: data.PORT,
    dataDir: data.DATA_DIR,
    fontsDir: data.FONTS_DIR,
    publicBaseUrl: data.PUBLIC_BASE_URL ?? addressOf(data.HOST, data.PORT),
    logLevel: data.LOG_LEVEL,
    bodyLimitBytes: data.BODY_LIMIT_BYTES,
    uploadLimitBytes: data.UPLOAD_LIMIT_BYTES,
    shutdownTimeoutMs: data.SHUTDOWN_TIMEOUT_MS,
    requestTimeoutMs: data.REQUEST_TIMEOUT_MS,
    workers: data.WORKERS || Math.max(2, availableParallelism()),
    queueLimit: data.QUEUE_LIMIT,
    workTimeLimitMs: data.WORK_TIME_LIMIT_MS,
  });
}

/** The same with the port that the system chose; a public address that was derived from the port follows it. */
export function withPort(config: Config, port: number): Config {
  const isDerived = config.publicBaseUrl === addressOf(config.host, config.port);
  return Object.freeze({ ...config, port, ...(isDerived ? { publicBaseUrl: addressOf(config.host, port) } : {}) });
}

/** Where a service listens, as a URL; an IPv6 address in brackets. */
export function addressOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function problemText(wrongNames: string[]): string {
  const lines = CONFIG_KEYS.filter((key) => wrongNames.includes(key.name)).map(
    ({ name, what, rule, example }) => `  ${name}（${what}）：${rule}，例如 ${name}=${example}`,
  );
  return ['环境变量有误，服务不能启动：', ...lines].join('\n');
}
