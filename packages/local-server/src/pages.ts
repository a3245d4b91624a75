import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where a server shows pages. No path of an API begins like this. */
export const pagesPath = '/explorer/';

/** A file of the pages, ready to be sent. */
export interface PageResponse {
  readonly status: 200 | 301;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The pages of a folder. */
export interface Pages {
  /** The response to a GET or HEAD of a path below `pagesPath`; undefined if there is no such page. */
  get(pathname: string, accept: string | undefined): Promise<PageResponse | undefined>;
}

/** The folder has no page; the message is one sentence for the person who named it. */
export class PagesError extends Error {
  override readonly name = 'PagesError';
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What a page cannot say in its own `<meta>` about framing, and what keeps pages of other sites from loading these. Its
 * Content-Security-Policy for everything else is a matter of each page.
 */
const headers = {
  'cache-control': 'no-cache',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Serves the files of a folder by their exact names: a request cannot name any other file. A path that is no
 * file gets `index.html` if a person asks for it, so that a page with views of its own can be reloaded.
 */
export async function openPages(folder: string): Promise<Pages> {
  const index = path.join(folder, 'index.html');
  // Asked first: a folder that was named by mistake may hold the whole disk.
  const isThere = await stat(index).then(
    (file) => file.isFile(),
    () => false,
  );
  if (!isThere) throw new PagesError(`There is no index.html in ${folder}; build the pages first.`);
  let files = await listFiles(folder);

  return {
    async get(pathname, accept = '') {
      if (`${pathname}/` === pagesPath) return movedTo(pagesPath);
      if (!pathname.startsWith(pagesPath)) return undefined;
      const name = pathname.slice(pagesPath.length);
      // The pages may have been built anew since.
      if (!files.has(name) && isFileName(name)) files = await listFiles(folder);
      if (files.has(`${name}/index.html`)) return movedTo(`${pathname}/`);
      const file = files.get(name) ?? files.get(`${name}index.html`);
      const wantsPage = /\btext\/html\b/u.test(accept) && !isFileName(name);
      const found = file ?? (wantsPage ? index : undefined);
      if (found === undefined) return undefined;
      const type = types[path.extname(found)] ?? 'application/octet-stream';
      return { status: 200, headers: { ...headers, 'content-type': type }, body: await readFile(found) };
    },
  };
}

function isFileName(name: string): boolean {
  return /\.\w+$/u.test(name);
}

function movedTo(location: string): PageResponse {
  return { status: 301, headers: { ...headers, location }, body: Buffer.alloc(0) };
}

/** The files below a folder by their names in a URL. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file).split(path.sep).join('/'), file];
      }),
  );
}
