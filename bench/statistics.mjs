/** The value that `share` of the values do not pass (nearest rank); NaN of nothing. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] : NaN;
}

export const median = (values) => percentile(values, 0.5);

/**
 * The exponent e of the power law time = c·size^e through the points, by least squares on the logarithms: 1 is linear,
 * 2 is quadratic, 0 does not depend on the size.
 * @param {readonly (readonly [size: number, ms: number])[]} points
 */
export function exponent(points) {
  const logs = points.filter(([, ms]) => ms > 0).map(([size, ms]) => [Math.log(size), Math.log(ms)]);
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const under = logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return over / under;
}
