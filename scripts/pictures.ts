// npm run pictures: takes the README's pictures, of the packaged extension on a sample.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  hoverOver,
  leaveHover,
  openFile,
  openFixes,
  openProblems,
  placeOf,
  problems,
  runCommand,
  sources,
  squiggles,
} from '../test/packaged/desk';
import { openWorkbench } from './host/workbench';
import { root } from './paths';

const sample = 'aggregator.txt';
const pictures = path.join(root, 'docs/images');

async function main(): Promise<void> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
  const folder = path.join(scratch, 'samples');
  fs.cpSync(path.join(root, 'samples'), folder, { recursive: true });
  const workbench = await openWorkbench({
    host: 'node',
    vsix: path.join(root, 'according-to.vsix'),
    folder,
    settings: {
      'workbench.colorTheme': 'Light Modern',
      'workbench.activityBar.location': 'hidden',
      'window.commandCenter': false,
      'breadcrumbs.enabled': false,
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
      'editor.renderLineHighlight': 'none',
      'editor.occurrencesHighlight': 'off',
      'files.autoSave': 'off',
    },
  });
  const { page } = workbench;
  fs.mkdirSync(pictures, { recursive: true });
  const picture = (name: string, top: number, height: number) =>
    page.screenshot({
      animations: 'disabled',
      path: path.join(pictures, `${name}.png`),
      clip: { x: 0, y: top, width: 1000, height },
    });
  try {
    await page.setViewportSize({ width: 1000, height: 820 });
    await openFile(page, sample);
    await squiggles(page).first().waitFor();
    await page.keyboard.press('Control+B');
    await page.keyboard.press('Control+End');
    const { y } = await placeOf(page, 'writing to them since October');
    await hoverOver(page, 'writing to them since October');
    await picture('hover', y - 230, 270);
    await leaveHover(page);
    const claim = await placeOf(page, 'are said to');
    await openFixes(page, 'are said to');
    await picture('fixes', claim.y - 70, 270);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await runCommand(page, 'View: Show According To');
    await sources(page).first().waitFor();
    await picture('sources', 30, 480);
    await page.keyboard.press('Control+B');
    await openProblems(page);
    await problems(page).nth(1).waitFor();
    await picture('problems', 30, 750);
  } finally {
    await workbench.close();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
