import { Router } from 'express';
import multer from 'multer';
import { AppError } from '../../errors';
import { checkFile } from '../../pipeline';
import { busyUntil } from '../../workers';
import type { HttpDeps } from '../deps';
import { watchClient } from '../order';

const MAX_FIELDS = 60;
/** Half a gigabyte at the usual limit for one: files are held in memory from their first byte to the answer. */
const MAX_FILES_IN_MEMORY = 16;
const RETRY_AFTER_SECONDS = 5;

/** Papers from anywhere, searched for an address that must not stand in them. Nothing is kept or logged. */
export function leakCheckRoutes({ pipeline, limits }: HttpDeps): Router {
  const router = Router();
  let filesInMemory = 0;
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: {
      ...{ fileSize: limits.uploadLimit, files: 1, fields: MAX_FIELDS, parts: MAX_FIELDS + 1 },
      ...{ fieldSize: 16 * 1024, fieldNameSize: 64, headerPairs: 50 },
    },
    defParamCharset: 'utf8',
  });

  router.post('/leak-checks', (request, response, next) => {
    if (!request.is('multipart/form-data')) {
      const detail = 'Content-Type 应为 multipart/form-data';
      throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'unsupported content type', { detail });
    }
    // Better said before twenty megabytes than after them.
    pipeline.workers.refuseWhenFull('check');
    if (filesInMemory >= MAX_FILES_IN_MEMORY) throw busyUntil(RETRY_AFTER_SECONDS);
    filesInMemory += 1;
    response.once('close', () => {
      filesInMemory -= 1;
    });
    next();
  });

  router.post('/leak-checks', upload.single('file'), async (request, response) => {
    const { file } = request;
    if (file === undefined) {
      const detail = '请用“file”上传一个 PDF 或者 DOCX 文件';
      throw new AppError('MALFORMED_REQUEST', 'multipart without a file', { detail });
    }
    const wanted = { bytes: file.buffer, fields: { ...request.body } };
    const order = { lane: 'check' as const, signal: watchClient(response) };
    const { pictures, ...check } = await checkFile(pipeline, wanted, order);
    response.json({ ...check, notices: noticesOf(pictures) });
  });

  return router;
}

/** What the check cannot know, said with every answer that it concerns. */
function noticesOf(pictures: number) {
  if (pictures === 0) return [];
  const detail = `文件中有 ${pictures} 幅图片：其中的二维码和条形码已经识读，图片里的文字没有识别，请人工查看`;
  return [{ pointer: '', code: 'WORDS_IN_PICTURES', detail }];
}
