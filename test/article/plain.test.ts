import assert from 'node:assert/strict';
import { readBlocks } from '../../src/article/blocks';
import { zonesOf } from './zones';

const COPY =
  'The harbour board met for three hours on the quay and could not agree on who should pay for the new crane.';
const MORE = 'Nobody took minutes, and the crane that started the quarrel was still lying on its side in the mud.';

/** The zone that a line gets between two paragraphs of copy, under a headline. */
function zoneBetween(line: string): string {
  return zonesOf(['Crane falls into harbour', COPY, line, MORE].join('\n\n'))[2].split(':')[0];
}

describe('plain text', () => {
  it('is a paragraph a line', () => {
    assert.deepEqual(zonesOf(`Crane falls into harbour\n${COPY}\n\n${MORE}\n`), [
      'headline: Crane falls into harbour',
      `body: ${COPY}`,
      `body: ${MORE}`,
    ]);
  });

  it('may end its lines in every way, and have blanks of every kind between them', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028', '\n\u00a0\n', '\r\n \t\r\n'])
      assert.deepEqual(
        zonesOf(`\ufeffCrane falls${end}  ${COPY}\u00a0${end}${MORE}`),
        ['headline: Crane falls', `body: ${COPY}`, `body: ${MORE}`],
        JSON.stringify(end),
      );
  });

  it('is joined where mail has wrapped it', () => {
    const wrapped = [
      'The harbour board met for three hours on the quay and could not agree',
      'on who should pay for the new crane. Nobody took minutes, and the one',
      'that started the quarrel was still lying on its side in the mud.',
      '',
      'The board meets again on the first of the month, in the sail loft this',
      'time, because the chandler wants his table back.',
    ];
    assert.deepEqual(zonesOf(wrapped.join('\r\n')), [
      `body: ${wrapped.slice(0, 3).join(' ')}`,
      `body: ${wrapped.slice(4).join(' ')}`,
    ]);
  });

  it('is not joined where short paragraphs stand one under another', () => {
    const lines = [
      'It rained all day.',
      'The quay was empty.',
      'Nobody came.',
      'Nobody had been asked to come at all.',
    ];
    assert.equal(zonesOf(lines.join('\n')).length, 4);
  });

  it('has no paragraph of mere rules', () => {
    assert.deepEqual(zonesOf(`${COPY}\n\n* * *\n\n${MORE}\n\n____`), [`body: ${COPY}`, `body: ${MORE}`]);
  });

  it('reads another language as plain text', () => {
    assert.deepEqual(readBlocks(COPY, 'latex'), readBlocks(COPY, 'plaintext'));
  });
});

describe('the head of plain text', () => {
  it('has kicker, headline, standfirst, byline and address above the copy', () => {
    const head = [
      'ANALYSIS',
      'Why the crane fell into the harbour',
      'Three warnings went unread, and a fourth was used to wrap fish',
      'By Olu Brand and Mia Sandqvist in Tarn Bay',
      'o.brand@ledger.example',
      'Published 4 March 2024',
    ];
    assert.deepEqual(zonesOf([...head, COPY, MORE].join('\n')), [
      `kicker: ${head[0]}`,
      `headline: ${head[1]}`,
      `standfirst: ${head[2]}`,
      `byline: ${head[3]}`,
      `byline: ${head[4]}`,
      `byline: ${head[5]}`,
      `body: ${COPY}`,
      `body: ${MORE}`,
    ]);
  });

  const headlines = [
    'Crane falls into harbour',
    'Crane row: Harbour chief Ada Lund quits after a week of talks.',
    "'The Heron' comes home; AP classes to follow",
    '“Is it in the water?” Fans fume as crane falls',
    'Board Wants A New Crane.',
    'UPDATE 2-Crane maker lifts its forecast; shares jump',
  ];
  for (const line of headlines)
    it(`has a headline: ${line}`, () => assert.equal(zonesOf([line, COPY, MORE].join('\n\n'))[0], `headline: ${line}`));

  const copy = [
    'The harbour board said on Monday that it would sell the crane.',
    'TARN BAY, March 4 (Reuters) - The crane fell into the harbour',
    '“It fell,” Ada Lund said.',
    'It rained. The crane fell over on Tuesday night and nobody heard it.',
    'The hall fell silent.',
    'The board wants the following:',
  ];
  for (const line of copy)
    it(`has none: ${line}`, () => assert.match(zonesOf([line, COPY, MORE].join('\n\n'))[0], /^body: /));

  it('has none where there is one paragraph', () => {
    assert.deepEqual(zonesOf('Crane falls into harbour'), ['body: Crane falls into harbour']);
  });

  const bylines = [
    'By Ana Ruiz',
    'By ANA RUIZ and TOM POE',
    'By Ana de la Cruz, Tom Poe and Li Wen in Oslo',
    'BY ANA RUIZ',
    'By Ana Ruiz, Harbour Correspondent',
    'By our court reporter at Westhaven Crown Court',
    'Ana Ruiz, Staff Writer',
    'ana.ruiz@ledger.example',
    'March 4, 2024',
    '4 min read',
  ];
  for (const line of bylines)
    it(`has a byline: ${line}`, () =>
      assert.equal(zonesOf(['Crane falls', line, COPY].join('\n'))[1], `byline: ${line}`));

  const notBylines = [
    'By then the crane was in the water',
    'By Monday it had sunk.',
    'May 4 was a wet day on the quay.',
  ];
  for (const line of notBylines)
    it(`has none: ${line}`, () => assert.doesNotMatch(zonesOf(['Crane falls', line, COPY].join('\n'))[1], /^byline/));

  it('may have an epigraph', () => {
    const line = '“You talk a crane down off the ledge.” – Margit Holm';
    assert.equal(zonesOf(['The woman in the crane', line, COPY].join('\n\n'))[1], `pull-quote: ${line}`);
  });
});

describe('datelines', () => {
  const datelines = [
    'TARN BAY (Reuters) - ',
    'TARN BAY, March 31 (Xinhua) -- ',
    'TARN (AP) — ',
    'Tarn (AFP) - ',
    'TARN, N.H. (AP) — ',
    'New Tarn [India], April 22 (ANI): ',
    'TARN, June 24. /TASS/. ',
    'TARN. April 2 (Interfax) - ',
    '(ANSA) - TARN, JUL 11 - ',
    '(Reuters) - ',
    'Tarná, 5 oct (EFE).- ',
    'TARN, Russia, Nov. 9, Kyodo - ',
    'TARN, PA — ',
    'TARN - ',
    'TARN—',
    'Tarn, Indiana, United States - ',
    'Feb 11 - ',
    'Feb 11 (Reuters) - ',
    'NEW TARN: ',
    'ST. TARN, Aug. 9, 2023 (AP) _ ',
  ];
  for (const dateline of datelines)
    it(`end before the copy: ${dateline}`, () => {
      const zone = dateline.endsWith('—') ? `${dateline}| ` : `${dateline}| `;
      assert.equal(zonesOf(`Crane falls\n\n${dateline}${COPY}`)[1], `body: ${zone}${COPY}`);
    });

  it('may stand further down in capitals', () => {
    assert.equal(zonesOf([COPY, MORE, `TARN BAY (AP) — ${COPY}`].join('\n'))[2], `body: TARN BAY (AP) — | ${COPY}`);
  });

  const none = [
    'The plant (ap) runs at capacity, said the owner of the yard.',
    'Artificial narrow intelligence (ANI): a definition that the board wants.',
    'Tarn Tehreek-e-Insaf (PTI) won seats in the harbour vote on Monday.',
    'FILE - The crane stood upright in this picture from the spring of 1998.',
    'Haldeman — who owns a crane of his own and will not lend it — said no.',
    'WATCH: The crane falls into the harbour, slowly and then all at once.',
    'May - a month of rain - was over when the crane fell into the harbour.',
  ];
  for (const line of none)
    it(`are not everything with a dash: ${line}`, () =>
      assert.deepEqual(
        readBlocks(`Crane falls\n\n${line}\n\n${COPY}`, 'plaintext').map(({ bodyStart }) => bodyStart),
        [0, 0, 0],
      ));
});

describe('lines between the copy', () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    caption: [
      'Image: the crane on its side in the mud',
      'FILE PHOTO: The crane in better days',
      'Pictured: Ada Lund, with dog',
    ],
    credit: [
      'Photo: Reuters',
      'Main picture: Jonas Wiik/NTB/AFP via Getty Images',
      '(Photo by Olu Brand / AFP)',
      'Source: AP',
      'Olu Brand/Reuters',
    ],
    note: [
      'Editor’s note: this piece names a minor.',
      'Correction: the crane is red.',
      '(Adds comment from the board, paragraph 4)',
      '($1 = 0.9210 euros)',
      'This story has been updated to include the crane’s age.',
      'An earlier version of this article misspelled the crane.',
    ],
    footer: [
      '(With inputs from agencies)',
      'The Associated Press contributed to this report.',
      '-- Dow Jones Newswires contributed to this article.',
      '- AFP',
      '-AFP',
      '==Kyodo',
      '(NAN)',
      '— Reuters',
      'Read more: the crane in pictures',
      'Follow Olu Brand on Twitter @olu',
      '© The Tarn Ledger',
      'ENDS',
      '-30-',
    ],
    stray: ['harbour', 'zarn-dam-file', 'Tags: harbour, crane', '#crane #harbour', 'Advertisement'],
    subhead: ['Three warnings', 'What the board knew'],
    comment: ['[attribution-ignore: vague-source]'],
    body: [
      'They talked about sleep.',
      '“Nobody came.”',
      '(Nobody came.)',
      'Map of the route for the parade: page 31',
      '— Ada Lund',
    ],
  };
  for (const [zone, lines] of Object.entries(table))
    for (const line of lines) it(`${zone}: ${line}`, () => assert.equal(zoneBetween(line), zone));

  it('footer: all that follows who reported and edited', () => {
    const tail = ['(Reporting by Olu Brand; Editing by Mia Sandqvist)', 'Our standards are on our site'];
    assert.deepEqual(
      zonesOf(['Crane falls', COPY, ...tail].join('\n\n')).slice(2),
      tail.map((line) => `footer: ${line}`),
    );
  });

  it('transcript: questions and answers', () => {
    const turns = ['Q: Did it fall?', 'A: It did. Twice.', 'Q. And then?', 'A. Then lunch.'];
    assert.deepEqual(
      zonesOf(['Crane talk', COPY, ...turns].join('\n')).slice(2),
      turns.map((turn) => `transcript: ${turn}`),
    );
  });

  it('transcript: speakers in capitals, and names that come back', () => {
    const capitals = ['LUND: It fell.', 'BRAND: Did it?', 'LUND: Twice.'];
    assert.deepEqual(
      zonesOf([COPY, ...capitals].join('\n')).slice(1),
      capitals.map((turn) => `transcript: ${turn}`),
    );
    const named = ['Ada Lund: It fell.', 'Olu Brand: Did it?', 'Ada Lund: Twice.', 'Olu Brand: Dear me.'];
    assert.deepEqual(
      zonesOf([COPY, ...named].join('\n')).slice(1),
      named.map((turn) => `transcript: ${turn}`),
    );
  });

  it('body: one name and a colon before a quotation', () => {
    assert.equal(zoneBetween('Ada Lund: “It fell.”'), 'body');
  });

  it('list: bullets are markup', () => {
    const lines = ['• A crane, red', '• A chair, red', '- One dog', '- Two dogs'];
    assert.deepEqual(zonesOf([COPY, ...lines].join('\n')).slice(1), [
      'list: A crane, red',
      'list: A chair, red',
      'list: One dog',
      'list: Two dogs',
    ]);
  });

  it('block-quote: what mail quotes', () => {
    assert.deepEqual(zonesOf([COPY, '> > It fell.', '> It did.'].join('\n')).slice(1), [
      '> > block-quote: It fell.',
      '> block-quote: It did.',
    ]);
  });

  it('a comment at the end of a line is markup', () => {
    assert.equal(zoneBetween('A source said so. [attribution-ignore: anonymous-bare]'), 'body');
    assert.deepEqual(zonesOf(`${COPY} [attribution-ignore]`), [`body: ${COPY}`]);
  });
});
