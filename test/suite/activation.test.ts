import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, closeAll, until } from './desk';

describe('the extension in VS Code', () => {
  // An untitled document that stays open lends its text to a later one of the same name.
  afterEach(closeAll);

  it('is there under its own name', () => {
    assert.ok(vscode.extensions.getExtension('according-to.according-to'));
  });

  it('wakes up by itself for an article', async () => {
    await article('A quiet day.\n');
    await until(() => vscode.extensions.getExtension('according-to.according-to')?.isActive);
  });
});
