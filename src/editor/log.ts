import * as vscode from 'vscode';

/** The output channel "According To", for what somebody who looks for trouble wants to read. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error: unknown): void;
  show(): void;
}

/** Opens the channel; it shows itself to nobody who does not ask. */
export function openLog(subscriptions: vscode.Disposable[]): Log {
  const channel = vscode.window.createOutputChannel('According To', { log: true });
  subscriptions.push(channel);
  return {
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error(message, error) {
      channel.error(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
    show: () => channel.show(true),
  };
}
