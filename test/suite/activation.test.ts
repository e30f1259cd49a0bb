import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, closeAll, until } from './desk';

describe('the extension in VS Code', () => {
  // An untitled document that stays open lends its text to a later one of the same name.
  afterEach(closeAll);

  it('is there under its own name', () => {
    assert.ok(vscode.extensions.getExtension('according-to.according-to'));
  });

  it('wakes up when it is asked, and says how long that took', async () => {
    const extension = vscode.extensions.getExtension('according-to.according-to');
    const start = performance.now();
    await extension?.activate();
    console.log(`T|     activated in ${Math.round(performance.now() - start)} ms`);
    assert.ok(extension?.isActive);
  });

  it('wakes up by itself for an article', async () => {
    await article('A quiet day.\n');
    await until(() => vscode.extensions.getExtension('according-to.according-to')?.isActive);
  });
});
