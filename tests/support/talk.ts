import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { createHttpServer } from '../../src/http';
import { createLog } from '../../src/log';
import type { TestService } from './open-service';

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

/** The service behind the server that the product uses, spoken to byte by byte. */
export async function openRawServer(service: TestService, { requestTimeoutMs = 60_000 } = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } });
  const server = createHttpServer({ app: service.app, log, requestTimeoutMs });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    logLines: () => lines.join(''),
    /** Sends bytes and reads the first answer, or nothing when the connection ends without one. */
    talk: (...parts: (string | Buffer)[]) => talk(port, parts),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function talk(port: number, parts: (string | Buffer)[]): Promise<RawAnswer | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    const finish = () => {
      socket.destroy();
      resolve(readAnswer(received)?.answer);
    };
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (readAnswer(received)?.isWhole) finish();
    });
    socket.on('error', finish);
    socket.on('close', finish);
    for (const part of parts) socket.write(part);
  });
}

function readAnswer(received: Buffer): { answer: RawAnswer; isWhole: boolean } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = received.subarray(0, end).toString().split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = received.subarray(end + 4);
  const isWhole = body.length >= Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
  return { answer: { status: Number(first.split(' ')[1]), headers, body: body.toString() }, isWhole };
}
