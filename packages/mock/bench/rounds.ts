import { answerOf } from './answer.ts';
import { load } from './load.ts';
import { median } from './median.ts';
import { list, single } from './paths.ts';
import { baseline, few, many, withServer, type Contender } from './servers.ts';

const ROUNDS = 7;
const WARM_UP = 500;
const REQUESTS = 3000;
export const AT_ONCE = 50;

/** What one start of a server shows, or the medians of all. */
export interface Sample {
  /** From the start of the process to its first answer, which is one client. */
  readonly startMs: number;
  /** From the start of the process to the end of the list of all clients, asked for next. */
  readonly listMs: number;
  /** Before any load, the list sent once. */
  readonly idleRssMb: number;
  readonly perSecond: number;
  /** After the load. */
  readonly rssMb: number;
}

export interface Rounds {
  readonly baseline: Sample;
  readonly few: Sample;
  readonly many: Sample;
}

async function sample(contender: Contender): Promise<Sample> {
  return withServer(contender, single, async ({ url, begin, startMs, rssMb }) => {
    if ((await answerOf(url + list)) !== 200) throw new Error(`${contender.name} has no list`);
    const listMs = performance.now() - begin;
    const idleRssMb = await rssMb();
    await load(url, [single], WARM_UP, AT_ONCE);
    const { perSecond, errors } = await load(url, [single], REQUESTS, AT_ONCE);
    if (errors > 0) throw new Error(`${contender.name}: ${errors} errors`);
    return { startMs, listMs, idleRssMb, perSecond, rssMb: await rssMb() };
  });
}

/** Every contender in every round, each time another one first. */
export async function measureRounds(): Promise<Rounds> {
  const contenders = [
    { contender: baseline, samples: new Array<Sample>() },
    { contender: few, samples: new Array<Sample>() },
    { contender: many, samples: new Array<Sample>() },
  ] as const;
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % contenders.length;
    for (const { contender, samples } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      samples.push(await sample(contender));
    }
  }
  const [base, ten, tenThousand] = contenders;
  return {
    baseline: middle(base.samples),
    few: middle(ten.samples),
    many: middle(tenThousand.samples),
  };
}

function middle(samples: readonly Sample[]): Sample {
  const of = (figure: keyof Sample): number => median(samples.map((each) => each[figure]));
  return {
    startMs: of('startMs'),
    listMs: of('listMs'),
    idleRssMb: of('idleRssMb'),
    perSecond: of('perSecond'),
    rssMb: of('rssMb'),
  };
}
