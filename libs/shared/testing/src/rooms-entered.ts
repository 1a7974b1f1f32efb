import { Session } from 'node:inspector/promises';

// Of what is shared only what writes, decides and logs: handles, SQL, the clock and pure functions lead nowhere else.
const SHARED = 'shared/api/src/(?:security/authorized-writes|workflow/.*|idempotency/.*|audit/audit-log.*)';
const ROOM = new RegExp(`/libs/(${SHARED}|(?!shared/)[\\w-]+/api/src/.*)\\.ts$`);

/** The server files of which something runs while the work is done, as V8 counts calls. */
export async function roomsEntered(work: () => Promise<unknown>): Promise<string[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    // What ran before does not count.
    await session.post('Profiler.takePreciseCoverage');
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ functions }) => functions.some(({ functionName, ranges }) => functionName !== '' && ranges[0]?.count))
      .flatMap(({ url }) => ROOM.exec(url)?.[1] ?? [])
      .filter((file) => !file.includes('/testing/') && !file.endsWith('.spec'))
      .sort();
  } finally {
    session.disconnect();
  }
}
