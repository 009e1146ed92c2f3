export interface Sample {
  devices: number;
  buyers: number;
}

/**
 * How sure it is that b sells to a larger share of its devices than a does, 0 to 1: a one-sided two-proportion z-test
 * with the pooled share. Null while it says nothing: an arm without devices, or nobody or everybody bought. Also below
 * five buyers or five others in an arm, where the normal curve is no picture of the counts.
 */
export function confidence(a: Sample, b: Sample): number | null {
  if ([a, b].some(({ devices, buyers }) => buyers < 5 || devices - buyers < 5)) return null;
  const pooled = (a.buyers + b.buyers) / (a.devices + b.devices);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.devices + 1 / b.devices));
  return normal((b.buyers / b.devices - a.buyers / a.devices) / deviation);
}

/** The share of a normal distribution below z; Abramowitz and Stegun 26.2.17, wrong by less than 0.0000001. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - above : above;
}
