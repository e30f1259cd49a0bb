/** The bytes that base64 spells: how data files stand in the bundle. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // ten times as quick, where the host has it
  const host = globalThis as { Buffer?: { from(text: string, encoding: 'base64'): Uint8Array<ArrayBuffer> } };
  if (host.Buffer) return host.Buffer.from(text, 'base64');
  const units = atob(text);
  const bytes = new Uint8Array(units.length);
  for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
  return bytes;
}
