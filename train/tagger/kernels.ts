/** Small dense products, four rows or four steps at a time. */

/** out[oo …] += W · x[xo …], W being `rows` × `cols` from `wo`, row-major, `rows` a multiple of four. */
export function addProduct(
  W: Float64Array,
  wo: number,
  rows: number,
  cols: number,
  x: Float64Array,
  xo: number,
  out: Float64Array,
  oo: number,
): void {
  for (let r = 0; r < rows; r += 4) {
    const a = wo + r * cols;
    const b = a + cols;
    const c = b + cols;
    const d = c + cols;
    let p = 0;
    let q = 0;
    let s = 0;
    let t = 0;
    for (let e = 0; e < cols; e++) {
      const v = x[xo + e];
      p += W[a + e] * v;
      q += W[b + e] * v;
      s += W[c + e] * v;
      t += W[d + e] * v;
    }
    out[oo + r] += p;
    out[oo + r + 1] += q;
    out[oo + r + 2] += s;
    out[oo + r + 3] += t;
  }
}

/** out[oo …] += Wᵀ · g[go …]. */
export function addTransposed(
  W: Float64Array,
  wo: number,
  rows: number,
  cols: number,
  g: Float64Array,
  go: number,
  out: Float64Array,
  oo: number,
): void {
  for (let r = 0; r < rows; r += 4) {
    const a = wo + r * cols;
    const b = a + cols;
    const c = b + cols;
    const d = c + cols;
    const p = g[go + r];
    const q = g[go + r + 1];
    const s = g[go + r + 2];
    const t = g[go + r + 3];
    for (let e = 0; e < cols; e++) out[oo + e] += W[a + e] * p + W[b + e] * q + W[c + e] * s + W[d + e] * t;
  }
}

/** G (rows × cols) += Σ over steps of g[step] ⊗ x[step]; step s of g is at s × rows, of x at first + s × stride. */
export function addOuter(
  G: Float64Array,
  wo: number,
  rows: number,
  cols: number,
  g: Float64Array,
  x: Float64Array,
  first: number,
  stride: number,
  steps: number,
): void {
  let s = 0;
  for (; s + 4 <= steps; s += 4) {
    const x0 = first + s * stride;
    const x1 = x0 + stride;
    const x2 = x1 + stride;
    const x3 = x2 + stride;
    const g0 = s * rows;
    const g1 = g0 + rows;
    const g2 = g1 + rows;
    const g3 = g2 + rows;
    for (let r = 0; r < rows; r++) {
      const p = g[g0 + r];
      const q = g[g1 + r];
      const u = g[g2 + r];
      const v = g[g3 + r];
      const o = wo + r * cols;
      for (let e = 0; e < cols; e++) G[o + e] += p * x[x0 + e] + q * x[x1 + e] + u * x[x2 + e] + v * x[x3 + e];
    }
  }
  for (; s < steps; s++) {
    const xo = first + s * stride;
    for (let r = 0; r < rows; r++) {
      const p = g[s * rows + r];
      const o = wo + r * cols;
      for (let e = 0; e < cols; e++) G[o + e] += p * x[xo + e];
    }
  }
}
