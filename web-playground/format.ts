// Numbers for the eye: counts, sizes, times.

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

export function formatItems(count: number): string {
  return count === 1 ? "1 item" : `${formatCount(count)} items`;
}

export function formatBytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1e6) return `${(size / 1e3).toFixed(1)} KB`;
  return `${(size / 1e6).toFixed(1)} MB`;
}

/** Browsers round their clock to a tenth of a millisecond. */
export function formatMilliseconds(time: number): string {
  if (time < 0.1) return "< 0.1 ms";
  return time < 100 ? `${time.toFixed(1)} ms` : `${Math.round(time)} ms`;
}

export function formatTime(at: Date): string {
  return at.toLocaleTimeString("en-GB");
}
