import { withType, type Answer } from './answer.ts';
import { Body } from './body.ts';

const TITLES: Readonly<Record<number, string>> = {
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Timeout',
};

/** The page of a web server when the service behind it is gone. */
export function htmlPage(status: number): Answer {
  const title = `${status} ${TITLES[status] ?? TITLES[502]}`;
  const body = new Body(
    'text/html',
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  );
  return { status, headers: withType(body, []), body };
}
