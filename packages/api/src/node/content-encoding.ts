import type { IncomingMessage } from 'node:http';
import type { Readable, TransformCallback } from 'node:stream';
import { pipeline, Transform } from 'node:stream';
import type { ZlibOptions } from 'node:zlib';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** A body whose compressed data breaks off is handed out as far as it goes, as the platform's fetch does. */
const lenient: ZlibOptions = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(lenient),
  'x-gzip': () => createGunzip(lenient),
  deflate: () => new Inflate(),
  br: () =>
    createBrotliDecompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    }),
};

/** The body of a message without its content encodings; as it is, if one of them is unknown. */
export function decoded(message: IncomingMessage): Readable {
  const field = message.headers['content-encoding'];
  if (!field) return message;
  const codings = field
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim());
  const steps = codings
    .toReversed()
    .map((coding) => (Object.hasOwn(decoders, coding) ? decoders[coding] : undefined));
  let body: Readable = message;
  if (!steps.every((step) => step !== undefined)) return body;
  // An error destroys every stream, and is an event of the last one.
  for (const step of steps) body = pipeline(body, step(), () => {});
  return body;
}

/** Servers send `deflate` with or without the header of zlib; the first byte shows which. */
class Inflate extends Transform {
  #inflate: Transform | undefined;

  override _transform(chunk: Buffer, encoding: BufferEncoding, callback: TransformCallback): void {
    this.#inflate ??= this.#start(((chunk[0] ?? 0) & 0x0f) === 8);
    this.#inflate.write(chunk, encoding, () => callback());
  }

  #start(hasHeader: boolean): Transform {
    const inflate = hasHeader ? createInflate(lenient) : createInflateRaw(lenient);
    inflate.on('data', (data) => this.push(data));
    inflate.on('error', (error) => this.destroy(error));
    return inflate;
  }

  override _flush(callback: TransformCallback): void {
    if (!this.#inflate) return callback();
    this.#inflate.on('end', () => callback());
    this.#inflate.end();
  }
}
