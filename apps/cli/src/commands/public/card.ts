import type { PublicClientInfo } from '@docspace-oauth/api';
import type { ConsentLine } from '@docspace-oauth/audit/consent';
import type { Paint } from '@docspace-oauth/terminal/color';
import { oneLine } from '@docspace-oauth/terminal/value';
import { cut, pad, widest } from '@docspace-oauth/terminal/width';

const LONGEST = 300;
/** A bar on the left only: one on the right would be torn apart by a right-to-left name. */
const BAR = '│ ';

/** The consent screen in words. Only what a portal tells anyone is in it. */
export function cardLines(
  client: PublicClientInfo,
  consents: readonly ConsentLine[],
  paint: Paint,
): string[] {
  const width = widest(consents.map(({ what }) => what));
  const consent =
    consents.length === 0
      ? ['asks for nothing.']
      : [
          'asks for access to:',
          ...consents.map(({ what, access }) => `  ${pad(what, width)}  ${access.join(' and ')}`.trimEnd()),
        ];
  const facts: readonly (readonly [string, string])[] = [
    ['Website', oneLine(client.website_url)],
    ['Terms of service', oneLine(client.terms_url)],
    ['Privacy policy', oneLine(client.policy_url)],
    ['Logo', oneLine(client.logo)],
    ['Offered to', client.is_public ? 'users of every portal' : 'users of its own portal'],
  ];
  const labels = widest(facts.map(([label]) => label));
  const lines = [
    paint('bold', oneLine(client.name)),
    ...(client.description ? [oneLine(client.description)] : []),
    '',
    ...consent,
    '',
    ...facts.map(([label, value]) => `${pad(label, labels)}  ${value}`),
  ];
  return lines.map((line) => `${BAR}${cut(line, LONGEST)}`.trimEnd());
}
