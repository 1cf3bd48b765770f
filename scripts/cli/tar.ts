import { gzipSync } from 'node:zlib';

/** A file to pack; `mode` is that of Unix. */
export interface TarFile {
  readonly path: string;
  readonly text: string;
  readonly mode: 0o644 | 0o755;
}

const BLOCK = 512;
/** The time that npm gives every packed file too: the same content gives the same bytes. */
const TIME = Date.UTC(1985, 9, 26, 8, 15) / 1000;

/**
 * A gzipped tar archive in the ustar format, as npm installs packages from. Written here, since the machine
 * that builds the site need not have npm, and npm's own archive would hold this machine's names.
 */
export function tarball(files: readonly TarFile[]): Uint8Array {
  const blocks = files.flatMap((file) => {
    const content = Buffer.from(file.text, 'utf8');
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [header(file, content.length), content, padding];
  });
  // Two empty blocks end an archive.
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
}

function header({ path, mode }: TarFile, size: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new RangeError(`${path} is longer than a tar header takes`);
  const block = Buffer.alloc(BLOCK);
  const put = (text: string, at: number): void => {
    block.write(text, at, 'utf8');
  };
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  put(path, 0);
  put(octal(mode, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(TIME, 11), 136);
  // The checksum counts itself as blanks.
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\0', 257);
  put('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
