/** What package.json says of a setting. */
interface Setting {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly order?: number;
}

export interface Command {
  readonly title: string;
  readonly category?: string;
}

/** The settings as a Markdown table, in the order of the settings editor. */
export function settingsTable(settings: Readonly<Record<string, unknown>>): string {
  const rows = (Object.entries(settings) as [string, Setting][])
    .sort(([, a], [, b]) => (a.order ?? 99) - (b.order ?? 99))
    .map(([name, { default: value, enum: choices, description, markdownDescription }]) => {
      const text = (markdownDescription ?? description ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
      const choice = choices ? ` One of ${choices.map((each) => `\`${each}\``).join(', ')}.` : '';
      return `| \`${name}\` | \`${JSON.stringify(value)}\` | ${text}${choice} |`;
    });
  return table(['Setting', 'Default', 'What it does'], rows);
}

/** The commands as a Markdown list, as the palette names them. */
export function commandsList(commands: readonly Command[]): string {
  return commands.map(({ title, category }) => `- **${category ? `${category}: ` : ''}${title}**`).join('\n');
}

function table(head: readonly string[], rows: readonly string[]): string {
  const lines = [`| ${head.join(' | ')} |`, `|${head.map(() => ' --- |').join('')}`, ...rows];
  // unpadded: a new row then changes one line
  return ['<!-- prettier-ignore-start -->', '', ...lines, '', '<!-- prettier-ignore-end -->'].join('\n');
}
