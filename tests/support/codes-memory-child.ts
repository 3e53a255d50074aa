/**
 * Reads one code many times in a process of its own and prints how many bytes each reading leaves behind when all garbage
 * is collected: node --expose-gc -r typescript-hook.cjs codes-memory-child.ts
 */
import { qrPng } from '../../src/layout/qr-image';
import { createBudget } from '../../src/leak-check/budget';
import { readCodes } from '../../src/leak-check/pictures/codes';

const WARM_UP = 500;
const MEASURED = 1500;

async function measure(): Promise<number> {
  const file = await qrPng('https://anshu.example.cn/v/AS20261121-00000-SAMPLE-00');
  const read = async (count: number) => {
    for (let done = 0; done < count; done += 1) await readCodes({ carrier: 'picture', file }, createBudget());
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = await read(WARM_UP);
  return ((await read(MEASURED)) - before) / MEASURED;
}

measure().then((bytes) => console.log(Math.round(bytes)));
