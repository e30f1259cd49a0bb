/** Goes into the bundles, see data.cjs: the bytes that base64 spells. */
export function bytesOf(base64) {
  // ten times as quick, where the host has it
  if (typeof Buffer === 'function') return Buffer.from(base64, 'base64');
  /* global atob */
  const units = atob(base64);
  const bytes = new Uint8Array(units.length);
  for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
  return bytes;
}
