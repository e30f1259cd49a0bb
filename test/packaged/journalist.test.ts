import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { openWorkbench, type Workbench } from '../../scripts/host/workbench';
import { root } from '../../scripts/paths';
import {
  findProblem,
  focusEditor,
  hoverOver,
  leaveHover,
  openExplorer,
  openFile,
  openFixes,
  openProblems,
  openSources,
  placeOf,
  runCommand,
  screenshot,
  sources,
  squiggles,
  visibleText,
} from './desk';

const article = 'harbour.txt';

const pasted = `Potters leave town

The last workshop of Brill Lane is said to be up for sale.

“Nobody fires a pot here, and the kiln is cold,” said Aino Castellan, who threw her first bowl there.
`;

/** The same person sees the same things whatever the colours are. */
const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
};

for (const [theme, name] of Object.entries(themes))
  describe(`a journalist with the packaged extension, ${theme}`, () => {
    let workbench: Workbench;
    let folder: string;

    before(async () => {
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-'));
      fs.cpSync(path.join(root, 'samples'), folder, { recursive: true });
      fs.copyFileSync(path.join(__dirname, article), path.join(folder, article));
      workbench = await openWorkbench({
        host: 'node',
        vsix: path.join(root, 'according-to.vsix'),
        folder,
        settings: {
          'workbench.colorTheme': name,
          'editor.minimap.enabled': false,
          'editor.wordWrap': 'on',
          'files.autoSave': 'off',
        },
      });
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await screenshot(workbench.page, `${theme}-failed`);
    });

    after(async () => {
      await workbench?.close();
      fs.rmSync(folder, { recursive: true, force: true });
    });

    it('opens an article and sees what is missing underlined', async () => {
      await openFile(workbench.page, article);
      await squiggles(workbench.page).first().waitFor();
      await screenshot(workbench.page, `${theme}-1-article`);
    });

    it('reads the list in Problems', async () => {
      await openProblems(workbench.page);
      await findProblem(workbench.page, '“are believed to”: by whom?');
      await screenshot(workbench.page, `${theme}-2-problems`);
    });

    for (const part of ['The crane is safe', 'nobody works under it'])
      it(`hovers over “${part}” and reads who said it`, async () => {
        const text = await hoverOver(workbench.page, part);
        await screenshot(workbench.page, `${theme}-3-hover-${part.split(' ')[0].toLowerCase()}`);
        assert.match(text, /Tobias Wren/);
        await leaveHover(workbench.page);
      });

    it('mends a claim with Ctrl+.', async () => {
      const before = await squiggles(workbench.page).count();
      const fixes = await openFixes(workbench.page, 'are believed to');
      await screenshot(workbench.page, `${theme}-4-fixes`);
      await fixes.filter({ hasText: 'Add a note [who?]' }).first().click();
      await workbench.page.waitForFunction(
        `document.querySelectorAll('.monaco-editor .cdr[class*="squiggly-"]').length < ${before}`,
      );
      assert.match(await visibleText(workbench.page), /Ten dockers are believed \[who\?\] to be without pay/);
      await screenshot(workbench.page, `${theme}-5-mended`);
    });

    it('says with Ctrl+. who said a quotation that had no speaker', async () => {
      const fixes = await openFixes(workbench.page, 'We were told nothing at all');
      await screenshot(workbench.page, `${theme}-6-speakers`);
      await fixes.filter({ hasText: 'Attribute to Tobias Wren' }).first().click();
      await placeOf(workbench.page, '“We were told nothing at all,” Wren said.');
    });

    it('opens the sources and sees who speaks', async () => {
      await openSources(workbench.page);
      await sources(workbench.page).filter({ hasText: 'Tobias Wren' }).first().waitFor();
      await screenshot(workbench.page, `${theme}-7-sources`);
      await openExplorer(workbench.page);
    });

    it('goes on to the untidiest of the samples', async () => {
      await openFile(workbench.page, 'aggregator.txt');
      for (const words of ['Gregor Vey is in the headline only', '“are said to”: by whom?'])
        await findProblem(workbench.page, words);
      await focusEditor(workbench.page);
      await workbench.page.keyboard.press('Control+End');
      assert.match(await hoverOver(workbench.page, 'writing to them since October'), /Anselm Tarrant/);
      await screenshot(workbench.page, `${theme}-8-sample`);
      await leaveHover(workbench.page);
    });

    it('pastes copy from elsewhere into a new document and gets the same service', async () => {
      await runCommand(workbench.page, 'File: New Untitled Text File');
      await workbench.page.locator('.tabs-container .tab.active[data-resource-name^="Untitled"]').waitFor();
      await workbench.page.keyboard.insertText(pasted);
      await findProblem(workbench.page, '“is said to”: by whom?');
      assert.match(await hoverOver(workbench.page, 'the kiln is cold'), /Aino Castellan/);
      await screenshot(workbench.page, `${theme}-9-pasted`);
    });
  });
