import type { ReactNode } from 'react';

import { seconds } from '../../shared/format.ts';
import { Text } from '../../shared/text.tsx';
import { useCountdown } from '../../shared/use-countdown.ts';
import type { Pause } from './request-log.ts';
import { useRequestLog } from './use-request-log.ts';

const reasons: Readonly<Record<Pause['reason'], string>> = {
  retry: 'A request failed and is sent again',
  refused: 'The server limits the rate of requests; the next one is sent',
  spaced: 'The rate limit is nearly used up; requests are sent one by one, the next one',
};

/** A line at the bottom of the window while the client waits, and what it warns of. */
export function Activity(): ReactNode {
  const { pause, warnings } = useRequestLog();
  const left = useCountdown(pause?.until);
  return (
    <div className="activity" role="status">
      {pause && left > 0 && (
        <p>
          {reasons[pause.reason]} in {seconds(left)}.
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="warning">
          <Text>{warning}</Text>
        </p>
      ))}
    </div>
  );
}
