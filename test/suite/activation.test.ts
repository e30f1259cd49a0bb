import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  it('is there under its own name', () => {
    assert.ok(vscode.extensions.getExtension('according-to.according-to'));
  });

  for (const language of ['plaintext', 'markdown', 'html'])
    it(`wakes up for ${language}`, async () => {
      await vscode.workspace.openTextDocument({ language, content: 'A quiet day.\n' });
      const extension = vscode.extensions.getExtension('according-to.according-to');
      await extension?.activate();
      assert.equal(extension?.isActive, true);
    });
});
