/** The value below which a share `q` (0–1) of the sorted values lies, linearly interpolated; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

/** Rounded for a report: `digits` after the point. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
