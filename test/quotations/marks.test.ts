import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readProse } from '../../src/article/prose';
import { markHabits, readMarks } from '../../src/quotations/marks';
import { reread, plain } from './marked';

/** Marked copy (see marked.ts); `singles`: copy of a house that quotes in single marks. */
const CASES: Readonly<Record<string, { readonly singles?: true; readonly copy: readonly string[] }>> = {
  'straight double marks': {
    copy: [
      '⟦"We have shut the bridge,"⟧ Ana Ruiz said.',
      'Ana Ruiz said: ⟦"We have shut the bridge."⟧',
      'She called it ⟦"a slow leak"⟧ and left.',
      '⟦"No."⟧',
      '⟦"Is it over?"⟧ he asked.',
      '⟦"It is over!"⟧ he shouted.',
      'The bridge (⟦"a slow leak,"⟧ she said) is shut.',
      'He asked: ⟦"Why now?"⟧; nobody knew.',
      'The ⟦"slow leak"⟧-style delay went on.',
      'It was the pre-⟦"slow leak"⟧ era.',
      '⟦"4.1% is not an offer,"⟧ the union said.',
      '⟦"$40 a day will not do,"⟧ she said.',
      '⟦"(They) left early,"⟧ she said.',
      '⟦"[The ferry] left early,"⟧ she said.',
      '⟦"...and then it sank,"⟧ she said.',
      '⟦"—and then it sank,"⟧ she said.',
      '⟦"We were just—"⟧ she began.',
      '⟦"We were just -"⟧ she began.',
      '⟦"We were just …"⟧ she began.',
      '⟦"#StopTheLevy is trending,"⟧ he wrote.',
      '⟦"@ferryline lied,"⟧ he wrote.',
      '⟦"😤 again,"⟧ he wrote.',
      '⟦"Once more 😤"⟧ was the reply.',
      'He said ⟦"yes,"⟧ ⟦"no"⟧ and ⟦"perhaps."⟧',
      '⟦"The road is open, isn\'t it?"⟧ said Poe.',
      'Nobody was hurt.',
      '',
    ],
  },
  'curly double marks': {
    copy: [
      '⟦“We have shut the bridge,”⟧ Ana Ruiz said.',
      'Ana Ruiz said: ⟦“We have shut the bridge.”⟧',
      '⟦“A”⟧ and ⟦“B”⟧ are not the same.',
      'It was—⟦“finally,”⟧ he said—over.',
      '⟦“It’s the dogs’ home,”⟧ she said.',
      '⟦“Fine”⟧, said Poe, ⟦“but late”⟧.',
      '⟦“No,”⟧ he said.⟦“Never.”⟧',
      'Swedish papers print ⟦”så här”⟧ too.',
      'A slip of the key: ⟦“fine“⟧ it said.',
    ],
  },
  'parts around a cue': {
    copy: [
      '⟦"We won,"⟧ Poe said, ⟦"and we will win again."⟧',
      '⟦"We won,"⟧ Poe said. ⟦"We will win again."⟧',
      '⟦“We won”⟧ – Poe paused – ⟦“and we will win again.”⟧',
      '⟦"We won"⟧ -- Poe paused -- ⟦"and we will win again."⟧',
      '⟦"We won"⟧--Poe paused--⟦"and we will win again."⟧',
      '⟦“We won”⟧—he paused—⟦“twice.”⟧',
    ],
  },
  'side by side': {
    copy: [
      '⟦"The road is shut."⟧ ⟦"Crews arrive soon,"⟧ Tom Poe said.',
      '⟦"The road is shut."⟧⟦"Crews arrive soon,"⟧ Tom Poe said.',
      '⟦“The road is shut.”⟧ ⟦“Crews arrive soon,”⟧ Tom Poe said.',
      '⟦“The road is shut.”⟧⟦“Crews arrive soon,”⟧ Tom Poe said.',
      '⟦"A."⟧ ⟦"B."⟧ ⟦"C,"⟧ he said.',
    ],
  },
  'glued to a word': {
    copy: [
      'Poe said⟦"We won"⟧and left.',
      'Poe said:⟦"We won."⟧',
      'Poe said,⟦"We won."⟧',
      '⟦"We won,"⟧Poe said.',
      '⟦“We won,”⟧Poe said.',
      '⟦" We won "⟧ Poe said.',
      '⟦"We won, "⟧he said.',
      'Poe said ⟦" We won."⟧',
      'the word/⟦"phrase"⟧/idea',
    ],
  },
  'single marks inside double ones': {
    copy: [
      '⟦"I told him, ⟪\'Stay in and pray,\'⟫"⟧ Poe grinned.',
      '⟦"⟪\'Stay in,\'⟫ I told him,"⟧ Poe said.',
      '⟦"They call it ⟪\'the pit\'⟫ here,"⟧ Poe said.',
      '⟦“They call it ⟪‘the pit’⟫ here,”⟧ Poe said.',
      '⟦“She said ⟪‘never’⟫”⟧, Poe recalled.',
      '⟦“I heard ⟪‘Stay’⟫ and then ⟪‘Go’⟫,”⟧ Poe said.',
      '⟦“The boys’ mother said ⟪‘never’⟫,”⟧ Poe said.',
      "⟦\"The boys' mother said ⟪'never'⟫,\"⟧ Poe said.",
      '⟦"It\'s \'bout time,"⟧ Poe said.',
      '⟦“He said ⟪‘Go’⟫”⟧ ⟦“and I went,”⟧ she said.',
    ],
  },
  'double marks inside double ones': {
    copy: [
      '⟦“He said ⟪“never”⟫ to me,”⟧ Poe said.',
      '⟦"He said ⟪"never"⟫ to me,"⟧ Poe said.',
      '⟦"⟪“Never”⟫ was his word,"⟧ Poe said.',
    ],
  },
  'British single marks': {
    singles: true,
    copy: [
      '⟦‘We have shut the bridge,’⟧ Ana Ruiz said.',
      "⟦'We have shut the bridge,'⟧ Ana Ruiz said.",
      'Ana Ruiz said: ⟦‘We have shut the bridge.’⟧',
      'She called it ⟦‘a slow leak’⟧ and left.',
      "She called it ⟦'a slow leak'⟧ and left.",
      '⟦‘It’s the dogs’ home,’⟧ she said, ⟦‘not Gorse’s.’⟧',
      '⟦‘Landlords’ duties do not stop there.’⟧',
      "⟦'Landlords' duties do not stop there.'⟧",
      '⟦‘They told us ⟪“nobody came”⟫ became the motto,’⟧ it said.',
      '⟦\'They told us ⟪"nobody came"⟫ became the motto,\'⟧ it said.',
      '⟦‘They said ⟪“never”⟫’⟧, he recalled.',
      '⟦‘I’ve had a bucket on the telly. The cat’s got webbed feet.’⟧',
      'He apologised ⟦‘without reservation’⟧, but the contractors’ records were ⟦‘a mess’⟧.',
      'It was ⟦‘the dogs’⟧.',
      'Repairs under residents’ own claims will be ⟦‘refunded’⟧.',
      'the block’s ⟦‘heritage’⟧ cladding',
      '⟦‘Yes,’⟧ ⟦‘no,’⟧ ⟦‘maybe’⟧: he said all three.',
      '⟦‘I was born in ’62,’⟧ she said. ⟦‘You?’⟧',
      '⟦‘Rock ’n’ roll is back,’⟧ she said.',
      "⟦'Rock 'n' roll is back,'⟧ she said.",
      '⟦‘’Tis over,’⟧ she said.',
      "⟦'It's my sister's,'⟧ she said.",
      '⟦‘70 per cent of us left,’⟧ he said.',
      "⟦'70 per cent of us left,'⟧ he said.",
      '⟦‘We are done.’⟧ ⟦‘We are not,’⟧ said Poe.',
      '(⟦‘We are done,’⟧ she said.)',
      '⟦‘We were just –’⟧ she began.',
      '⟦‘Cause for concern,’⟧ he called it.',
      "⟦'Round the bend,'⟧ he called it.",
    ],
  },
  'single marks in a house that uses double ones': {
    copy: [
      "Bridge is safe ⟦'for now,'⟧ mayor says",
      'Bridge is safe ⟦‘for now,’⟧ mayor says',
      "⟦'The Ferry'⟧ comes in late",
      "Mayor: ⟦'We lied'⟧",
      "the so-called ⟦'slow leak'⟧ at the dock",
      'He read ⟦‘Walks Round Gorse’⟧ twice.',
      "Tenants' anger over ⟦'slow leak'⟧ grows",
      'Tenants’ anger over ⟦‘slow leak’⟧ grows',
    ],
  },
  apostrophes: {
    copy: [
      "It isn't the drivers' fault.",
      'It isn’t the drivers’ fault.',
      "The boys' and girls' teams met.",
      'The boys’ and girls’ teams met.',
      "Sean O'Neil and Aoife D'Arcy met.",
      'Sean O’Neil and Aoife D’Arcy met.',
      "She grew up in the '90s and the '80s.",
      'She grew up in the ’90s and the ’80s.',
      'She grew up in the ‘90s and liked it.',
      "The class of '87 met the class of '92.",
      'The winter of ’47 was long.',
      "rock 'n' roll",
      'rock ’n’ roll',
      "fish 'n chips",
      "'Twas the night before the vote.",
      "Give 'em the boys' bikes.",
      "He waited 'til the drivers' strike.",
      "singin' and dancin' on the pier",
      "Guns N' Thorns played ol' songs.",
      "James' coat and Liz' hat",
      "the bus's brakes",
      "Mind your p's and q's in the 1990's.",
      'the ’til and the ’em of it',
      "Five years' work and ten days' pay",
      "three o'clock at the dogs' home",
      "Hawai'i and Qur'an",
      "Ta'izz, Sana'a and the Houthis' front",
      "It's hers; that's theirs. Who's whose?",
    ],
  },
  'apostrophes where the house quotes in single marks': {
    singles: true,
    copy: [
      "The drivers' fault isn't ours.",
      'The boys’ and girls’ teams met.',
      "rock 'n' roll in the '90s",
      'rock ’n’ roll in the ’90s',
      "Give 'em hell, he did not say.",
      'singin’ and dancin’ on the pier',
    ],
  },
  'inches, feet, minutes, seconds': {
    copy: [
      'a 27" screen',
      'a 27” screen',
      'a 27" screen and a 32" one',
      'a 3½" nail and a 1/2" pipe',
      'He is 6\'2" and she is 5\'1".',
      'He is 6’2” and she is 5’1”.',
      'the 5\' 10" keeper',
      "a 6' fence",
      "a 6' x 8' shed with a 2.5\" gap",
      '⟦"She\'s 14. She\'s 5\'1" and carrying a cello."⟧',
      '⟦“She’s 14. She’s 5’1” and carrying a cello.”⟧',
      '⟦"I bought a 27" screen,"⟧ he said. ⟦"It works."⟧',
      '⟦"It measured 27","⟧ he said.',
      'The 27" ⟦"bargain"⟧ broke.',
      'The ⟦"bargain"⟧ 27" screen broke.',
      '⟦"We came 27th of 30"⟧ was all he said.',
      '⟦"We have 9,100"⟧, he said.',
      'She finished in 3\'42" on Sunday.',
      "a 27'' screen",
      'They asked for ⟦"at least 40"⟧ and got ⟦"about 20"⟧.',
    ],
  },
  'guillemets, low marks, corner brackets': {
    copy: [
      '⟦«On y va»⟧, dit Paul.',
      '⟦« On y va »⟧, dit Paul.',
      '⟦«\u00a0On y va\u00a0»⟧, dit Paul.',
      '⟦»Los«⟧, sagte Paul.',
      '⟦»Los!«⟧ – ⟦»Nein«⟧, sagte Paul.',
      '⟦„Los“⟧, sagte Paul.',
      '⟦„Los”⟧, powiedział Paul.',
      'Paul sagte: ⟦„Wir ⟪‚fahren‘⟫ los.“⟧',
      '⟦‚Los‘⟧, sagte Paul.',
      '⟦‹Los›⟧, sagte Paul.',
      '⟦«Il a dit ⟪“non”⟫ hier»⟧, dit Paul.',
      '⟦「行こう」⟧と言った。',
      '⟦『行こう』⟧と言った。',
      '⟦「彼は⟪『行こう』⟫と言った」⟧',
      '⟦»Los»⟧, sanoi Paul.',
    ],
  },
  'TeX-like marks': {
    copy: [
      "⟦``We won,''⟧ Poe said.",
      '⟦``We won,"⟧ Poe said.',
      "⟦''We won,''⟧ Poe said. ⟦''Twice.''⟧",
      "⟦''He said, ⟪'We won,'⟫''⟧ Poe recalled.",
      "Poe called it ⟦`a slow leak'⟧ again.",
      "⟦``They call it ⟪`the pit'⟫ here,''⟧ Poe said.",
    ],
  },
  'marks that close together': {
    copy: [
      '⟦"He said, ⟪\'Go.\'⟫"⟧',
      '⟦“He said, ⟪‘Go.’⟫”⟧',
      '⟦“⟪‘Go,’⟫ he said.”⟧',
      '⟦“He said, ⟪‘Go’⟫.”⟧',
      '⟦“He asked: ⟪‘Why?’⟫”⟧ she said.',
    ],
  },
  'opened and not closed': {
    copy: [
      '⟦⟨“⟩This is a man who confused the two.⟧',
      'Poe said: ⟦⟨“⟩This is a man who confused the two.⟧',
      'Poe said: ⟦⟨"⟩This is a man who confused the two.⟧',
      '⟦⟨"⟩We won, Poe said.⟧',
      '⟦⟨"⟩We won, Poe said.⟧ ⟦"We lost,"⟧ Roe said.',
      '⟦⟨“⟩We won, Poe said.⟧ ⟦“We lost,”⟧ Roe said.',
      '⟦"We lost,"⟧ Roe said. ⟦⟨"⟩But not by much.⟧',
      '⟦⟨“⟩He said ⟪‘never’⟫ to me. I went.⟧',
      "⟦⟨\"⟩He said ⟪'never'⟫ to me. I went.⟧",
      'The ⟦⟨„⟩Nein war deutlich.⟧',
      '⟦⟨«⟩On y va, dit Paul.⟧',
      '⟦⟨"⟩⟧',
    ],
  },
  'opened and not closed, in single marks': {
    singles: true,
    copy: [
      '⟦⟨‘⟩We were told to wait. Nobody came.⟧',
      'Ruiz said: ⟦⟨‘⟩We were told to wait. Nobody came.⟧',
      '⟦‘Wait,’⟧ she said. ⟦⟨‘⟩Nobody came.⟧',
    ],
  },
  'closed and not opened': {
    copy: [
      '⟦We won.⟨"⟩⟧',
      '⟦We won,⟨”⟩⟧ Poe said.',
      '⟦“A ferry is no excuse,”⟧ said Carla Dean, who chairs the board. ⟦We need to see the logs.⟨”⟩⟧',
      '⟦"A ferry is no excuse,"⟧ said Carla Dean, who chairs the board. ⟦We need the logs. All of them.⟨"⟩⟧',
      'Poe said he was glad. ⟦We won.⟨”⟩⟧',
      '⟦It rained. It poured.⟨”⟩⟧',
    ],
  },
  'one straight and one curly': {
    copy: [
      '⟦“We won,⟨~"⟩⟧ Poe said.',
      '⟦⟨~"⟩We won,”⟧ Poe said.',
      '⟦“We won,⟨~"⟩⟧ Poe said. ⟦⟨~"⟩Twice.”⟧',
      '⟦⟨~"⟩Yes,”⟧ he said, and ⟦"no."⟧',
      "Bridge safe ⟦‘for now,⟨~'⟩⟧ mayor says",
    ],
  },
  'no marks at all': {
    copy: ['"""""""""', "'''''''''", '’', "The sign said nothing at all'.", 'The bridge is shut.'],
  },
};

describe('marks', () => {
  for (const [sort, { singles, copy }] of Object.entries(CASES))
    describe(sort, () => {
      for (const marked of copy)
        it(marked || '(nothing)', () => {
          assert.equal(reread(marked, { singles: singles ?? false }), marked);
        });
    });

  it('looks through markup that was blanked', () => {
    const source = 'She said **"never"**, *"ever"* and "*no*".';
    const blanks = [...source.matchAll(/\*+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const { stretches, stray } = readMarks(readProse(source, blanks), { singles: false });
    assert.deepEqual(
      stretches.map(({ start, end }) => source.slice(start, end)),
      ['"never"', '"ever"', '"*no*"'],
    );
    assert.deepEqual(stray, []);
  });

  it('reads character references as the marks that they mean', () => {
    const source = 'She said &ldquo;it&rsquo;s over&rdquo; and &quot;never&quot;.';
    const references = [...source.matchAll(/&(ldquo|rdquo|rsquo|quot);/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      shows: { ldquo: '“', rdquo: '”', rsquo: '’', quot: '"' }[match[1]] ?? '',
    }));
    const { stretches, stray } = readMarks(readProse(source, references), { singles: false });
    assert.deepEqual(
      stretches.map(({ start, end }) => source.slice(start, end)),
      ['&ldquo;it&rsquo;s over&rdquo;', '&quot;never&quot;'],
    );
    assert.deepEqual(stray, []);
  });

  it('names the partner of a mixed pair', () => {
    const { stray } = readMarks(readProse('“We won," Poe said.'), { singles: false });
    assert.deepEqual(stray, [{ start: 8, end: 9, problem: 'mixed', partner: { start: 0, end: 1 } }]);
  });

  it('says which mark a stretch lacks, and what stands between the marks', () => {
    const [first, second] = readMarks(readProse('It ends.” Poe said: “It begins'), { singles: false }).stretches;
    assert.deepEqual([first.opened, first.closed, first.inner], [false, true, { start: 0, end: 8 }]);
    assert.deepEqual([second.opened, second.closed, second.inner], [true, false, { start: 21, end: 30 }]);
  });

  it('names the style by the opening mark', () => {
    const styles = ['"a"', '“a”', '‘a’', "'a'", '«a»', '„a“', '‚a‘', "``a''", '「a」'].map(
      (text) => readMarks(readProse(text), { singles: true }).stretches[0].style,
    );
    assert.deepEqual(styles, ['double', 'double', 'single', 'single', 'guillemet', 'low', 'low', 'tex', 'corner']);
  });
});

describe('what marks an article uses', () => {
  const habits = (...texts: string[]): boolean => markHabits(texts.map((text) => ({ prose: readProse(text) }))).singles;

  it('single ones, where quotations stand in them', () => {
    assert.equal(habits('‘We won,’ said Poe.', '‘Twice,’ said Roe. ‘Or “more”.’'), true);
    assert.equal(habits("'We won,' said Poe.", "The dogs' home is 'a mess', he said."), true);
  });

  it('double ones, where single marks stand inside them or in the headline', () => {
    assert.equal(habits("Poe: 'We won'", '"We won," said Poe.', '"He said, \'Go,\'" Roe said.'), false);
  });

  it('not single ones, where there are apostrophes alone', () => {
    assert.equal(habits("The dogs' home isn't shut.", "It was '90s rock 'n' roll."), false);
  });

  it('not single ones, where two of them stand for a double', () => {
    assert.equal(habits("''We won,'' said Poe.", "''Twice,'' said Roe."), false);
  });
});

describe('marks, whatever the copy', () => {
  const pieces = fc.constantFrom(
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    '„',
    '``',
    "''",
    ' ',
    ' ',
    '. ',
    ', ',
    'Poe',
    'dogs',
    'said',
    '27',
    'we',
    '-',
    '(',
    ')',
  );
  const copy = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  it('stretches are in order, apart, inside the paragraph, and hold what is inside them', () => {
    fc.assert(
      fc.property(copy, fc.boolean(), (text, singles) => {
        const { stretches, stray } = readMarks(readProse(text), { singles });
        let from = 0;
        for (const { start, end, inner, nested } of stretches) {
          assert.ok(from <= start && start < end && end <= text.length);
          assert.ok(start <= inner.start && inner.start <= inner.end && inner.end <= end);
          for (const span of nested)
            assert.ok(inner.start <= span.start && span.start < span.end && span.end <= inner.end);
          from = end;
        }
        for (const { start, end } of stray) assert.ok(0 <= start && start < end && end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('a stretch begins and ends with its marks unless it says otherwise', () => {
    fc.assert(
      fc.property(copy, fc.boolean(), (text, singles) => {
        for (const { start, end, opened, closed } of readMarks(readProse(text), { singles }).stretches) {
          assert.ok(opened || closed);
          if (opened) assert.match(text.slice(start), /^["'“”‘’«»„`]/);
          if (closed) assert.match(text.slice(start, end), /["'“”‘’«»„]$/);
        }
      }),
    );
  });

  it('an apostrophe inside a word is never a mark', () => {
    fc.assert(
      fc.property(
        fc.constantFrom("don't", "O'Neil", 'it’s', "6'2"),
        fc.constantFrom('', '"We won," said Poe. '),
        (word, lead) => {
          const text = `${lead}So ${word} went.`;
          assert.equal(reread(text).replace(/[⟦⟧]/g, ''), text);
        },
      ),
    );
  });

  it('copy whose double marks pair comes back as it was marked', () => {
    const plainWords = fc.array(fc.constantFrom('we', 'shut', 'the', 'bridge', 'again'), {
      minLength: 1,
      maxLength: 6,
    });
    const quoted = plainWords.map((words) => `⟦"${words.join(' ')},"⟧`);
    const narrated = plainWords.map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(quoted, narrated), { minLength: 1, maxLength: 8 }), (parts) => {
        const marked = parts.flat().join(' ') + '.';
        assert.equal(reread(marked), marked);
        assert.equal(plain(marked).includes('⟦'), false);
      }),
    );
  });
});

describe('a straight mark that opens a paragraph of copy with curly marks', () => {
  const habits = { singles: false, curly: true };
  const quoted = (copy: string) =>
    readMarks(readProse(copy), habits).stretches.map(({ start, end }) => copy.slice(start, end));

  it('shows an excerpt where nothing closes it, and what is quoted in the excerpt stands by itself', () => {
    assert.deepEqual(quoted('"Roe walked in, chanting “Up! Up!”'), ['“Up! Up!”']);
    assert.deepEqual(quoted('"The ferry had sunk in May.'), []);
    assert.deepEqual(
      readMarks(readProse('"The ferry had sunk in May.'), habits).stray.map(({ problem }) => problem),
      ['unpaired'],
    );
  });

  it('is a slip where a mark closes it', () => {
    assert.deepEqual(quoted('"The ferry sank,” she said.'), ['"The ferry sank,”']);
    assert.deepEqual(quoted('"They said “no” and left,” she said.'), ['"They said “no” and left,”']);
    assert.deepEqual(quoted('"The ferry sank," she said.'), ['"The ferry sank,"']);
  });

  it('opens a quotation where the copy has straight marks', () => {
    const copy = '"The ferry had sunk in May.';
    assert.equal(readMarks(readProse(copy), { singles: false }).stretches.length, 1);
    assert.equal(markHabits([{ prose: readProse('She said "yes" and "no" and “perhaps”.') }]).curly, false);
    assert.equal(markHabits([{ prose: readProse('She said “yes” and “no” and "perhaps".') }]).curly, true);
  });
});
