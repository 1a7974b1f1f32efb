import { formatNumber } from './format';

/** As people say it: whole kilobytes, and megabytes with one decimal. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), 0)} kB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
