/** Where the network's weights lie in the kernel's memory. */
import type { Memory } from './memory';
import { OUTPUTS, type NetworkWeights, type Scaled } from './network';

/** Addresses; of pairs the forward direction's first. */
export interface Layout {
  readonly recurrences: readonly number[];
  readonly outputs: readonly number[];
  /** What a word's vector is multiplied with, in 16 bits: its fixed and its own part. */
  readonly fixedInputs: readonly number[];
  readonly ownInputs: readonly number[];
  /** Of both directions, one after the other: what codes are multiplied with, and biases. */
  readonly codeInputs: number;
  /** The codes' rows, as floats. */
  readonly codes: number;
  readonly biases: number;
  /** Working space. */
  readonly vector: number;
  readonly state: number;
  readonly gates: number;
}

const FLOAT = 4;
const HALF = 2;

/** Puts the weights into the kernel's memory. */
export function lay(weights: NetworkWeights, memory: Memory): Layout {
  const { hidden: H, fixed, own, code, inputs, biases, recurrences, outputs, codes } = weights;
  const { kernel } = memory;
  const D = fixed + own + code;
  /** Puts integers behind all that stays, and makes room for floats of them; the addresses of both. */
  const behind = ({ values }: Scaled): readonly [number, number] => {
    const at = memory.end;
    const floats = at + Math.ceil((values.length * HALF) / FLOAT) * FLOAT;
    kernel.reserve(floats + values.length * FLOAT);
    kernel.views().halves.set(values, at / HALF);
    return [at, floats];
  };
  /** Some columns of a matrix, as `dots` reads it. */
  const put = (matrix: Scaled, width: number, from: number, cols: number): number => {
    const out = memory.take(3 * H * cols * HALF);
    const [at] = behind(matrix);
    kernel.pack(at + from * HALF, 3 * H, cols / 2, width / 2, out);
    return out;
  };
  const putFloats = (parts: readonly Scaled[]): number => {
    const out = memory.take(2 * 3 * H * FLOAT);
    parts.forEach((part, i) => {
      const [at] = behind(part);
      kernel.floatsOf(3 * H, at, part.scale, out + i * 3 * H * FLOAT);
    });
    return out;
  };
  const codeInputs = memory.take(6 * H * code * FLOAT);
  inputs.forEach((matrix, i) => {
    const [at, floats] = behind(matrix);
    kernel.floatsOf(matrix.values.length, at, matrix.scale, floats);
    kernel.pack(floats + (fixed + own) * FLOAT, 3 * H, code, D, codeInputs + i * 3 * H * code * FLOAT);
  });
  const putRows = (part: Scaled): number => {
    const out = memory.take(part.values.length * FLOAT);
    const [at] = behind(part);
    kernel.floatsOf(part.values.length, at, part.scale, out);
    return out;
  };
  const putByUnit = ({ values, scale }: Scaled): number => {
    const at = memory.take(values.length * FLOAT);
    const out = kernel.views().floats;
    for (let k = 0, o = at / FLOAT; k < H; k++) for (let l = 0; l < OUTPUTS; l++) out[o++] = values[l * H + k] * scale;
    return at;
  };
  return {
    recurrences: recurrences.map((U) => put(U, H, 0, H)),
    outputs: outputs.map(putByUnit),
    fixedInputs: inputs.map((W) => put(W, D, 0, fixed)),
    ownInputs: inputs.map((W) => put(W, D, fixed, own)),
    codeInputs,
    codes: putRows(codes),
    biases: putFloats(biases),
    vector: memory.take(Math.max(HALF * (fixed + own), FLOAT * code)),
    state: memory.take(1.5 * H * FLOAT),
    gates: memory.take(3 * H * FLOAT),
  };
}
