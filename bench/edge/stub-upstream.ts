/**
 * An OCR API in a process of its own that reads the whole body and answers with the documents' examples.
 * Prints its port. Run by the other benchmarks.
 */
import { createServer } from 'node:http';
import { DOCUMENTED } from '#src/edge/testing/upstream.node.ts';

const MY = JSON.stringify(DOCUMENTED.my);
const PK = JSON.stringify(DOCUMENTED.pk);

const server = createServer((request, response) => {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.on('end', () => {
    const body = request.url?.includes('/pk_ocr/') ? PK : MY;
    response.writeHead(bytes > 0 ? 200 : 400, { 'content-type': 'application/json' }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
