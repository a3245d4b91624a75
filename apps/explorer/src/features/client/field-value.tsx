import type { ReactNode } from 'react';

import { CopyButton } from '../../shared/copy-button.tsx';
import { formatMoment } from '../../shared/format.ts';
import { Logo } from '../../shared/logo.tsx';
import { SafeLink } from '../../shared/safe-link.tsx';
import { safeLogo } from '../../shared/safe-url.ts';
import { Text } from '../../shared/text.tsx';
import { Secret } from './secret.tsx';

/** A value as its kind is best read. Whatever a server sends in its place is shown as text. */
export function FieldValue({ name, value }: { name: string; value: unknown }): ReactNode {
  if (value === null) return <span className="absent">none</span>;
  if (Array.isArray(value)) return <Items name={name} items={value} />;
  if (typeof value === 'boolean') {
    return <span className={value ? 'tag tag-good' : 'tag tag-off'}>{value ? 'yes' : 'no'}</span>;
  }
  if (typeof value !== 'string') return <Text>{JSON.stringify(value)}</Text>;
  if (/secret/iu.test(name)) return <Secret value={value} />;
  if (name === 'logo') return <LogoValue logo={value} />;
  if (name.endsWith('_url')) return <SafeLink url={value} />;
  if (name.endsWith('_on')) return <Moment date={value} />;
  return (
    <>
      <Text>{value}</Text> {/_?id$|_by$/u.test(name) && <CopyButton text={value} label={name} />}
    </>
  );
}

function Items({ name, items }: { name: string; items: readonly unknown[] }): ReactNode {
  if (items.length === 0) return <span className="absent">none</span>;
  return (
    <ul>
      {items.map((item, index) => (
        <li key={index}>
          {typeof item === 'string' && /_uris$|_origins$/u.test(name) ? (
            <>
              <Text>{item}</Text> <CopyButton text={item} label={`${name} ${index + 1}`} />
            </>
          ) : (
            <Text>{typeof item === 'string' ? item : JSON.stringify(item)}</Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function LogoValue({ logo }: { logo: string }): ReactNode {
  if (safeLogo(logo) === undefined) return <Text>{logo.slice(0, 200)}</Text>;
  const kilobytes = (logo.length * 3) / 4 / 1000;
  return (
    <span className="logo-value">
      <Logo logo={logo} name="?" />
      {logo.slice('data:'.length, logo.indexOf(';'))}, {kilobytes.toFixed(1)} kB
    </span>
  );
}

function Moment({ date }: { date: string }): ReactNode {
  return (
    <>
      <time dateTime={date}>{formatMoment(date)}</time>
      <small className="exact">
        <Text>{date}</Text>
      </small>
    </>
  );
}
