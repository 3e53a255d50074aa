/**
 * `npm run bundle`: writes dist/service, which `npm start` starts, so that the first document does not wait for a thousand
 * files to be found, read and compiled.
 */
import path from 'node:path';
import { reasonOf, runProgram } from '../run-program';
import { bundleService, recordService } from './bundle-service';

async function main(): Promise<void> {
  const places = { root: process.cwd(), out: path.resolve('dist', 'service') };
  await bundleService(places);
  await recordService(places).catch((error: unknown) => {
    console.error(`未能预先编译，不影响使用，启动约慢四分之一秒：${reasonOf(error)}`);
  });
}

runProgram(main);
