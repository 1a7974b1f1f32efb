import { readFileSync } from 'node:fs';

/** What a process has used until now. */
export interface ProcessUsage {
  readonly cpuMilliseconds: number;
  readonly residentKibibytes: number;
}

// Linux counts CPU time for programs in hundredths of a second (USER_HZ), and memory in pages.
const MS_A_TICK = 10;
const KIBIBYTES_A_PAGE = 4;
/** Places in /proc/PID/stat behind the command's name, which may hold anything (proc_pid_stat(5): 14, 15 and 24). */
const [USER_TIME, SYSTEM_TIME, RESIDENT] = [11, 12, 21] as const;

/** Null where it cannot be known: the process has ended, or the system has no /proc. */
export function usageOf(pid: number): ProcessUsage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, resident = 0] = [fields[USER_TIME], fields[SYSTEM_TIME], fields[RESIDENT]];
    return { cpuMilliseconds: (user + system) * MS_A_TICK, residentKibibytes: resident * KIBIBYTES_A_PAGE };
  } catch {
    return null;
  }
}
