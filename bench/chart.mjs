/** The chart of docs/performance.md: one typed character (ms) against the length of the text, both axes logarithmic. */

const [WIDTH, HEIGHT] = [880, 460];
const BOX = { left: 70, right: 640, top: 56, bottom: 400 };
const COLOURS = {
  ours: '#0b6bcb',
  floor: '#8a8a8a',
  cspell: '#b35900',
  harper: '#9c2f8f',
  compromise: '#2f7d32',
  retext: '#a8323e',
  textlint: '#5b4bb7',
  'write-good': '#00838f',
};
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const label = (ms) => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

/** An SVG that reads on light and dark pages alike. */
export function chart(results) {
  const series = results.tools
    .map(({ tool, label, sizes }) => ({
      tool,
      label,
      points: sizes.filter(({ edit }) => edit > 0).map(({ size, edit }) => [size, edit]),
    }))
    .filter(({ points }) => points.length > 1);
  const all = series.flatMap(({ points }) => points);
  const range = (at) => {
    const values = all.map((point) => Math.log10(point[at]));
    return [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  };
  const [x0, x1] = range(0);
  const [y0, y1] = range(1);
  const x = (size) => BOX.left + ((Math.log10(size) - x0) / (x1 - x0)) * (BOX.right - BOX.left);
  const y = (ms) => BOX.bottom - ((Math.log10(ms) - y0) / (y1 - y0)) * (BOX.bottom - BOX.top);
  const parts = [];
  for (let power = y0; power <= y1; power++) {
    const at = y(10 ** power).toFixed(1);
    parts.push(`<line class="grid" x1="${BOX.left}" x2="${BOX.right}" y1="${at}" y2="${at}"/>`);
    parts.push(`<text class="axis" x="${BOX.left - 8}" y="${+at + 4}" text-anchor="end">${label(10 ** power)}</text>`);
  }
  for (const size of [...new Set(all.map(([size]) => size))].sort((a, b) => a - b))
    parts.push(
      `<text class="axis" x="${x(size).toFixed(1)}" y="${BOX.bottom + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    );
  parts.push(
    `<text class="axis" x="${(BOX.left + BOX.right) / 2}" y="${BOX.bottom + 44}" text-anchor="middle">words in the text</text>`,
  );

  // Labels stand at the ends of the lines, pushed apart where two lines end close together.
  const ends = series.map((line) => ({ ...line, at: y(line.points.at(-1)[1]) })).sort((a, b) => a.at - b.at);
  let last = -Infinity;
  for (const end of ends) last = end.at = Math.max(end.at, last + 19);
  for (const { tool, label: name, points, at } of ends) {
    const colour = COLOURS[tool] ?? '#555555';
    const path = points.map(([size, ms]) => `${x(size).toFixed(1)},${y(ms).toFixed(1)}`).join(' ');
    const wide = tool === 'ours' ? 4 : 1.8;
    parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${wide}"/>`);
    for (const [size, ms] of points)
      parts.push(`<circle cx="${x(size).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="${wide + 0.8}" fill="${colour}"/>`);
    const weight = tool === 'ours' ? ' font-weight="bold"' : '';
    parts.push(
      `<text x="${BOX.right + 12}" y="${(at + 4).toFixed(1)}" fill="${colour}"${weight}>${escape(name)}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-labelledby="title">
<title id="title">Milliseconds for one typed character against the length of the text, According To and its peers</title>
<style>.grid { stroke: #d5d5d5 } .axis { fill: #555555 }</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${BOX.left}" y="30" font-size="17" fill="#222222">One typed character: time until the text is read again</text>
${parts.join('\n')}
</svg>
`;
}
