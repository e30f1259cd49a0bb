import assert from 'node:assert/strict';
import { createAnalyser } from '../../src/core';
import type { Certainty } from '../../src/attribution/attribution';

/** Copy with one quotation marked ⟦ ⟧, the speaker's name (null where nobody can be told) and how that is known. */
type Case = readonly [copy: string, speaker: string | null, certainty?: Certainty];

/** Who the analysis says is behind the marked quotation of `copy`. */
function speakerOf(copy: string): { readonly speaker: string | null; readonly certainty?: Certainty } {
  const start = copy.indexOf('⟦');
  assert.ok(start >= 0 && copy.includes('⟧'), 'the copy marks no quotation');
  const { analysis } = createAnalyser().update(copy.replace(/[⟦⟧]/g, ''));
  const quotation = analysis.quotationAt(start + 1);
  assert.ok(quotation, 'no quotation was found at the mark');
  const attribution = analysis.attributionOf(quotation);
  const speaker = attribution?.speaker?.name ?? null;
  return speaker === null ? { speaker } : { speaker, certainty: attribution?.certainty };
}

const TABLE: Readonly<Record<string, readonly Case[]>> = {
  'before the quotation': [
    ['Ada Brandwyke said: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['Ada Brandwyke said, ⟦“The pier is closed until the spring.”⟧', 'Ada Brandwyke', 'explicit'],
    ['On Monday Ada Brandwyke told the council: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['Asked about the pier, Ada Brandwyke replied: ⟦“It is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['To Ada Brandwyke, ⟦“the vote was a farce.”⟧', 'Ada Brandwyke', 'explicit'],
    ['Ada Brandwyke ran the pier. To her, ⟦“nothing matters more than a good plank.”⟧', 'Ada Brandwyke', 'resolved'],
    [
      'Small groups of protesters called for answers, looping the streets around Tarn Park - where the Brennick Rovers met Carrow Town - while chanting, ⟦"Hands off, hands off."⟧',
      'protesters',
      'explicit',
    ],
    ['He went to Rome, ⟦“the eternal city,”⟧ in May.', null],
    ['Tomas Quennell called the offer ⟦“an insult to every crew”⟧.', 'Tomas Quennell', 'explicit'],
    ['Tomas Quennell warned that the crews were ⟦“at the end of their patience”⟧.', 'Tomas Quennell', 'explicit'],
  ],
  'after the quotation': [
    ['⟦“The pier is closed,”⟧ Ada Brandwyke said.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ said Ada Brandwyke.', 'Ada Brandwyke', 'explicit'],
    ['⟦"Is the pier closed?"⟧ asked Tomas Quennell.', 'Tomas Quennell', 'explicit'],
    ['⟦"Never again!"⟧ shouted Tomas Quennell.', 'Tomas Quennell', 'explicit'],
    ['⟦“The pier is closed,”⟧ wrote Ada Brandwyke on Tuesday.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ according to Ada Brandwyke.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ said 9/11 widow Ada Brandwyke.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ said 22-year-old Ada Brandwyke.', 'Ada Brandwyke', 'explicit'],
  ],
  'in the middle of the quotation': [
    ['⟦“The pier,” Ada Brandwyke said, “is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier,” said Ada Brandwyke, “is closed until the spring.”⟧', 'Ada Brandwyke', 'explicit'],
    ['“The pier is closed,” said Ada Brandwyke. ⟦“It will open in the spring.”⟧', 'Ada Brandwyke', 'inferred'],
  ],
  'with a clause of its own': [
    ['⟦“The pier is closed,”⟧ said Ada Brandwyke, who runs the harbour.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ said Ada Brandwyke, whose brother built it.', 'Ada Brandwyke', 'explicit'],
    ['Ada Brandwyke, who runs the harbour, said: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ Ada Brandwyke, who met Tomas Quennell on Monday, said.', 'Ada Brandwyke', 'explicit'],
  ],
  'with an apposition': [
    ['⟦“The pier is closed,”⟧ Ada Brandwyke, the harbour master, said.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ said the harbour master, Ada Brandwyke.', 'Ada Brandwyke', 'explicit'],
    ['Ada Brandwyke, 52, a retired nurse, said: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['Ada Brandwyke (a retired nurse) said: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ said Ada Brandwyke, a spokeswoman for the port.', 'Ada Brandwyke', 'explicit'],
    ['Helen Roe of the Ferry Union said: ⟦“Nobody will sail.”⟧', 'Helen Roe', 'explicit'],
    ['Tomas Quennell, head of the Ferry Union, said: ⟦“Nobody will sail.”⟧', 'Tomas Quennell', 'explicit'],
    ['⟦“Nobody will sail,”⟧ Tomas Quennell of the Ferry Union said.', 'Tomas Quennell', 'explicit'],
  ],
  'with a colon or a dash': [
    ['Ada Brandwyke: ⟦“The pier is closed.”⟧', 'Ada Brandwyke'],
    ['⟦“The pier is closed.”⟧ – Ada Brandwyke', 'Ada Brandwyke'],
    ['⟦"The pier is closed."⟧ -- Ada Brandwyke, harbour master', 'Ada Brandwyke'],
    ['⟦“The pier is closed until the spring.”⟧ — Tomas Quennell', 'Tomas Quennell'],
  ],
  'telling somebody': [
    ['⟦“The pier is closed,”⟧ Ada Brandwyke told reporters.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ Ada Brandwyke told Tomas Quennell.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ Ada Brandwyke told the Brennick Gazette.', 'Ada Brandwyke', 'explicit'],
    ['Ada Brandwyke told journalists after the vote: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
  ],
  'in the passive': [
    ['Ada Brandwyke was quoted as saying: ⟦“The pier is closed.”⟧', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ Ada Brandwyke was quoted by local media as saying.', 'Ada Brandwyke', 'explicit'],
    ['The offer was called ⟦“an insult to every crew”⟧ by Tomas Quennell.', 'Tomas Quennell', 'explicit'],
  ],
  'of a noun that reports': [
    ['In the words of Ada Brandwyke, ⟦“the pier is closed”⟧.', 'Ada Brandwyke', 'explicit'],
    ['According to Ada Brandwyke, the pier is ⟦“closed for good this time”⟧.', 'Ada Brandwyke', 'explicit'],
  ],
  'in a transcript': [
    ['⟦“BRANDWYKE: The pier is closed until the spring.”⟧', 'BRANDWYKE'],
    ['⟦“QUENNELL: Nobody will sail before the spring.”⟧', 'QUENNELL'],
  ],
  'that is no person': [
    ['⟦“The pier was never safe,”⟧ the report said.', 'report'],
    ['The indictment says: ⟦“The defendant knew of the cracks.”⟧', 'indictment'],
    ['⟦“We regret the delay,”⟧ Carrow Lines said in a statement.', 'Carrow Lines', 'explicit'],
    ['⟦“We regret the delay,”⟧ said the Ferry Union in a statement.', 'Ferry Union', 'explicit'],
    ['⟦“We regret the delay,”⟧ the company said.', 'company'],
    ['The Ministry of Fisheries said: ⟦“The quota will not change.”⟧', 'Ministry of Fisheries', 'explicit'],
  ],
  'who goes on': [
    ['“It is closed,” said Ada Brandwyke. ⟦“It is not safe.”⟧', 'Ada Brandwyke', 'inferred'],
    ['“It is closed,” said Ada Brandwyke.\n\n⟦“It is not safe and it never was.”⟧', 'Ada Brandwyke', 'inferred'],
    ['“It is closed,” said Ada Brandwyke. She added: ⟦“It is not safe.”⟧', 'Ada Brandwyke', 'resolved'],
    ['Ada Brandwyke closed the pier. ⟦“It is not safe,”⟧ she said.', 'Ada Brandwyke', 'resolved'],
  ],
  'in turn with another': [
    ['“It is closed,” said Ada Brandwyke.\n\n⟦“It is not,”⟧ said Tomas Quennell.', 'Tomas Quennell', 'explicit'],
    ['⟦“It is closed,”⟧ said Ada Brandwyke. “It is not,” said Tomas Quennell.', 'Ada Brandwyke', 'explicit'],
    ['“It is closed,” said Ada Brandwyke. ⟦“It is not,”⟧ said Tomas Quennell.', 'Tomas Quennell', 'explicit'],
    [
      'Ada Brandwyke said: “It is closed.”\n\nTomas Quennell said: “It is not.”\n\n⟦“It is not safe,”⟧ Brandwyke said.',
      'Ada Brandwyke',
      'resolved',
    ],
  ],
  'of two quotations': [
    ['Ada Brandwyke called the pier ⟦“old and unsafe”⟧ and “a danger to everybody”.', 'Ada Brandwyke'],
    ['Ada Brandwyke called the pier “old and unsafe” and ⟦“a danger to everybody”⟧.', 'Ada Brandwyke'],
  ],
  'by surname': [
    ['Ada Brandwyke runs the harbour. ⟦“It is closed,”⟧ Brandwyke said.', 'Ada Brandwyke', 'resolved'],
    ['Ada Brandwyke met Tomas Quennell. ⟦“It is closed,”⟧ Brandwyke said.', 'Ada Brandwyke', 'resolved'],
    ['Pieter van der Hulst runs the yard. ⟦“It is full,”⟧ van der Hulst said.', 'Pieter van der Hulst', 'resolved'],
    ['Ada Brandwyke runs the harbour. ⟦“It is closed,”⟧ Ms Brandwyke said.', 'Ada Brandwyke', 'resolved'],
    ['Ada Brandwyke runs the harbour. ⟦“It is closed,”⟧ Dr Brandwyke said.', 'Ada Brandwyke', 'resolved'],
  ],
  'by first name': [
    ['Ada Brandwyke runs the harbour. ⟦“It is closed,”⟧ Ada said.', 'Ada Brandwyke', 'resolved'],
    ['Martin Quennell sells ice cream. ⟦“It is closed,”⟧ said Martin.', 'Martin Quennell', 'resolved'],
  ],
  'by role': [
    [
      'Fisheries minister Ada Brandwyke visited the pier. ⟦“It is closed,”⟧ the minister said.',
      'Ada Brandwyke',
      'resolved',
    ],
    [
      'Ada Brandwyke, the harbour master, came. ⟦“It is closed,”⟧ said the harbour master.',
      'Ada Brandwyke',
      'resolved',
    ],
    [
      'Port spokeswoman Ada Brandwyke came to the pier. ⟦“It is closed,”⟧ the spokesperson said.',
      'Ada Brandwyke',
      'resolved',
    ],
    ['⟦“The pier is closed,”⟧ the harbour master said.', 'harbour master'],
  ],
  'by a shorter name': [
    ['Carrow Stone Limited owns the quarry. ⟦“We regret the noise,”⟧ Carrow said.', 'Carrow Stone Limited'],
    [
      'The Brennick Ferry Union met on Monday. ⟦“We will not sail,”⟧ the union said.',
      'Brennick Ferry Union',
      'resolved',
    ],
    ['The National Harbour Agency met on Monday. ⟦“The pier is safe,”⟧ the NHA said.', 'National Harbour Agency'],
  ],
  'by pronoun': [
    ['Tomas Quennell laughed. ⟦“Nobody will sail,”⟧ he said.', 'Tomas Quennell', 'resolved'],
    ['Tomas Quennell met Helen Brandwyke. ⟦“Nobody will sail,”⟧ she said.', 'Helen Brandwyke', 'resolved'],
    ['Helen Brandwyke met Thomas Quennell. ⟦“Nobody will sail,”⟧ he said.', 'Thomas Quennell', 'resolved'],
    ['The Ferry Union met on Monday. ⟦“We will not sail,”⟧ it said in a statement.', 'Ferry Union', 'resolved'],
    ['Thomas Quennell met Martin Ashdown. ⟦“Nobody will sail,”⟧ he said.', 'Thomas Quennell', 'resolved'],
    ['Thomas Quennell left. Martin Ashdown stayed. ⟦“Nobody will sail,”⟧ he said.', 'Martin Ashdown', 'resolved'],
    ['Residents were angry. ⟦“We were never asked,”⟧ they said.', 'Residents', 'resolved'],
    ['Residents met Helen Brandwyke. ⟦“They were never asked,”⟧ she said.', 'Helen Brandwyke', 'resolved'],
    ['Residents wrote to Carrow Lines. ⟦“We regret the noise,”⟧ it said.', 'Carrow Lines', 'resolved'],
  ],
  'who shares a surname': [
    [
      'Martin Quennell and Helen Quennell own the kiosk. ⟦“It is closed,”⟧ Mrs Quennell said.',
      'Helen Quennell',
      'resolved',
    ],
    [
      'Martin Quennell and Helen Quennell own the kiosk. ⟦“It is closed,”⟧ Mr Quennell said.',
      'Martin Quennell',
      'resolved',
    ],
    [
      'Brothers Martin Quennell and David Quennell own the kiosk. ⟦“It is closed,”⟧ Martin said.',
      'Martin Quennell',
      'resolved',
    ],
    [
      'Brothers Martin Quennell and David Quennell own the kiosk. ⟦“It is closed,”⟧ David Quennell said.',
      'David Quennell',
      'explicit',
    ],
  ],
  'known by kin, country or one name': [
    ['Helen Quennell owns the kiosk. ⟦“It is closed,”⟧ her son Alan said.', 'Alan Quennell'],
    ['Helen Quennell owns the kiosk. ⟦“It is closed,”⟧ her daughter Nora said.', 'Nora Quennell'],
    ['Lars Ostrup won the race. ⟦“I was tired,”⟧ the Dane said.', 'Lars Ostrup', 'resolved'],
    [
      'Ada Lund climbed into the organ. Her apprentice, Berit Moe, held a key. Lund sighed. Moe has a good ear. ⟦“It is no use,”⟧ the tuner said.',
      'Ada Lund',
      'resolved',
    ],
    ['⟦“It is closed,”⟧ said a woman who gave her name only as Ada.', 'Ada'],
  ],
  'through a relay': [
    ['Interfax quoted Tomas Quennell as saying: ⟦“Nobody will sail.”⟧', 'Tomas Quennell', 'explicit'],
    ['⟦“The pier is closed,”⟧ Ada Brandwyke said, according to a transcript.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ Ada Brandwyke said, according to Interfax.', 'Ada Brandwyke', 'explicit'],
    ['⟦“The pier is closed,”⟧ the Gazette quoted Ada Brandwyke as saying.', 'Ada Brandwyke', 'explicit'],
  ],
  'whose name could be another word': [
    ['⟦“Ferries matter,”⟧ Kelly said. “Ask the crews.”', 'Kelly'],
    ['“Ferries matter,” Emily said. ⟦“Ask the crews.”⟧', 'Emily'],
    ['⟦“It costs too much,”⟧ said Will Doyle, a mason.', 'Will Doyle'],
    ['⟦“It costs too much,”⟧ said June Ashe of the union.', 'June Ashe'],
    ['General Suleiman al-Amr, in remarks on the quay, said: ⟦“Nobody drowned.”⟧', 'Suleiman al-Amr'],
    ['Mayor of Brennick Ada Brandwyke said: ⟦“It is over.”⟧', 'Ada Brandwyke'],
    ['Tom Hale left. ⟦“It is over,”⟧ added Rep. Cathy Ashdown.', 'Cathy Ashdown'],
  ],
  'by a verb that no list knows': [
    ['⟦“I shall never sign it,”⟧ Tomas Quennell thundered. “Not in my lifetime.”', 'Tomas Quennell'],
    ['⟦“France will be France,”⟧ an angry Quennell retaliated.', 'Quennell'],
    ['⟦“You have broken the rules,”⟧ the two write. “Mend them.”', 'two'],
    ['⟦“The kingdom leads,”⟧ the Saudis state in the paper.', 'Saudis'],
  ],
  'that a later verb shares': [
    [
      'Tomas Quennell was cross with a builder who said he had not been paid, saying: ⟦“Send the bill.”⟧',
      'Tomas Quennell',
    ],
    ['The crowd sang, Ada Brandwyke was joined by the band and joked: ⟦“Louder.”⟧', 'Ada Brandwyke'],
    ['Others, weary of the delay and the heat, shouted: ⟦“Open the gate!”⟧', 'Others'],
    ['Ada Brandwyke and Tomas Quennell said: ⟦“We disagree.”⟧', 'Ada Brandwyke and Tomas Quennell'],
  ],
  'that a sentence without a verb of speech brings in': [
    ['With the crews in revolt, Ada Brandwyke had a new message: ⟦“Stay with us until the spring.”⟧', 'Ada Brandwyke'],
    ['When Quennell left in May, Ada Brandwyke made the following comment: ⟦“Good.”⟧', 'Ada Brandwyke'],
    ['The crews sang.\n\nAda Brandwyke — ⟦“My gran sailed there.”⟧', 'Ada Brandwyke'],
  ],
  'of a fragment that an inner cue governs': [
    ['Ada Hill said the plan was “mad” when Tomas Quennell called it ⟦“brave”⟧.', 'Tomas Quennell'],
    ['Ada Hill said the plan was ⟦“mad”⟧ when Tomas Quennell called it “brave”.', 'Ada Hill'],
    ['The clerk remembers being told by Tomas Quennell ⟦“not to be so bloody provincial”⟧.', 'Tomas Quennell'],
  ],
  'of one surname with another': [
    ['Mr Roe came in. ⟦“Sit down,”⟧ said Mr Roe. Mrs Roe laughed. “No,” said Mrs Roe.', 'Mr Roe'],
    ['Mr Roe came in. “Sit down,” said Mr Roe. Mrs Roe laughed. ⟦“No,”⟧ said Mrs Roe.', 'Mrs Roe'],
  ],
  'by a surname that is a trade or a title, too': [
    ['Jane Baker runs the shop. ⟦“It is closed,”⟧ Baker said.', 'Jane Baker', 'resolved'],
    [
      'Curt Schilling left in May.\n\nSchilling, who had worked there for a year, said: ⟦“It is closed.”⟧',
      'Curt Schilling',
      'resolved',
    ],
    ['We met Larry King on Monday. ⟦“It is closed,”⟧ King said.', 'Larry King', 'resolved'],
    ['Jane Baker and Tom Baker run the shop. ⟦“It is closed,”⟧ Baker said.', 'Baker'],
  ],
  'that a person speaks for': [
    ['Tom Hale, a campaign spokesman, came. ⟦“It is closed,”⟧ the campaign said.', 'campaign'],
    ['Tom Hale, a campaign spokesman, came. ⟦“It is closed,”⟧ the spokesman said.', 'Tom Hale'],
  ],
  'by a description that came before': [
    [
      'Tomas Quennell runs the pier. “It is late,” a harbour lawyer said. Quennell left.\n\n⟦“It is closed,”⟧ the lawyer said.',
      'harbour lawyer',
    ],
    ['Tomas Quennell met a crew. ⟦“It is closed,”⟧ another Muslim from the crew said.', 'Muslim'],
    ['Tomas Quennell met a crew. ⟦“It is closed,”⟧ the Muslim sailors said.', 'Muslim sailors'],
  ],
  'by an office that begins with first': [['⟦“The pier is closed,”⟧ the former first lady said.', 'former first lady']],
  'of a headline, known from the body': [
    [
      '⟦“Is this the queue?”⟧ Ferry fans fume\n\nAda Brandwyke had waited since dawn.\n\n“Is this the queue?” asked Ada Brandwyke.',
      'Ada Brandwyke',
    ],
  ],
  'of what stands in for a study': [
    ['Glare is worse at dusk, a study says.\n\nThe maker ⟦“had no role in the design”⟧, the paper says.', 'study'],
  ],
  'without a name': [
    ['⟦“The pier is closed,”⟧ a source said.', 'source'],
    ['⟦“The pier is closed,”⟧ critics said.', 'critics'],
    ['⟦“The pier is closed,”⟧ said an official who asked not to be named.', 'official'],
  ],
  'that nobody can tell': [
    ['The sign on the gate was new. It rained all day. ⟦“Closed”⟧ is an ugly word.', null],
    ['The film ⟦“The Last Ferry”⟧ opens on Friday.', null],
    ['What does ⟦“safe”⟧ mean on a pier?', null],
  ],
};

for (const [group, cases] of Object.entries(TABLE))
  describe(`a source ${group}`, () => {
    for (const [copy, speaker, certainty] of cases)
      it(copy.replace(/\n+/g, ' ¶ '), () => {
        const found = speakerOf(copy);
        assert.equal(found.speaker, speaker);
        if (certainty) assert.equal(found.certainty, certainty);
      });
  });

describe('a statement by a word of possession', () => {
  const speakers = (copy: string, source: string): (string | undefined)[] => {
    const { analysis } = createAnalyser().update(copy);
    return analysis.attributions
      .filter((one) => one.source.some(({ start, end }) => copy.slice(start, end) === source))
      .map(({ speaker }) => speaker?.name);
  };

  it('is of whom the pronoun means', () => {
    const copy = 'Mayor Ada Roe has won support with her promise to build a wall along the river.';
    assert.deepEqual(speakers(copy, 'her'), ['Ada Roe']);
  });

  it('is nobody’s where it is the writer’s', () => {
    const copy = 'The crews closed the pier. You’ll think that the ferry is late.';
    assert.deepEqual(speakers(copy, 'You’ll'), [undefined]);
  });
});

describe('a speaker that no list knows', () => {
  for (const [copy, type] of [
    ['Polls suggest that the mayor leads.', 'document'],
    ['Hundreds said that they would march.', 'collective'],
    ['Americans said that the ferry was late.', 'collective'],
    ['Congressional Republicans said that the ferry was late.', 'collective'],
    ['Post and Times said that the ferry was late.', 'collective'],
  ] as const)
    it(`is ${type}: ${copy}`, () => {
      const { analysis } = createAnalyser().update(copy);
      assert.equal(analysis.attributions[0].speaker?.type, type);
    });
});
