import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { screenshotFolder } from '../../scripts/paths';

/** What a person does at the keyboard and with the mouse, in a workbench that is open. */

export const squiggles = (page: Page): Locator =>
  page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning, .monaco-editor .squiggly-info');

/** The lines of the Problems panel. */
export const problems = (page: Page): Locator => page.locator('.markers-panel-container .monaco-list-row');

/** The lines of the Sources view. */
export const sources = (page: Page): Locator =>
  page.locator('.pane-body .monaco-list[aria-label*="Sources"] .monaco-list-row');

const command = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Opens a file of the open folder from the explorer. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).dblclick();
  await page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.monaco-editor .view-lines').first().waitFor();
}

export async function openProblems(page: Page): Promise<void> {
  await page.keyboard.press(`${command}+Shift+M`);
  await page.locator('.markers-panel-container').waitFor();
}

export async function openSources(page: Page): Promise<void> {
  await page.locator('.activitybar .action-label[aria-label^="According To"]').click();
}

export async function openExplorer(page: Page): Promise<void> {
  await page.keyboard.press(`${command}+Shift+E`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
}

/** Looks for a problem with the filter above the list, which is longer than what fits on the screen. */
export async function findProblem(page: Page, words: string): Promise<void> {
  const filter = page.locator('.part.panel .viewpane-filter input').first();
  await filter.fill(words);
  await problems(page).filter({ hasText: words }).first().waitFor();
  await filter.fill('');
}

export async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press(`${command}+1`);
}

/** Runs a command from the palette by its whole title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** The text on the screen, line by line. */
export async function visibleText(page: Page): Promise<string> {
  // Strings: what runs in the page must not be touched by the compiler.
  return page.evaluate<string>(`[...document.querySelectorAll('.monaco-editor .view-lines .view-line')]
    .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
    .map((line) => line.textContent.replaceAll('\\u00a0', ' '))
    .join('\\n')`);
}

/** The middle of a stretch of text on the screen, in pixels. The stretch must stand on one line. */
export async function placeOf(page: Page, text: string): Promise<{ readonly x: number; readonly y: number }> {
  // The editor scrolls a little after the key that makes it: ask until the stretch is there.
  const found = page.waitForFunction(`(() => {
    for (const line of document.querySelectorAll('.monaco-editor .view-lines .view-line')) {
      const at = line.textContent.replaceAll('\\u00a0', ' ').indexOf(${JSON.stringify(text)});
      if (at < 0) continue;
      const middle = at + ${Math.floor(text.length / 2)};
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node; before += node.data.length, node = walker.nextNode()) {
        if (middle >= before + node.data.length) continue;
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
  })()`);
  try {
    return (await (await found).jsonValue()) as { x: number; y: number };
  } catch (error) {
    throw new Error(`“${text}” is not on one line of the screen:\n${await visibleText(page)}`, { cause: error });
  }
}

/** Rests the mouse on a stretch of text and gives what the hover says. */
export async function hoverOver(page: Page, text: string): Promise<string> {
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
  // The text may still move under the mouse: rest it there again.
  for (let attempt = 0; ; attempt++) {
    const { x, y } = await placeOf(page, text);
    await page.mouse.move(x, y - 80);
    await page.mouse.move(x, y, { steps: 8 });
    try {
      await hover.waitFor({ timeout: 10_000 });
      return await hover.innerText();
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

export async function leaveHover(page: Page): Promise<void> {
  await page.mouse.move(2, 2, { steps: 4 });
  await page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').waitFor({ state: 'hidden' });
}

/** Puts the cursor on a stretch of text and opens the menu of fixes. */
export async function openFixes(page: Page, text: string): Promise<Locator> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.click(x, y);
  // The editor learns of a problem's fixes a little after it shows the problem: ask again.
  const fixes = page.locator('.action-widget .monaco-list-row');
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.press(`${command}+.`);
    try {
      await fixes.first().waitFor({ timeout: 2000 });
      return fixes;
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

/** Keeps a picture of the window in .screenshots/. */
export async function screenshot(page: Page, name: string): Promise<void> {
  fs.mkdirSync(screenshotFolder, { recursive: true });
  await page.screenshot({ path: path.join(screenshotFolder, `${name}.png`), animations: 'disabled' });
}
