/** What the gates of the recurrent layer compute, in the editor and in training alike; see `squash` in ../plain.ts. */

export function squash(x: v128): v128 {
  const c = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-3)), f32x4.splat(3));
  const s = f32x4.mul(c, c);
  return f32x4.div(
    f32x4.mul(c, f32x4.add(f32x4.splat(27), s)),
    f32x4.add(f32x4.splat(27), f32x4.mul(f32x4.splat(9), s)),
  );
}

export function gate(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, squash(f32x4.mul(x, half))));
}
